import type { Customer } from '../customer/customer.js'
import { type Day, weekOf } from '../day.js'
import { isMovedOnToToday, type OccasionContext, type ReasonBase } from './occasion.js'
import { isInvited } from './vip/vip.js'

/** The branch has a gift for the customer (Handbook §3 P2). */
export interface GiftReason extends ReasonBase {
  readonly kind: 'gift'
  readonly priority: 2
  readonly giftId: string
  readonly name: string
  readonly upTo: Day
}

/** Once a week while it lasts: on Monday, or where that is off, on the week's first working day. */
export function gift(customer: Customer, context: OccasionContext): readonly GiftReason[] {
  const { today, policy, sources } = context
  const offered = sources.gifts.filter(({ from, to }) => from <= today && today <= to)
  if (offered.length === 0 || !isMovedOnToToday(context, weekOf(today).from)) return []
  return offered
    .filter((one) => isInvited(one, customer, policy))
    .map(({ id, name, to }) => ({ kind: 'gift', priority: 2, giftId: id, name, upTo: to }))
}
