import type { Activity } from 'botbuilder'
import type { NotRead } from '../../ports/conversation.js'
import { cleanText } from './clean-text.js'
import { type OwnWords, ownWords } from './own-words.js'

/** Longer than any note of a call. What is longer is not looked into, for reading it would hold up everybody. */
export const MAX_MESSAGE_LENGTH = 1_500
/** As sent, with mentions and marks, where a character may take many. */
const MAX_RAW_LENGTH = 20_000

/** What was typed, and what came with it or instead of it that is not read. */
export interface HeardMessage {
  /** Empty where nothing was typed. */
  readonly text: string
  readonly notRead?: NotRead
}

export function readMessage(activity: Activity): HeardMessage {
  const attachments = activity.attachments ?? []
  const raw = activity.text ?? ''
  const markup = attachments.find(isMarkup)?.content ?? ''
  if (raw.length > MAX_RAW_LENGTH || markup.length > MAX_RAW_LENGTH) return { text: '', notRead: 'too-long' }

  const plain = activity.textFormat === 'xml' ? ownWords(raw) : { text: withoutMention(raw, activity) }
  const marked: Partial<OwnWords> = markup === '' ? {} : ownWords(markup)
  // Beside a quotation the plain text may hold what was quoted as well.
  const isQuoting = marked.quotes !== undefined
  const typed = cleanText(plain.text.replace(QUOTED_MARK, ''))
  const own = cleanText(marked.text ?? '')
  const text = isQuoting ? own : typed || own
  if (text.length > MAX_MESSAGE_LENGTH) return { text: '', notRead: 'too-long' }

  const attached = attachments.map(kindOf).find((kind) => kind !== undefined)
  const beside = attached ?? (marked.hasPicture === true ? 'picture' : undefined) ?? marked.quotes
  if (text === '') return { text, notRead: beside ?? 'empty' }
  // Whoever quotes and says something wants the answer to what they say.
  return beside === undefined || beside === 'quoted' ? { text } : { text, notRead: beside }
}

/** Newer clients of Teams put this in the place of what was quoted. */
const QUOTED_MARK = /<quoted\b[^<>]*>/g

/** Teams repeats every message that was typed as HTML, and says some only so. */
function isMarkup({ contentType, content }: Attached): boolean {
  return typeOf(contentType) === 'text/html' && typeof content === 'string'
}

type Attached = NonNullable<Activity['attachments']>[number]

const KINDS: readonly (readonly [RegExp, NotRead | undefined])[] = [
  [/^text\/(html|plain)$/, undefined],
  [/^image\//, 'picture'],
  [/^audio\//, 'voice'],
  [/^video\//, 'video'],
  [/^forwardedmessagereference$/, 'forwarded'],
  [/^(reply)?messagereference$/, 'quoted'],
  [/^application\/vnd\.microsoft\.(teams\.)?card\./, 'card'],
]

function kindOf(attachment: Attached): NotRead | undefined {
  const type = typeOf(attachment.contentType)
  const known = KINDS.find(([pattern]) => pattern.test(type))
  return known === undefined ? 'file' : known[1]
}

function typeOf(contentType: unknown): string {
  return typeof contentType === 'string' ? contentType.toLowerCase().split(';')[0]!.trim() : ''
}

/** The assistant's own name goes, wherever it was called by it. */
function withoutMention(text: string, { entities = [], recipient }: Activity): string {
  return entities.reduce((rest, { type, mentioned, text: name }) => {
    const isOurs = type === 'mention' && typeof name === 'string' && name !== ''
    return isOurs && mentioned?.id === recipient.id ? rest.replace(name, '') : rest
  }, text)
}
