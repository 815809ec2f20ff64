import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { Fen } from '../money.js'
import type { Policy } from '../policy.js'
import type { DayFlow } from './day-flow.js'
import { type Holding, NO_ASSETS } from './holding.js'
import { isRunning } from './running.js'

/** Money that lies in the current account alone (Handbook §9, Sleeping, idle). */
export interface IdleMoney {
  /** The smallest end-of-day balance of the window up to today. */
  readonly amountFen: Fen
  /** The first day on which it was idle and has been ever since. */
  readonly since: Day
}

const KINDS_BESIDE: readonly Holding['kind'][] = ['current', ...NO_ASSETS]

/** The idle money of a customer on `today`; undefined where there is none, or where a balance is not known. */
export function idleMoney(customer: Customer, policy: Policy, today: Day): IdleMoney | undefined {
  const { fromFen, days } = policy.idleMoney
  if (customer.flows.length === 0) return undefined
  const invested = customer.holdings.filter((holding) => !KINDS_BESIDE.includes(holding.kind))
  if (invested.some((holding) => isRunning(holding, today))) return undefined
  const stretch = balanceStretch(customer.flows, fromFen, today, addDays(today, -days))
  if (stretch === undefined) return undefined

  let since = addDays(stretch.since, days)
  for (const { maturesOn } of invested)
    if (maturesOn !== undefined && maturesOn < today && maturesOn >= since) since = addDays(maturesOn, 1)
  return { amountFen: stretch.smallestFen, since }
}

/**
 * Walks back from today as long as the end-of-day balance is known and at least `fromFen`; undefined where that does not
 * reach `windowFrom`. A balance stands until the next day with rows; rows without a balance leave it unknown.
 */
function balanceStretch(
  flows: readonly DayFlow[],
  fromFen: Fen,
  today: Day,
  windowFrom: Day,
): { readonly smallestFen: Fen; readonly since: Day } | undefined {
  let smallestFen: Fen | undefined
  let since: Day | undefined
  for (let index = flows.length - 1; index >= 0; index--) {
    const { on, balanceFen } = flows[index]!
    if (on > today) continue
    if (balanceFen === undefined || balanceFen < fromFen) break
    const isInWindow = since === undefined || since > windowFrom
    if (isInWindow && (smallestFen === undefined || balanceFen < smallestFen)) smallestFen = balanceFen
    since = on
  }
  if (smallestFen === undefined || since === undefined || since > windowFrom) return undefined
  return { smallestFen, since }
}
