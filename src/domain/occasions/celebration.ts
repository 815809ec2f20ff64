import { celebrationsOf, type KeptDays, keptDays } from '../customer/celebrations.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { OccasionContext, ReasonBase } from './occasion.js'

/** A birthday or an anniversary is near (Handbook §3 P2, §9). */
export interface CelebrationReason extends ReasonBase {
  readonly kind: 'birthday' | 'anniversary'
  readonly priority: 2
  readonly on: Day
  readonly calendar: 'solar' | 'lunar'
  /** How many years it is, where the year of the first is known. */
  readonly years?: number
}

/** Every one after today up to and including the next working day. */
export function celebration(customer: Customer, context: OccasionContext): readonly CelebrationReason[] {
  return celebrationsOf(customer, keptFrom(context)).map(({ of, on, calendar, years }) => ({
    kind: of,
    priority: 2,
    on,
    calendar,
    ...(years === undefined ? {} : { years }),
  }))
}

/** The kept days are the same for every customer of a brief. */
const remembered = new WeakMap<OccasionContext, KeptDays>()

function keptFrom(context: OccasionContext): KeptDays {
  const known = remembered.get(context) ?? keptDays({ from: addDays(context.today, 1), to: context.next })
  remembered.set(context, known)
  return known
}
