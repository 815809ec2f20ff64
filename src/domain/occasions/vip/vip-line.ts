import type { Customer } from '../../customer/customer.js'
import { heldSince, isVipWithoutCard, VIP_WITHOUT_CARD } from '../../customer/first-seen.js'
import type { Fen } from '../../money.js'
import type { OccasionContext, ReasonBase } from '../occasion.js'
import { showsOn } from '../recurrence.js'

/** The customer reached the VIP line and has no gold card (Handbook §3 P3). */
export interface VipLineReason extends ReasonBase {
  readonly kind: 'vip-without-card'
  readonly priority: 3
  readonly aumFen: Fen
}

/** Once, then monthly, from the day on which an import first saw it. */
export function vipLine(customer: Customer, context: OccasionContext): readonly VipLineReason[] {
  const { policy, calendar, today } = context
  if (customer.aumFen === undefined || !isVipWithoutCard(customer, policy)) return []
  const since = heldSince(customer, VIP_WITHOUT_CARD, today)
  if (!showsOn(today, since, { months: 1 }, calendar)) return []
  return [{ kind: 'vip-without-card', priority: 3, aumFen: customer.aumFen }]
}
