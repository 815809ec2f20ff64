import { customersCounted } from '../../domain/book.js'
import { cadence } from '../../domain/cadence/cadence.js'
import { type PromisesKept, promisesDue, promisesKept } from '../../domain/customer/promises-kept.js'
import { type Day, type Period, weekOf } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { type Mirror, mirrorOf } from '../../domain/results/mirror.js'
import { type Results, resultsOf } from '../../domain/results/results.js'
import { type TwoSteps, twoStepsOf } from '../../domain/results/two-steps.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { planWeekAhead, type WeekAhead } from '../../domain/wrap-up/week-ahead.js'
import type { Books, OccasionSources } from '../../ports/ports.js'

export interface ShowWeekDeps {
  readonly books: Books
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** The rest of the week of one manager, as Monday tells it. */
export function showWeekAhead({ books, sources, policy, calendar }: ShowWeekDeps) {
  return async (managerId: string, today: Day): Promise<WeekAhead> =>
    planWeekAhead(await books.read(managerId), policy, calendar, today, await sources.for(managerId))
}

export interface WeekResults {
  readonly period: Period
  readonly results: Results
  /** Customers whose regular contact is overdue as of today. */
  readonly overdueNow: number
  /** The notes of the week, for the manager alone. */
  readonly mirror: Mirror
  readonly promises: PromisesKept
  readonly twoSteps: TwoSteps
}

/** What one manager did from Monday to today, as Friday tells it. */
export function showWeekResults({ books, policy, calendar }: Omit<ShowWeekDeps, 'sources'>) {
  return async (managerId: string, today: Day): Promise<WeekResults> => {
    const book = await books.read(managerId)
    const { customers } = book
    const counted = customersCounted(book)
    const period = { from: weekOf(today).from, to: today }
    const overdueNow = customers.filter((customer) => {
      const due = cadence(customer, policy, calendar, today)
      return due.kind !== 'none' && due.overdueWorkingDays > 0
    }).length
    return {
      period,
      results: resultsOf(counted, managerId, period),
      overdueNow,
      mirror: mirrorOf(customers, managerId, period, policy),
      promises: promisesKept(promisesDue(counted, period, today)),
      twoSteps: twoStepsOf(counted, managerId, period),
    }
  }
}
