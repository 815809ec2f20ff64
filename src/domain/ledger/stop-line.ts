import type { Policy } from '../policy.js'
import type { Holding } from './holding.js'

export type StopLine = 'profit' | 'loss'

/** Which line the ledger's market value of a fund has passed against its cost; undefined where either is not known. */
export function stopLineOf(
  { kind, costFen, marketValueFen }: Holding,
  policy: Pick<Policy, 'stopLines'>,
): StopLine | undefined {
  if (kind !== 'fund' || costFen === undefined || marketValueFen === undefined) return undefined
  return stopLinePassed(costFen, marketValueFen, policy)
}

/** Which line a change of value has passed; a change of exactly the line has. */
export function stopLinePassed(
  before: number,
  now: number,
  { stopLines: { profitPercent, lossPercent } }: Pick<Policy, 'stopLines'>,
): StopLine | undefined {
  if (before <= 0) return undefined
  const hundredfold = (now - before) * 100
  if (hundredfold >= before * profitPercent) return 'profit'
  return -hundredfold >= before * lossPercent ? 'loss' : undefined
}
