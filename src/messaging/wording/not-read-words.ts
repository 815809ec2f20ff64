import type { Locale } from '../../domain/manager/manager.js'

/** Of each thing that is not read, what is said of it: where it came alone, and where it came along with words. */
const zhCN = {
  picture: ['图片我看不了。要记的事,请打成字告诉我。', '附来的图片我没有看,只读了文字。'],
  voice: ['语音我听不了,请打成字告诉我。', '附来的语音我没有听,只读了文字。'],
  video: ['视频我看不了,请打成字告诉我。', '附来的视频我没有看,只读了文字。'],
  file: [
    '聊天里的文件我不读。客户名单这类文件,请交管理员放进导入文件夹(inbox);要记一件事,打成字告诉我。',
    '附来的文件我没有读,只读了文字。客户名单这类文件,请交管理员放进导入文件夹(inbox)。',
  ],
  card: ['这张卡片我读不了,请打成字告诉我。', '附来的卡片我没有读,只读了文字。'],
  quoted: ['这条只有引用,没有您自己的话。想问什么、记什么,请写一句。'],
  forwarded: ['转发来的内容我不读。要记的事,请自己写一句。', '转发来的内容我没有读,只读了您自己写的。'],
  edited: ['改过的消息我不重读,第一次发的照旧算数。记错了就说“撤销”,再把对的另发一条。'],
  deleted: ['聊天里删掉消息,记下的事不会跟着删。要取消,请说“撤销”。'],
  'too-long': ['这条太长了(最多1,500字),我没有读。请分几条发,一条说一件事。'],
  empty: ['这条消息里没有文字。想问什么、记什么,请写一句。'],
} as const satisfies Record<string, Lines>

type Lines = readonly [alone: string, besideWords?: string]
type Words = Readonly<Record<keyof typeof zhCN, Lines>>

const enUS: Words = {
  picture: [
    'I cannot look at pictures. Please type what I should note.',
    'I did not look at the picture, only read the words.',
  ],
  voice: [
    'I cannot listen to voice messages. Please type it.',
    'I did not listen to the voice message, only read the words.',
  ],
  video: ['I cannot watch videos. Please type it.', 'I did not watch the video, only read the words.'],
  file: [
    'I do not read files in the chat. Lists of customers come in through the import folder (inbox): please give them to your administrator. To note something, type it.',
    'I did not read the file, only the words. Lists of customers come in through the import folder (inbox): please give them to your administrator.',
  ],
  card: ['I cannot read this card. Please type it.', 'I did not read the card, only the words.'],
  quoted: ['This is only a quotation, without words of your own. Please write what to look up or note.'],
  forwarded: [
    'I do not read forwarded messages. Please write what to note in your own words.',
    'I did not read what was forwarded, only your own words.',
  ],
  edited: [
    'I do not read a message again after it was changed: the first version stands. If it was noted wrongly, say "undo" and send the right one as a new message.',
  ],
  deleted: ['Deleting a message does not delete what I noted. To take it back, say "undo".'],
  'too-long': [
    'This is too long (1,500 characters at most), so I did not read it. Please send it in several messages, one thing in each.',
  ],
  empty: ['There are no words in this message. Please write what to look up or note.'],
}

const WORDS = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<Locale, Words>

/** One line about what was not read. */
export function notReadLine(what: keyof Words, isBesideWords: boolean, locale: Locale): string {
  const [alone, besideWords] = WORDS[locale][what] as Lines // the tuples of one table are narrower than the other's
  return isBesideWords ? (besideWords ?? alone) : alone
}
