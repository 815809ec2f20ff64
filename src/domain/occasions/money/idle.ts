import type { Customer } from '../../customer/customer.js'
import { idleMoney } from '../../ledger/idle-money.js'
import { CNY, type Currency, type Fen } from '../../money.js'
import type { OccasionContext, ReasonBase } from '../occasion.js'
import { showsOn } from '../recurrence.js'

/** Money lies in the current account alone (Handbook §3 P3, §9). */
export interface IdleReason extends ReasonBase {
  readonly kind: 'idle'
  readonly priority: 3
  readonly amountFen: Fen
  readonly currency: Currency
}

/** Monthly from the first day it was idle. */
export function idle(
  customer: Customer,
  { policy, calendar, today }: OccasionContext,
): readonly IdleReason[] {
  const money = idleMoney(customer, policy, today)
  if (money === undefined || !showsOn(today, money.since, { months: 1 }, calendar)) return []
  const { amountFen } = money
  return [{ kind: 'idle', priority: 3, atStakeFen: amountFen, amountFen, currency: CNY }]
}
