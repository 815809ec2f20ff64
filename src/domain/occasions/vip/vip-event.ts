import type { Customer } from '../../customer/customer.js'
import type { Day } from '../../day.js'
import { isNoticeDay, isWorkingDayBefore, type OccasionContext, type ReasonBase } from '../occasion.js'
import type { VipEvent } from '../sources.js'
import { isInvited } from './vip.js'

/** An event to which the customer can be invited (Handbook §3 P2). */
export interface VipEventReason extends ReasonBase {
  readonly kind: 'event'
  readonly priority: 2
  readonly eventId: string
  readonly name: string
  readonly on: Day
  readonly place?: string
}

/** A week before and the working day before. */
export function vipEvent(customer: Customer, context: OccasionContext): readonly VipEventReason[] {
  return context.sources.events
    .filter((event) => isShown(event, context) && isInvited(event, customer, context.policy))
    .map(({ id, name, on, place }) => ({
      kind: 'event',
      priority: 2,
      eventId: id,
      name,
      on,
      ...(place === undefined ? {} : { place }),
    }))
}

function isShown({ on }: VipEvent, context: OccasionContext): boolean {
  return isWorkingDayBefore(context, on) || isNoticeDay(context, on, context.policy.eventHeadsUpDays)
}
