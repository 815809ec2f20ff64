import { isExact } from '../days/mention.js'
import type { Heard } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { canTurn, isTalk, isWrite, rowOf } from '../intents.js'
import { sliceOf, withMention } from '../parsed-parts.js'
import type { Intent, Reading } from '../reading.js'
import { referenceIn } from './reference.js'

/** A place where one wish may end and the next begin. At a mere comma only questions are cut, read surely. */
interface Cut {
  readonly end: number
  readonly next: number
  readonly isComma: boolean
}

const LINKED_ZH =
  '然后|顺便|接着|随后|完了|(?<![说讲想要先等得会能就不午天点日晨晚后号儿])再(?=[帮把看查给提约记导说问列来])(?!看看(?:[,，。]|$))|另外|还有(?=[帮把看查给提])|并(?=把|提醒)|同时|(?<=[,，、]\\s*)(?=提醒我|记得提醒)'
const LINKED_EN =
  '(?<=,\\s*)(?=remind me)|and then|then|and also|also|after that|afterwards|plus|and (?=(?:show|list|pull|book|remind|skip|put|snooze|log|export|start|tell|give|who|what|which|open|find|check|set|undo|add|note)(?![a-z]))'
const CUTS = new RegExp(
  `(?<stop>[。！？!?;；\\n]+|\\.(?=\\s))\\s*(?:(?:${LINKED_ZH})|(?:${LINKED_EN})\\b)?|(?<link>[,，、]?\\s*(?:${LINKED_ZH})[,，]?|(?:,\\s*|\\s)(?:${LINKED_EN})[, ]*(?![a-z]{0,2}$))|(?<comma>[,，]|(?<=[\\u4e00-\\u9fff]) +(?=[\\u4e00-\\u9fff]))`,
  'gi',
)
/** "Her new number is …": so plain that a report may follow it. */
const PLAIN_FACT = /[FE]/
/** A mere name, or words that only narrow what stands beside them. */
const PIECE = /^\s*P\s*$|^(?:只|光|就看|其中|only|just)|(?:only|的)$/
const MOST = 6
const LONGEST = 400

const COURTESIES: readonly Intent[] = ['greet', 'thanks', 'confirm']
/** A reminder that is asked for in so many words is one, whatever stands before it. */
const REMINDS =
  /^(?:再|还|然后|另外|and |also |then )*(?:[^,，。;；]{1,14}?(?=提醒我))?(?:提醒我|记得提醒|remind me)/

interface Part {
  readonly start: number
  readonly end: number
  readonly heard: Heard
}

/**
 * The wishes of one message, in order; the message itself where it is one. It is cut only where every piece is surely
 * a wish of its own: a report is never cut, whatever it books or promises.
 */
export function wishesIn(heard: Heard): readonly Heard[] {
  const whole = [heard]
  const { text } = heard
  if (text.length > LONGEST) return whole
  const cuts = withReminders(cutsIn(text), heard)
  if (cuts.length === 0 || cuts.length >= MOST) return whole
  const stops = cuts.filter(({ isComma }) => !isComma)
  const reminders = cuts
    .filter(({ next }) => REMINDS.test(text.slice(next)))
    .map((cut) => ({ ...cut, isComma: false }))
  const parts = cutAt(heard, cuts) ?? cutAt(heard, stops) ?? cutAt(heard, reminders)
  if (parts === undefined) return whole
  const wishes: Part[] = []
  for (const part of parts) {
    const last = wishes.at(-1)
    if (last !== undefined && belongsTo(last.heard.plain, part.heard))
      wishes[wishes.length - 1] = {
        start: last.start,
        end: part.end,
        heard: partAt(heard, last.start, part.end),
      }
    else wishes.push(part)
  }
  return wishes.length < 2 ? whole : wishes.map((part) => part.heard)
}

const BOOKS: readonly Intent[] = ['appointment.add', 'task.add', 'contact.snooze']

/** One mention each, and no more, stands between two of these. */
const BETWEEN_BOOKINGS =
  /[,，;；、]\s*|\s+(?:and|&|then)\s+|(?:和|跟|还有|以及|另外)(?=\S)|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g

/**
 * "Book Arjun for Wednesday 10am and Hannah for 11am": one for each, where each has its own name and time; undefined where
 * it is one booking, or where what is whose cannot be told.
 */
export function bookingsIn(heard: Heard): readonly Heard[] | undefined {
  const { parsed, plain, text } = heard
  if (!BOOKS.includes(plain.intent)) return undefined
  const moments = parsed.days.filter(isExact)
  if (parsed.people.length < 2 || moments.length < 2) return undefined
  const inside = (at: number) =>
    [...parsed.people, ...moments].some(({ start, end }) => start < at && at < end)
  const cuts = [...text.matchAll(BETWEEN_BOOKINGS)].filter(({ index }) => !inside(index + 1))
  const bounds = [0, ...cuts.map((cut) => cut.index + cut[0].length), text.length]
  const parts: { readonly start: number; readonly end: number }[] = []
  const isWhole = ({ start, end }: { readonly start: number; readonly end: number }) =>
    [parsed.people, moments].every((marks) => marks.some((mark) => start <= mark.start && mark.end <= end))
  for (const [at, start] of bounds.slice(0, -1).entries()) {
    const part = { start, end: bounds[at + 1]! }
    const last = parts.at(-1)
    if (last !== undefined && !(isWhole(last) && isWhole(part)))
      parts[parts.length - 1] = { start: last.start, end: part.end }
    else parts.push(part)
  }
  return parts.length > 1 && parts.every(isWhole)
    ? parts.map(({ start, end }) => partAt(heard, start, end))
    : undefined
}

const BETWEEN_FACTS =
  /[,，;；。]\s*(?:and |also |然后|而且|另外|还有)?|\s+and (?=(?:he|she|is|has|works?|lives?|likes?|loves?|hates?)\s)/g

/** 王姐生日是3月8号,喜欢爬山: several facts of one customer, each of a field of its own; undefined where it is one. */
export function factsIn(heard: Heard): readonly Heard[] | undefined {
  const { parsed, plain, text, today } = heard
  const [id, ...others] = [...new Set(parsed.people.flatMap(({ ids }) => ids))]
  if (plain.intent !== 'customer.update' || id === undefined || others.length > 0) return undefined
  const cuts = [...text.matchAll(BETWEEN_FACTS)].filter(({ index }) => index > 0)
  const pieces: { readonly start: number; readonly end: number; readonly field: string }[] = []
  let start = 0
  for (const cut of [...cuts, undefined]) {
    const end = cut?.index ?? text.length
    const next = end + (cut?.[0].length ?? 0)
    const field = text.slice(start, end).trim() === '' ? undefined : fieldOf(named(start, end))
    const last = pieces.at(-1)
    if (last === undefined) {
      if (field === undefined) return undefined
      pieces.push({ start, end, field })
    } else if (field === undefined || field === last.field) pieces[pieces.length - 1] = { ...last, end }
    else pieces.push({ start, end, field })
    start = next
  }
  const isEachItsOwn = new Set(pieces.map(({ field }) => field)).size === pieces.length
  return pieces.length > 1 && isEachItsOwn ? pieces.map((one) => named(one.start, one.end)) : undefined

  function named(from: number, to: number): Heard {
    const part = partAt(heard, from, to)
    if (part.parsed.people.length > 0) return part
    const mention = { start: 0, end: 0, ids: [id ?? ''], by: 'form' } as const
    return part.with(withMention(part.parsed, mention, today))
  }
}

/** The field of a profile that a piece states, with what it states of it. */
function fieldOf(part: Heard): string | undefined {
  const { field, value = '' } = part.as('customer.update').slots.fact ?? {}
  return field === undefined || field === 'other' || field === 'need' || value === '' ? undefined : field
}

function partAt(heard: Heard, start: number, end: number): Heard {
  const { text } = heard
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length)
  const to = from + text.slice(from, end).trimEnd().length
  return heard.with(sliceOf(heard.parsed, from, to, heard.today))
}

const PART_OF_DAY = /^(?:[上下中]午|早上|一早|晚上|傍晚|前)?$/
const REMINDER = /提醒我|记得提醒/g

/** Dictated in one breath: 许老板没打通后天十点提醒我再打: before the day that a reminder is for. */
function withReminders(cuts: readonly Cut[], { text, parsed }: Heard): readonly Cut[] {
  const found = [...text.matchAll(REMINDER)].flatMap(({ index }) => {
    let at = index
    for (const { start, end } of parsed.days.toReversed())
      if (end <= at && PART_OF_DAY.test(text.slice(end, at))) at = start
    const isCut = cuts.some(({ end, next }) => end <= at && at <= next)
    return at === index || isCut || text.slice(0, at).trim().length < 4
      ? []
      : [{ end: at, next: at, isComma: false }]
  })
  return [...cuts, ...found].sort((a, b) => a.end - b.end)
}

function cutsIn(text: string): readonly Cut[] {
  return [...text.matchAll(CUTS)]
    .filter(([cut]) => cut !== '')
    .map((found) => ({
      end: found.index,
      next: found.index + found[0].length,
      isComma: found.groups?.['comma'] !== undefined,
    }))
    .filter(({ end, next }) => text.slice(0, end).trim() !== '' && text.slice(next).trim() !== '')
}

/** Undefined where there is nothing to cut at, or not every piece is a wish. */
function cutAt(heard: Heard, cuts: readonly Cut[]): readonly Part[] | undefined {
  return cuts.length === 0 ? undefined : partsOf(heard, cuts)
}

/** Undefined where a piece is no wish of its own. Courtesies are left out. */
function partsOf(heard: Heard, cuts: readonly Cut[]): readonly Part[] | undefined {
  const { length } = heard.text
  const parts: Part[] = []
  let start = 0
  let isAfterComma = false
  for (const { end, next, isComma } of [...cuts, { end: length, next: length, isComma: false }]) {
    const part = withNameBefore(partAt(heard, start, end), heard, start)
    const { plain } = part
    const isBesideComma = isComma || isAfterComma
    if (!(COURTESIES.includes(plain.intent) && plain.confidence >= SURE_ENOUGH.ownWish)) {
      const isBesideFact =
        isPlainFact(part) || (isAfterComma && parts.some(({ heard: one }) => isPlainFact(one)))
      if (!isWish(part, isBesideComma, isBesideFact)) return undefined
      parts.push({ start, end, heard: part })
    }
    start = next
    isAfterComma = isComma
  }
  return parts
}

/** 记一下王姐儿子结婚了,然后约她周五: whom a pronoun of one wish means is named in the wishes before. */
function withNameBefore(part: Heard, { parsed, people, today }: Heard, start: number): Heard {
  if (part.parsed.people.length > 0) return part
  const reference = referenceIn(part.text)
  if (reference?.to.kind !== 'person') return part
  const { gender } = reference.to
  const named = [
    ...new Set(
      parsed.people.filter((one) => one.end <= start).flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
    ),
  ].filter((id) => gender === undefined || (people.customers.get(id)?.gender ?? gender) === gender)
  const [id, ...others] = named
  if (id === undefined || others.length > 0) return part
  const { start: from, end } = reference
  return part.with(withMention(part.parsed, { start: from, end, ids: [id], by: 'form' }, today))
}

function isPlainFact({ plain, parsed }: Pick<Heard, 'plain' | 'parsed'>): boolean {
  return (
    plain.intent === 'customer.update' &&
    plain.asked?.stated !== undefined &&
    (PLAIN_FACT.test(parsed.masked) || plain.asked.toBeNoted === true)
  )
}

function isWish({ plain, parsed }: Heard, isBesideComma: boolean, isBesideFact: boolean): boolean {
  const { intent, confidence, explain, slots } = plain
  if (isTalk(intent) && intent !== 'undo') return false
  if (!isBesideComma) return confidence >= SURE_ENOUGH.ownWish
  const isPiece = PIECE.test(explain?.readAs ?? '')
  if (isPiece || confidence < SURE_ENOUGH.wishAfterComma) return false
  if (isBesideFact && (intent === 'contact.log' || intent === 'customer.update')) return true
  if (isWrite(intent) && intent !== 'contact.log') return parsed.people.length > 0 && slots.when !== undefined
  return canTurn(intent) && rowOf(intent).joinsReport !== true
}

function belongsTo(before: Reading, { plain: reading, text }: Heard): boolean {
  if (REMINDS.test(text) && reading.slots.when !== undefined) return false
  if (reading.intent === before.intent && !isAnother(before, reading)) return true
  if (rowOf(reading.intent).joinsReport !== true) return false
  const named = namesOf(reading)
  if (reading.intent === 'contact.log' && before.intent === 'contact.log') return true
  if (reading.intent === 'customer.update' && before.intent !== 'contact.log') return false
  if (reading.intent === 'contact.log' && before.intent === 'customer.update') return false
  const isOfTheSame = named.length === 0 || named.some((id) => namesOf(before).includes(id))
  return before.intent === 'contact.log' && isOfTheSame
}

/** The same again of somebody else or another time; else the second half only says more of the first. */
function isAnother({ slots: a }: Reading, { slots: b }: Reading): boolean {
  const differs = (one: unknown, other: unknown) =>
    one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other)
  return differs(a.customers, b.customers) || differs(a.period, b.period)
}

function namesOf({ slots, mentions = [] }: Reading): readonly string[] {
  return [...(slots.customers ?? []), ...mentions.flatMap(({ customers }) => customers)]
}
