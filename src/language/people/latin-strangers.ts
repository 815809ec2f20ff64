import { hasHan } from '../text/normalise.js'
import type { LatinWord, NamingTools, PersonMention } from './mention.js'

/** Names of nobody in the book that only their capitals and the customs of naming tell: Peter Tan, Hendra Wijaya, Siti. */
export function* latinStrangers(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  known: readonly PersonMention[],
  tools: NamingTools,
): Iterable<PersonMention> {
  const isKnownAt = new Set(known.map((m) => m.start))
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!
    // A name of the book that begins with the next word is whole: "Sms'd Xu Jiahao" names no Sms'd Xu.
    if (isKnownAt.has(first.start) || isKnownAt.has(words[at + 1]?.start ?? -1)) continue
    const end = strangerAt(raw, folded, words, at, tools)
    if (end !== undefined) yield { start: first.start, end, ids: [], by: 'unknown' }
  }
}

/** Where a name that begins at this word ends. */
function strangerAt(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  { lexicon, isOrdinary }: NamingTools,
): number | undefined {
  const { given, roman } = lexicon.surnames
  const first = words[at]!
  const isCapital = (word: LatinWord) => /^[A-Z][a-z]/.test(raw.slice(word.start, word.start + 2))
  const isStrange = (word: LatinWord) => !isOrdinary(word.word) && !lexicon.commonWords.has(word.word)
  if (!isCapital(first) || hasHan(folded)) return undefined
  if (!given.has(first.word) && !isStrange(first)) return undefined
  const next = words[at + 1]
  const isPair =
    next !== undefined &&
    folded.slice(first.end, next.start) === ' ' &&
    isCapital(next) &&
    (given.has(next.word) || roman.has(next.word) || isStrange(next)) &&
    !lexicon.commonWords.has(`${first.word} ${next.word}`)
  if (isPair) return next.end
  return given.has(first.word) && (at > 0 || isStrange(first)) ? first.end : undefined
}

/** Hendra alone, after Hendra Wijaya. */
export function* strangersAgain(
  folded: string,
  words: readonly LatinWord[],
  found: readonly PersonMention[],
): Iterable<PersonMention> {
  const strangers = found
    .filter((m) => m.by === 'unknown')
    .map((m) => ({ ...m, parts: folded.slice(m.start, m.end).split(' ') }))
    .filter(({ parts }) => parts.length > 1)
  for (const { word, start, end } of words) {
    const whole = strangers.find((s) => s.end <= start && s.parts.includes(word) && word.length > 2)
    if (whole !== undefined) yield { start, end, ids: [], by: 'unknown', again: whole.start }
  }
}
