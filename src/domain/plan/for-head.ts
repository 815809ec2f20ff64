import type { Customer } from '../customer/customer.js'
import { calendarMonthOf, type Day } from '../day.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { type PlanProgress, planProgress } from './progress.js'

/**
 * The value plans of a book that come to the head's morning (Handbook §8.2): drafts to agree to, plans with several overdue
 * steps, and on the first working day of a month every exception.
 */
export function plansForHead(
  customers: readonly Customer[],
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): readonly PlanProgress[] {
  const isCheck = calendar.sameOrNext(calendarMonthOf(today).from) === today
  return customers.flatMap((customer) =>
    (customer.plans ?? [])
      .map((plan) => planProgress(plan, customer, policy, today))
      .filter(
        ({ plan, overdueSteps, exceptions }) =>
          plan.state === 'draft' ||
          overdueSteps >= policy.plan.overdueForHead ||
          (isCheck && exceptions.length > 0),
      ),
  )
}
