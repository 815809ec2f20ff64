import type { Day } from '../domain/day.js'
import { type DayMention, isExact } from './days/mention.js'
import type { DayReader } from './days/read-days.js'
import type { Gazetteer } from './people/book-names.js'
import { findMentions, type NamingTools, type PersonMention } from './people/find-mentions.js'
import type { KindMention, KindReader } from './products/product-kinds.js'
import type { Language } from './slots.js'
import { readSums, type SumMention } from './sums/read-sums.js'
import type { HomophoneMender } from './text/homophones.js'
import { matchesIn } from './text/matches-in.js'
import { mendWords } from './text/mended.js'
import { fold, hasHan } from './text/normalise.js'
import type { SpellingMender } from './text/spelling.js'

/** A message with everything found in it that grammars and the gazetteer can find. Offsets are into `text`. */
export interface Parsed {
  readonly raw: string
  readonly language: Language
  /** Folded and mended. */
  readonly text: string
  /** Customers and strangers; a colleague only where he stands as the one who was contacted. */
  readonly people: readonly PersonMention[]
  /** Managers of the branch who are spoken of otherwise: they stay words of the sentence. */
  readonly colleagues: readonly PersonMention[]
  readonly phones: readonly Piece[]
  readonly emails: readonly Piece[]
  readonly days: readonly DayMention[]
  readonly sums: readonly SumMention[]
  readonly kinds: readonly KindMention[]
  /** `text` with each of these as one capital letter: P Q D N Y T M K F E. */
  readonly masked: string
  /** The offset in `raw` of an offset in `text`. */
  readonly toRaw: (offset: number) => number
}

export interface Piece {
  readonly start: number
  readonly end: number
}

export interface ParseTools {
  readonly simplified: ReadonlyMap<string, string>
  readonly naming: NamingTools
  /** What is typed short, and what it stands for. */
  readonly shorthand: ReadonlyMap<string, string>
  readonly mendSpelling: SpellingMender
  readonly mendHomophones: HomophoneMender
  readonly days: DayReader
  readonly kinds: KindReader
}

const PHONE =
  /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d.])\+\d{1,3}[- ]?\d[\d -]{6,12}\d(?!\d)|(?<![\d.])0\d{2,3}-\d{7,8}(?!\d)|(?<![\d.])[689]\d{3}[ -]?\d{4}(?!\d)/g
const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g

export function parse(raw: string, book: Gazetteer, today: Day, tools: ParseTools, now?: string): Parsed {
  const folded = fold(raw, tools.simplified).folded
  const emailsFolded = pieces(folded, EMAIL)
  const found = findMentions(raw, folded, book, tools.naming).filter(
    (m) => !overlaps(emailsFolded, m.start, m.end),
  )
  const isTaken = (start: number, end: number) =>
    overlaps(found, start, end) || overlaps(emailsFolded, start, end)
  const homophonesMended = hasHan(folded) ? tools.mendHomophones(folded, isTaken) : folded
  const mended = mendWords(homophonesMended, tools.shorthand, tools.mendSpelling, isTaken)
  const { text } = mended
  const everyone = found.map((m) => ({ ...m, start: mended.after(m.start), end: mended.after(m.end) }))
  const isSpokenOf = (m: PersonMention) => m.colleague !== undefined && !isContacted(text, m)
  const people = everyone.filter((m) => !isSpokenOf(m))
  const colleagues = everyone.filter(isSpokenOf)
  const emails = pieces(text, EMAIL)
  const phones = pieces(text, PHONE).filter(
    (p) =>
      !overlaps(
        people.filter((m) => m.by === 'phone'),
        p.start,
        p.end,
      ),
  )
  const hidden = blank(text, [...everyone, ...emails, ...phones])
  const days = tools.days.read(hidden, today, 'ahead', now)
  const sums = readSums(hidden, days)
  const kinds = tools.kinds(blank(hidden, sums))
  return {
    raw,
    language: hasHan(raw) ? 'zh' : 'en',
    text,
    people,
    colleagues,
    phones,
    emails,
    days,
    sums,
    kinds,
    masked: mask(text, { people, phones, emails, days, sums, kinds }, today),
    toRaw: mended.before,
  }
}

const CONTACTED =
  /(?:打给|打了|打过|电话给|联系了|联系过|拜访了|见了|回访了|短信给|微信给|(?:called|rang|phoned|met|saw|texted|messaged|emailed|visited|spoke (?:to|with))) ?$/

function isContacted(text: string, { start }: PersonMention): boolean {
  return CONTACTED.test(text.slice(Math.max(0, start - 16), start))
}

function pieces(text: string, pattern: RegExp): readonly Piece[] {
  return matchesIn(text, pattern).map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

export function overlaps(spans: readonly Piece[], start: number, end: number): boolean {
  return spans.some((s) => start < s.end && s.start < end)
}

/** What is already known to be a name or a number cannot be a day, a sum or a product as well. */
function blank(text: string, taken: readonly Piece[]): string {
  let out = text
  for (const { start, end } of taken)
    out = out.slice(0, start) + '\u0001'.repeat(end - start) + out.slice(end)
  return out
}

type Masked = Pick<Parsed, 'people' | 'phones' | 'emails' | 'days' | 'sums' | 'kinds'> & {
  /** Colleagues who are to be a letter too, C. */
  readonly desk?: readonly Piece[]
}

/** The text from `from` to `to` with names, numbers, days and products as one capital letter each. */
export function mask(text: string, found: Masked, today: Day, from = 0, to = text.length): string {
  const spans = spansOf(found, today)
  let out = ''
  let at = from
  for (let next = firstFrom(spans, from); next < spans.length; next++) {
    const { start, end, letter } = spans[next]!
    if (start >= to) break
    if (start < at || end > to) continue
    out += text.slice(at, start) + letter
    at = end
  }
  return out + text.slice(at, to)
}

interface Lettered extends Piece {
  readonly letter: string
}

/** A message is masked clause by clause: what was found in it is put in order once. */
const inOrder = new WeakMap<Masked, { readonly today: Day; readonly spans: readonly Lettered[] }>()

function spansOf(found: Masked, today: Day): readonly Lettered[] {
  const known = inOrder.get(found)
  if (known?.today === today) return known.spans
  const lettered = (pieces: readonly Piece[], letter: string) =>
    pieces.map(({ start, end }): Lettered => ({ start, end, letter }))
  const spans = [
    ...found.people.map(({ start, end, ids }) => ({ start, end, letter: ids.length > 0 ? 'P' : 'Q' })),
    ...lettered(found.desk ?? [], 'C'),
    ...lettered(found.phones, 'F'),
    ...lettered(found.emails, 'E'),
    ...found.days.flatMap((m) => maskedDay(m, today)),
    ...lettered(found.sums, 'M'),
    ...lettered(found.kinds, 'K'),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  inOrder.set(found, { today, spans })
  return spans
}

/** The place of the first span that begins at `from` or behind it. */
function firstFrom(spans: readonly Piece[], from: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < from) low = middle + 1
    else high = middle
  }
  return low
}

/** What is no single day is left in its words; a time with it is a time. */
function maskedDay(mention: DayMention, today: Day): readonly Lettered[] {
  const { start, end } = mention
  if (isExact(mention)) return [{ start, end, letter: letterOf(mention, today) }]
  return mention.clock === undefined ? [] : [{ ...mention.clock, letter: 'T' }]
}

/** T a time alone, Y what is over, N today without a time, D the rest: ahead. */
function letterOf({ dayless, sense, time }: DayMention, today: Day): string {
  if (dayless === true) return 'T'
  if (sense.from === today && sense.to === today && time === undefined) return 'N'
  return sense.from < today && sense.to <= today ? 'Y' : 'D'
}
