import { hasHan } from '../../text/normalise.js'
import { isBusinessName } from '../companies.js'
import { type LatinWord, leftmostLongest, type NamingTools, type PersonMention } from '../mention.js'
import { isAfterName, saysOfPerson } from '../word-names.js'

/** Names of nobody in the book that only their capitals and the customs of naming tell: Peter Tan, Hendra Wijaya, Siti. */
export function* latinStrangers(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  known: readonly PersonMention[],
  tools: NamingTools,
): Iterable<PersonMention> {
  const knownAt = new Map(leftmostLongest(known).map((m) => [m.start, m]))
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!
    // A name of the book that begins with the next word is whole: "Sms'd Xu Jiahao" names no Sms'd Xu.
    const same = knownAt.get(first.start)
    const namesake = same && namesakeOf(same, raw, folded, words, at, knownAt, tools)
    if (namesake !== undefined) yield namesake
    if (same !== undefined || knownAt.has(words[at + 1]?.start ?? -1)) continue
    const end = strangerAt(raw, folded, words, at, tools)
    if (end !== undefined) yield { start: first.start, end, ids: [], by: 'unknown' }
  }
}

/** Grace Wu where the book has a Grace Liu: the given name of one, with a surname that is none of hers. */
function namesakeOf(
  known: PersonMention,
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  knownAt: ReadonlyMap<number, PersonMention>,
  { lexicon, isOrdinary }: NamingTools,
): PersonMention | undefined {
  const first = words[at]!
  const next = words[at + 1]
  if (next === undefined || known.end !== first.end || known.ids.length === 0) return undefined
  if (folded.slice(first.end, next.start) !== ' ') return undefined
  const isStrange = !isOrdinary(next.word) && !lexicon.commonWords.has(next.word)
  const isSurname = lexicon.surnames.roman.has(next.word) && (isStrange || isCapital(raw, next))
  const isName = isCapital(raw, next) && isStrange && !knownAt.has(next.start)
  return isSurname || isName
    ? { start: first.start, end: next.end, ids: [], maybe: known.ids, by: 'unknown' }
    : undefined
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
  const isStrange = (word: LatinWord) => !isOrdinary(word.word) && !lexicon.commonWords.has(word.word)
  if (!isCapital(raw, first) || hasHan(folded)) return undefined
  if (!given.has(first.word) && !isStrange(first)) return undefined
  const next = words[at + 1]
  const isPair =
    next !== undefined &&
    folded.slice(first.end, next.start) === ' ' &&
    isCapital(raw, next) &&
    (given.has(next.word) || roman.has(next.word) || isStrange(next)) &&
    !lexicon.commonWords.has(`${first.word} ${next.word}`)
  const third = words[at + 2]
  const goesOn =
    isPair &&
    third !== undefined &&
    isCapital(raw, third) &&
    isStrange(third) &&
    folded.slice(next.end, third.start) === ' '
  if (goesOn) return third.end
  if (isPair) return next.end
  return given.has(first.word) && (at > 0 || isStrange(first)) ? first.end : undefined
}

const CONTACTED =
  /(?<![a-z])(?:called|rang|phoned|texted|messaged|emailed|visited|met(?: with)?|saw|(?:spoke|talked) (?:to|with)|chatted with|heard from|dialled|pinged|contacted|followed up with|打给|打[了过]|联系了?|约了|见了|拜访了?) ?$/
const ASKED_FOR =
  /(?<![a-z])(?:call|ring|phone|meet|see|text|message|email|visit|contact|book|pull up|skip|打给|给|看看|找|跟|和|约) ?$/

/**
 * What else is a name by where it stands, where nothing nearer was found: Hargreaves after a verb of contact or before
 * what a person does, with and without a capital; a business after a verb of contact.
 */
export function* likelyLatinStrangers(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  tools: NamingTools,
): Iterable<PersonMention> {
  for (let at = 0; at < words.length; at++) {
    const { start } = words[at]!
    const last = likelyAt(raw, folded, words, at, tools)
    if (last === undefined) continue
    yield { start, end: words[last]!.end, ids: [], by: 'unknown' }
    at = last
  }
}

/** The last word of the name that begins with this one. */
function likelyAt(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  { lexicon, isOrdinary, isMendable }: NamingTools,
): number | undefined {
  const { word, start, end } = words[at]!
  if (word.length < 3 || word.length > LONGEST || lexicon.commonWords.has(word)) return undefined
  const before = folded.slice(Math.max(0, start - 24), start)
  const isContacted = CONTACTED.test(before)
  const isStrange = !isOrdinary(word)
  if (!isCapital(raw, words[at]!)) {
    const isLower = /^[a-z]/.test(raw.slice(start, start + 1))
    const isName = isContacted && isLower && isStrange && word.length > 3 && !isMendable(word)
    return isName && isAfterName(folded.slice(end, end + 24)) ? at : undefined
  }
  let last = at
  while (isRunOn(raw, folded, words, last) && last - at < MOST_WORDS) last++
  const run = folded.slice(start, words[last]!.end)
  if (isContacted && (isStrange || (last > at && isBusinessName(run)))) return last
  const after = folded.slice(words[last]!.end, words[last]!.end + 24)
  const isNamed =
    ASKED_FOR.test(before) ||
    (ASKED_ABOUT.test(before) && DOES.test(after)) ||
    (saysOfPerson(after) && !BELONGS_TO.test(before))
  return isStrange && !isMendable(word) && isNamed ? last : undefined
}

const ASKED_ABOUT = /(?<![a-z])(?:did|does|has|will|would|hope) $/
const DOES =
  /^ (?:say|want|call|come|reply|renew|sign|need|answer|ask|agree|think|mention|decide|respond)s?(?![a-z])/
/** Whom a person is from is no person: Liu Yulan from Hongda rang. */
const BELONGS_TO = /(?<![a-z])(?:from|at|of|in) $/

const LONGEST = 24
const MOST_WORDS = 3

function isCapital(raw: string, { start }: LatinWord): boolean {
  return /^[A-Z][a-z]/.test(raw.slice(start, start + 2)) && /[a-z]{2}/.test(raw)
}

function isRunOn(raw: string, folded: string, words: readonly LatinWord[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (word === undefined || next === undefined || !isCapital(raw, next)) return false
  return /^(?: |-| & )$/.test(folded.slice(word.end, next.start))
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
