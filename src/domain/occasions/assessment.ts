import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import { lastValidDay } from '../suitability/suitability.js'
import type { OccasionContext, ReasonBase } from './occasion.js'
import { showsOn } from './recurrence.js'

/** The risk assessment is about to expire (Handbook §3 P2, §9). */
export interface AssessmentReason extends ReasonBase {
  readonly kind: 'assessment'
  readonly priority: 2
  readonly lastValidDay: Day
  readonly daysLeft: number
}

/** Once within the notice before the last valid day, then weekly up to that day; later it is expired, and no occasion. */
export function assessment(customer: Customer, context: OccasionContext): readonly AssessmentReason[] {
  const { today, policy, calendar } = context
  const { noticeDays, repeatDays } = policy.assessment
  const validUpTo = lastValidDay(customer, policy)
  if (validUpTo === undefined || today > validUpTo) return []
  const since = addDays(validUpTo, -noticeDays)
  if (!showsOn(today, since, { days: repeatDays }, calendar)) return []
  return [
    { kind: 'assessment', priority: 2, lastValidDay: validUpTo, daysLeft: daysBetween(today, validUpTo) },
  ]
}
