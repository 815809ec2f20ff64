import type { Familiarity } from '../customer/profile-fields.js'
import type { Day } from '../day.js'
import { fingerprint } from '../fingerprint.js'
import type { ProductKind } from '../ledger/holding.js'
import { fill, type Line, type LineValues, unfilled } from './line.js'
import type { OccupationId } from './occupation.js'
import { isPermitted, type Permission } from './permission.js'
import type { Playbook } from './playbook.js'
import type { LineKind, Situation } from './situations.js'

/** What words are wanted, for whom and when. */
export interface LineRequest<K extends LineKind = LineKind> {
  readonly kind: K
  /** Absent: any situation of the kind. */
  readonly situation?: Situation<K>
  readonly customer: {
    readonly id: string
    readonly occupation?: OccupationId
    readonly familiarity?: Familiarity
    readonly permission: Permission
  }
  readonly productKind?: ProductKind
  /** Absent: spoken or written. */
  readonly channel?: NonNullable<Line['channel']>
  /** Absent: the first time. */
  readonly round?: NonNullable<Line['round']>
  /** In the words of the playbook's language. */
  readonly values: LineValues
  /** Ids of lines this customer has heard, newest last. */
  readonly lastUsed?: readonly string[]
  /** How often a next step followed, in per cent by line; of most lines too little is known (Handbook §8.9). */
  readonly worth?: ReadonlyMap<string, number>
  readonly day: Day
}

export interface FilledLine {
  readonly line: Line
  readonly text: string
}

export type LineChoice =
  | ({ readonly found: true } & FilledLine)
  | { readonly found: false; readonly reason: 'no-line' | 'not-permitted' | 'only-the-one-last-used' }
  | { readonly found: false; readonly reason: 'values-missing'; readonly missing: readonly string[] }

/** The first of `rankLines`, or why there is none. */
export function chooseLine<K extends LineKind>(playbook: Playbook, request: LineRequest<K>): LineChoice {
  const fitting = fittingLines(playbook, request)
  if (fitting.length === 0) return { found: false, reason: 'no-line' }
  const permitted = fitting.filter((line) => isPermitted(line, request.customer.permission))
  if (permitted.length === 0) return { found: false, reason: 'not-permitted' }
  const complete = permitted.filter((line) => unfilled(line, request.values).length === 0)
  if (complete.length === 0) {
    const missing = [...new Set(permitted.flatMap((line) => unfilled(line, request.values)))]
    return { found: false, reason: 'values-missing', missing }
  }
  const [first] = ordered(complete, request)
  if (first === undefined) return { found: false, reason: 'only-the-one-last-used' }
  return { found: true, line: first, text: fill(first.text, request.values) }
}

/**
 * Every line that may be said, best first: those not yet said to this customer before those said longest ago, never
 * the one said last; among them those that work best, then those for this occupation, kind of product and familiarity. What is left is variety:
 * a function of customer, day and line, so that the same question on one day has one answer and on another day another.
 */
export function rankLines<K extends LineKind>(
  playbook: Playbook,
  request: LineRequest<K>,
): readonly FilledLine[] {
  const usable = fittingLines(playbook, request).filter(
    (line) => isPermitted(line, request.customer.permission) && unfilled(line, request.values).length === 0,
  )
  return ordered(usable, request).map((line) => ({ line, text: fill(line.text, request.values) }))
}

function fittingLines({ lines }: Playbook, request: LineRequest): readonly Line[] {
  const { kind, situation, customer, productKind, channel, round = 'first' } = request
  const has = <T>(list: readonly T[] | undefined, value: T | undefined) =>
    list === undefined || (value !== undefined && list.includes(value))
  return lines.filter(
    (line) =>
      line.kind === kind &&
      (situation === undefined || line.situation === situation) &&
      has(line.productKinds, productKind) &&
      has(line.occupations, customer.occupation) &&
      has(line.familiarity, customer.familiarity ?? 'unknown') &&
      (line.channel === undefined || channel === undefined || line.channel === channel) &&
      (line.round === undefined || line.round === round),
  )
}

function ordered(lines: readonly Line[], request: LineRequest): readonly Line[] {
  const { lastUsed = [], worth = NOTHING_KNOWN, customer, day } = request
  // One of which too little is known stands in the middle of those that are known.
  const middle = [...worth.values()].reduce((sum, share) => sum + share / worth.size, 0)
  const last = lastUsed.at(-1)
  const rank = (line: Line) => ({
    line,
    // Later in the list is said more recently; −1 is never.
    said: lastUsed.lastIndexOf(line.id),
    worth: worth.get(line.id) ?? middle,
    fit: specificity(line),
    draw: Number.parseInt(fingerprint({ customer: customer.id, day, line: line.id }), 36),
  })
  return lines
    .filter((line) => line.id !== last)
    .map(rank)
    .sort((a, b) => a.said - b.said || b.worth - a.worth || b.fit - a.fit || a.draw - b.draw)
    .map(({ line }) => line)
}

const NOTHING_KNOWN: ReadonlyMap<string, number> = new Map()

function specificity({ occupations, productKinds, familiarity }: Line): number {
  return (
    (occupations === undefined ? 0 : 4) +
    (productKinds === undefined ? 0 : 2) +
    (familiarity === undefined ? 0 : 1)
  )
}
