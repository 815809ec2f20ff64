import type { Intent, Reading } from '../reading.js'
import { canTurn } from './follow-up.js'

/** A place where one wish may end and the next begin. At a mere comma only questions are cut, read surely. */
interface Cut {
  readonly end: number
  readonly next: number
  readonly isComma: boolean
}

const LINKED_ZH =
  '然后|顺便|接着|随后|完了|再(?=[帮把看查给提约记导说问列来])|另外|还有(?=[帮把看查给提])|并(?=把|提醒)|同时|(?<=[,，、]\\s*)(?=提醒我|记得提醒)'
const LINKED_EN =
  '(?<=,\\s*)(?=remind me)|and then|then|and also|also|after that|afterwards|plus|and (?=(?:show|list|pull|book|remind|skip|put|snooze|log|export|start|tell|give|who|what|which|open|find|check|set|undo|add)(?![a-z]))'
const CUTS = new RegExp(
  `(?<stop>[。！？!?;；\\n]+|\\.(?=\\s))\\s*(?:(?:${LINKED_ZH})|(?:${LINKED_EN})\\b)?|(?<link>[,，、]?\\s*(?:${LINKED_ZH})[,，]?|(?:,\\s*|\\s)(?:${LINKED_EN})[, ]*(?![a-z]{0,2}$))|(?<comma>[,，])`,
  'gi',
)
/** How sure a part has to be read: after a word that links or a stop, and after a mere comma. */
const SURE = 0.6
const SURE_AFTER_COMMA = 0.85
/** A mere name, or words that only narrow what stands beside them. */
const PIECE = /^\s*P\s*$|^(?:只|光|就看|其中|only|just)|(?:only|的)$/
const MOST = 6
const LONGEST = 400

const COURTESIES: readonly Intent[] = ['greet', 'thanks', 'confirm']
const TALK: readonly Intent[] = [...COURTESIES, 'deny', 'cancel', 'none']
/** What belongs to a report where it follows one without a name of its own: the contract counts it to the report. */
const TOLD: readonly Intent[] = [
  'contact.log',
  'appointment.add',
  'task.add',
  'customer.update',
  'contact.snooze',
  'objection.handle',
]

interface Part {
  readonly start: number
  readonly end: number
  readonly reading: Reading
}

/**
 * The wishes of one message, in order; the message itself where it is one. It is cut only where every piece is surely
 * a wish of its own: a report is never cut, whatever it books or promises.
 */
export function requestsIn(text: string, read: (text: string) => Reading): readonly string[] {
  const whole = [text]
  if (text.length > LONGEST) return whole
  const cuts = cutsIn(text)
  if (cuts.length === 0 || cuts.length >= MOST) return whole
  const parts =
    partsOf(text, cuts, read) ??
    partsOf(
      text,
      cuts.filter(({ isComma }) => !isComma),
      read,
    )
  if (parts === undefined) return whole
  const wishes: Part[] = []
  for (const part of parts) {
    const last = wishes.at(-1)
    if (last !== undefined && belongsTo(last, part)) {
      const joined = text.slice(last.start, part.end)
      wishes[wishes.length - 1] = { start: last.start, end: part.end, reading: read(joined) }
    } else wishes.push(part)
  }
  return wishes.length < 2 ? whole : wishes.map(({ start, end }) => text.slice(start, end).trim())
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

/** Undefined where a piece is no wish of its own. Courtesies are left out. */
function partsOf(
  text: string,
  cuts: readonly Cut[],
  read: (text: string) => Reading,
): readonly Part[] | undefined {
  const parts: Part[] = []
  let start = 0
  let isAfterComma = false
  for (const { end, next, isComma } of [...cuts, { end: text.length, next: text.length, isComma: false }]) {
    const reading = read(text.slice(start, end).trim())
    const isBesideComma = isComma || isAfterComma
    if (!(COURTESIES.includes(reading.intent) && reading.confidence >= SURE)) {
      if (!isWish(reading, isBesideComma)) return undefined
      parts.push({ start, end, reading })
    }
    start = next
    isAfterComma = isComma
  }
  return parts
}

function isWish({ intent, confidence, explain }: Reading, isBesideComma: boolean): boolean {
  if (TALK.includes(intent)) return false
  if (!isBesideComma) return confidence >= SURE
  const isPiece = PIECE.test(explain?.readAs ?? '')
  return !isPiece && canTurn(intent) && !TOLD.includes(intent) && confidence >= SURE_AFTER_COMMA
}

function belongsTo({ reading: before }: Part, { reading }: Part): boolean {
  if (reading.intent === before.intent && !isAnother(before, reading)) return true
  if (!TOLD.includes(reading.intent)) return false
  const named = namesOf(reading)
  if (reading.intent === 'contact.log' && before.intent === 'contact.log') return true
  const isOfTheSame = named.length === 0 || named.some((id) => namesOf(before).includes(id))
  return TOLD.includes(before.intent) && isOfTheSame
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
