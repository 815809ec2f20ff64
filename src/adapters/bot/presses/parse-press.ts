import { isCalendarDay } from '../../../domain/day.js'
import type { Press } from '../../../ports/conversation.js'

const VERB = /^[a-z][a-z.-]{0,59}$/
/** Of our own cards at most some ten; what Teams adds to the offer of a file is deeper and longer. */
const MAX_VALUES = 200
const MAX_DEPTH = 6
/** An address that a file may be put to is the longest. */
const MAX_TEXT = 4_000
const MAX_ONCE = 200

const NONE: Press = { verb: '', data: {} }

/** A pressed button, from outside; one that none of our cards can have is a press of nothing. */
export function parsePress(verb: unknown, data: Readonly<Record<string, unknown>>): Press {
  if (typeof verb !== 'string' || !VERB.test(verb) || !isPlain(data)) return NONE
  const { once } = data
  if (once === undefined) return { verb, data }
  return typeof once === 'string' && once.length <= MAX_ONCE ? { verb, data, key: `${verb}/${once}` } : NONE
}

/** Looks like a day, whatever its year. */
const LIKE_A_DAY = /^[+-]?\d{4,6}-\d{2}-\d{2}$/

function isPlain(data: unknown): boolean {
  let values = 0
  const isBounded = (value: unknown, depth: number): boolean => {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) return false
    if (typeof value === 'string')
      return value.length <= MAX_TEXT && (!LIKE_A_DAY.test(value) || isCalendarDay(value))
    if (typeof value !== 'object' || value === null) return true
    return Object.values(value).every((inner) => isBounded(inner, depth + 1))
  }
  return isBounded(data, 0)
}
