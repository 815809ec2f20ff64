import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { isWorkingDayBefore, type OccasionContext, type ReasonBase } from './occasion.js'
import { isAmong } from './vip/vip.js'

/** A public festival for which the bank greets the customer (Handbook §3 P2). */
export interface FestivalReason extends ReasonBase {
  readonly kind: 'festival'
  readonly priority: 2
  readonly festivalId: string
  readonly name: string
  readonly nameEn?: string
  readonly on: Day
}

/** The working day before. */
export function festival(customer: Customer, context: OccasionContext): readonly FestivalReason[] {
  return context.sources.festivals
    .filter((one) => isWorkingDayBefore(context, one.on) && isAmong(one, customer, context.policy))
    .map(({ id, name, nameEn, on }) => ({
      kind: 'festival',
      priority: 2,
      festivalId: id,
      name,
      ...(nameEn === undefined ? {} : { nameEn }),
      on,
    }))
}
