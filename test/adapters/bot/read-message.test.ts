import type { Activity } from 'botbuilder'
import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_LENGTH, readMessage } from '../../../src/adapters/bot/read-message.js'

const read = (over: Record<string, unknown>) =>
  readMessage({ type: 'message', recipient: { id: '28:daybook' }, ...over } as unknown as Activity)

const html = (content: string) => ({ contentType: 'text/html', content })
const picture = { contentType: 'image/jpeg', contentUrl: 'https://example.invalid/3' }
const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: '客户名单.xlsx',
  content: { downloadUrl: 'https://example.invalid/4' },
}

const REPLY =
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">' +
  '<strong itemprop="mri">Daybook</strong><p itemprop="preview">要记吗?</p></blockquote>'
const FORWARD = '<blockquote itemtype="http://schema.skype.com/Forward"><p>陈总说好</p></blockquote>'

describe('what a message says', () => {
  it.each([
    { case: 'words', over: { text: ' 本周谁到期 ' }, text: '本周谁到期' },
    {
      case: 'words that come as HTML too',
      over: { text: '晨报', attachments: [html('<p>晨报</p>')] },
      text: '晨报',
    },
    {
      case: 'words that come as HTML only',
      over: { text: '', attachments: [html('<p>本周谁到期</p>')] },
      text: '本周谁到期',
    },
    {
      case: 'lines',
      over: { attachments: [html('<div><p>A&nbsp;&amp; B</p><p>C<br>D</p></div>')] },
      text: 'A & B\nC\nD',
    },
    {
      case: 'an emoji that is a picture',
      over: { attachments: [html('好<img itemtype="http://schema.skype.com/Emoji" alt="👍">')] },
      text: '好👍',
    },
    {
      case: 'the answer to a quotation',
      over: { text: '要记吗?\n\n是', attachments: [html(`${REPLY}<p>是</p>`)] },
      text: '是',
    },
    {
      case: 'the answer before the quotation',
      over: { text: '是', attachments: [html(`<p>是</p>${REPLY}`)] },
      text: '是',
    },
    {
      case: 'a quotation in a quotation',
      over: { attachments: [html(`<blockquote>a${REPLY}b</blockquote>c`)] },
      text: 'c',
    },
    {
      case: 'a quotation as newer clients mark it',
      over: { text: '<quoted messageId="17"/>\n没接' },
      text: '没接',
    },
    {
      case: 'a name it is called by',
      over: {
        text: '<at>Daybook</at> 晨报',
        entities: [{ type: 'mention', mentioned: { id: '28:daybook' }, text: '<at>Daybook</at>' }],
      },
      text: '晨报',
    },
    { case: 'a mention of nobody', over: { text: '晨报', entities: [{ type: 'mention' }] }, text: '晨报' },
    {
      case: 'text that is said to be markup',
      over: { text: '<p>AUM &lt; 50万</p>', textFormat: 'xml' },
      text: 'AUM < 50万',
    },
    { case: 'text with an arrow of its own', over: { text: '50万 < AUM <100万' }, text: '50万 < AUM <100万' },
  ])('$case', ({ over, text }) => {
    expect(read(over)).toEqual({ text })
  })

  it.each([
    { case: 'direction marks', raw: '给\u202e总陈\u202c打了', text: '给总陈打了' },
    { case: 'nothing between the characters', raw: '陈\u200b总\u200d没\ufeff接', text: '陈总没接' },
    {
      case: 'controls',
      raw: 'called\u0000 Grace\u0007,\u001b[31m no answer',
      text: 'called Grace,[31m no answer',
    },
    { case: 'half a character', raw: '好\ud83d', text: '好' },
    { case: 'blanks of other kinds', raw: 'a\u00a0b\u3000c\td', text: 'a b c d' },
    { case: 'ends of lines of other kinds', raw: 'a\r\nb\u2028c', text: 'a\nb\nc' },
  ])('is read without what is not seen: $case', ({ raw, text }) => {
    expect(read({ text: raw })).toEqual({ text })
  })
})

describe('what is not read', () => {
  it.each([
    { case: 'a picture', over: { attachments: [picture] }, notRead: 'picture' },
    {
      case: 'a picture within HTML',
      over: { attachments: [html('<p><img src="https://example.invalid"></p>')] },
      notRead: 'picture',
    },
    { case: 'a voice message', over: { attachments: [{ contentType: 'audio/mp4' }] }, notRead: 'voice' },
    { case: 'a video', over: { attachments: [{ contentType: 'video/mp4' }] }, notRead: 'video' },
    { case: 'a file', over: { attachments: [file] }, notRead: 'file' },
    { case: 'what nobody has heard of', over: { attachments: [{ contentType: 'x/y' }] }, notRead: 'file' },
    {
      case: 'a card',
      over: { attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
      notRead: 'card',
    },
    { case: 'a quotation alone', over: { text: '要记吗?', attachments: [html(REPLY)] }, notRead: 'quoted' },
    {
      case: 'a message handed on',
      over: { text: '陈总说好', attachments: [html(FORWARD)] },
      notRead: 'forwarded',
    },
    { case: 'nothing', over: { text: '  ' }, notRead: 'empty' },
    { case: 'only what is not seen', over: { text: '\u200b\u202e\ufeff' }, notRead: 'empty' },
    { case: 'no text at all', over: {}, notRead: 'empty' },
    { case: 'too much', over: { text: '好'.repeat(MAX_MESSAGE_LENGTH + 1) }, notRead: 'too-long' },
    {
      case: 'too much HTML',
      over: { text: '好', attachments: [html('<b>'.repeat(10_000))] },
      notRead: 'too-long',
    },
  ])('$case', ({ over, notRead }) => {
    expect(read(over)).toEqual({ text: '', notRead })
  })

  it('the longest message that is read', () => {
    const text = '好'.repeat(MAX_MESSAGE_LENGTH)
    expect(read({ text })).toEqual({ text })
  })

  it.each([
    { case: 'a picture', attachment: picture, notRead: 'picture' },
    { case: 'a file', attachment: file, notRead: 'file' },
    { case: 'a message handed on', attachment: html(`<p>记一下</p>${FORWARD}`), notRead: 'forwarded' },
  ])('is told beside the words it came with: $case', ({ attachment, notRead }) => {
    expect(read({ text: '记一下', attachments: [attachment] })).toEqual({ text: '记一下', notRead })
  })

  it('HTML in which every tag opens another takes no time', () => {
    const begun = performance.now()
    read({ attachments: [html('<b><p>'.repeat(3_300))] })
    read({ attachments: [html('<'.repeat(20_000))] })
    read({ text: '<quoted'.repeat(2_800) })
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
