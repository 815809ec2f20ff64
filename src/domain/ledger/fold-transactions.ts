import { addDays, type Day } from '../day.js'
import { addFen, type Fen, fen } from '../money.js'
import type { Policy } from '../policy.js'
import type { DayFlow } from './day-flow.js'

/** One row of an account's transactions, as far as the rules need it. */
export interface Transaction {
  readonly on: Day
  /** Plus in, minus out. */
  readonly amountFen: Fen
  /** After the row; absent where the file gave none. */
  readonly balanceFen?: Fen
  /** The customer's own, not a posting of the bank (Handbook §9, RFM). */
  readonly isOwn: boolean
}

/** Whether a row with this summary is the customer's own; one without a summary is. */
export function isOwnTransaction(policy: Pick<Policy, 'bankPostings'>, summary: string | undefined): boolean {
  return summary === undefined || !policy.bankPostings.includes(summary)
}

/**
 * One flow for every day that has a row, ascending. `rows` stand in the order in which they were booked; of the
 * balances of a day the last one stated holds at its end.
 */
export function foldTransactions(rows: readonly Transaction[]): readonly DayFlow[] {
  const byDay = new Map<Day, { -readonly [Field in keyof DayFlow]: DayFlow[Field] }>()
  const cameIn = new Map<Day, Fen>()
  for (const row of rows) {
    let flow = byDay.get(row.on)
    if (flow === undefined) {
      flow = { on: row.on, netFen: ZERO, ownCount: 0, ownAbsFen: ZERO }
      byDay.set(row.on, flow)
    }
    flow.netFen = addFen(flow.netFen, row.amountFen)
    if (row.amountFen > 0) cameIn.set(row.on, addFen(cameIn.get(row.on) ?? ZERO, row.amountFen))
    if (row.balanceFen !== undefined) flow.balanceFen = row.balanceFen
    if (!row.isOwn) continue
    flow.ownCount++
    flow.ownAbsFen = addFen(flow.ownAbsFen, fen(Math.abs(row.amountFen)))
  }
  // Most days have one row: what came in is kept only where the net does not tell it.
  for (const [on, inFen] of cameIn) {
    const flow = byDay.get(on)
    if (flow !== undefined && inFen !== Math.max(flow.netFen, 0)) flow.inFen = inFen
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

const ZERO = fen(0)

/**
 * The days whose rows the rules may still ask for: the window up to `today`, and of the time before it the last day
 * with an own row (is the account sleeping?), the last with a balance (is money idle?), and the day since which, up to
 * that one, the balance was never below the idle sum (since when?).
 */
export function daysStillNeeded(
  flows: readonly DayFlow[],
  policy: Pick<Policy, 'rfm' | 'idleMoney'>,
  today: Day,
): ReadonlySet<Day> {
  const from = addDays(today, -policy.rfm.windowDays)
  const before = flows.filter((flow) => flow.on < from)
  const lastOwn = before.findLast((flow) => flow.ownCount > 0)
  const lastBalance = before.findLast((flow) => flow.balanceFen !== undefined)
  const lastTooLow = before.findLastIndex(
    (flow) => !(flow.balanceFen !== undefined && flow.balanceFen >= policy.idleMoney.fromFen),
  )
  const enoughSince = before[lastTooLow + 1]
  const kept = [lastOwn, lastBalance, enoughSince, ...flows.filter((flow) => flow.on >= from)]
  return new Set(kept.filter((flow) => flow !== undefined).map((flow) => flow.on))
}
