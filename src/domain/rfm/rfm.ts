import { addDays, type Day, daysBetween } from '../day.js'
import type { DayFlow } from '../ledger/day-flow.js'
import { addFen, type Fen, fen } from '../money.js'
import type { Policy } from '../policy.js'

/** What one customer's own transactions of the window come to (Handbook §6, §9). */
export interface RfmFacts {
  /** Days since the last one. */
  readonly recencyDays: number
  readonly frequency: number
  /** Sum of the absolute amounts. */
  readonly monetaryFen: Fen
}

export const SEGMENTS = [
  'at-risk',
  'best',
  'loyal',
  'big',
  'new',
  'sleeping',
  'ordinary',
  'inactive',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** Scores 1–5, or all 0 for a customer without a transaction in the window. */
export interface RfmScore {
  readonly r: number
  readonly f: number
  readonly m: number
  readonly segment: Segment
  /** Often here until not long ago (R with F). */
  readonly churnRisk: boolean
  /** Often here with much money (F with M). */
  readonly profitable: boolean
  readonly facts?: RfmFacts
}

/** The facts of a window that ends on `today`; undefined without a transaction of the customer's own in it. */
export function rfmFacts(flows: readonly DayFlow[], policy: Policy, today: Day): RfmFacts | undefined {
  const from = addDays(today, -policy.rfm.windowDays)
  let last: Day | undefined
  let frequency = 0
  let monetaryFen = fen(0)
  for (const flow of flows) {
    if (flow.ownCount === 0 || flow.on < from || flow.on > today) continue
    last = flow.on
    frequency += flow.ownCount
    monetaryFen = addFen(monetaryFen, flow.ownAbsFen)
  }
  return last === undefined ? undefined : { recencyDays: daysBetween(last, today), frequency, monetaryFen }
}

/**
 * Scores the customers of one branch against each other: 1 + ⌊5 · L ÷ n⌋, at most 5, where L is how many are strictly worse
 * and n how many have a transaction in the window. The others are inactive.
 *
 * @param facts of every customer of the branch, whoever's book they are in
 */
export function scoreFacts(
  facts: ReadonlyMap<string, RfmFacts | undefined>,
  policy: Policy,
): ReadonlyMap<string, RfmScore> {
  const active = [...facts.values()].filter((of) => of !== undefined)
  const recency = scorer(active.map((of) => -of.recencyDays))
  const frequency = scorer(active.map((of) => of.frequency))
  const monetary = scorer(active.map((of) => of.monetaryFen))
  return new Map(
    [...facts].map(([id, of]) => [
      id,
      of === undefined
        ? INACTIVE
        : rated(recency(-of.recencyDays), frequency(of.frequency), monetary(of.monetaryFen), of, policy),
    ]),
  )
}

const INACTIVE: RfmScore = { r: 0, f: 0, m: 0, segment: 'inactive', churnRisk: false, profitable: false }

function rated(r: number, f: number, m: number, facts: RfmFacts, { rfm }: Policy): RfmScore {
  const isLapsed = r <= rfm.lapsedUpTo
  const isFrequent = f >= rfm.highFrom
  const isBig = m >= rfm.highFrom
  return {
    r,
    f,
    m,
    segment: segmentOf(isLapsed, isFrequent, isBig, r === 5 && f <= rfm.rareUpTo),
    churnRisk: isLapsed && isFrequent,
    profitable: isFrequent && isBig,
    facts,
  }
}

/** The first that fits, in the order of the handbook. */
function segmentOf(isLapsed: boolean, isFrequent: boolean, isBig: boolean, isNew: boolean): Segment {
  if (isLapsed && (isFrequent || isBig)) return 'at-risk'
  if (isFrequent && isBig) return 'best'
  if (isFrequent) return 'loyal'
  if (isBig) return 'big'
  if (isNew) return 'new'
  return isLapsed ? 'sleeping' : 'ordinary'
}

/** A function from one of the values, of which more is better, to its score among them. */
function scorer(values: readonly number[]): (value: number) => number {
  const ascending = [...values].sort((a, b) => a - b)
  return (value) => Math.min(5, 1 + Math.floor((5 * countBelow(ascending, value)) / ascending.length))
}

function countBelow(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
