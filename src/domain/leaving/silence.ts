import { addDays, type Day, daysBetween } from '../day.js'
import type { DayFlow } from '../ledger/day-flow.js'
import type { Policy } from '../policy.js'

/** How long a customer has been silent against the own rhythm. */
export interface Silence {
  /** Since the last day with a transaction of the customer's own. */
  readonly days: number
  /** Of the gaps between such days, in days; a half where they are even in number. */
  readonly medianGap: number
}

/**
 * A silence far beyond the customer's own rhythm (Handbook §8.12); undefined where there is none, or where too few gaps are
 * known to speak of a rhythm.
 *
 * @param until the last day for which transactions are known, at most `today`
 */
export function silence(
  flows: readonly DayFlow[],
  { rfm, leaving }: Pick<Policy, 'rfm' | 'leaving'>,
  today: Day,
  until: Day,
): Silence | undefined {
  const { times, fromDays, fromGaps } = leaving.silence
  const from = addDays(today, -rfm.windowDays)
  const days = flows.filter((flow) => flow.ownCount > 0 && from <= flow.on && flow.on <= today)
  const gaps = days.slice(1).map((flow, at) => daysBetween(days[at]!.on, flow.on))
  const last = days.at(-1)
  if (last === undefined || gaps.length < fromGaps) return undefined
  const medianGap = median(gaps)
  const silent = daysBetween(last.on, until)
  return silent >= fromDays && silent > times * medianGap ? { days: silent, medianGap } : undefined
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
