import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { type ReviewDue, type ReviewWeek, reviewsOfDay, reviewWeek } from '../../domain/review/due-reviews.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { breathe } from '../../ports/breathe.js'
import type { Books } from '../../ports/ports.js'

export interface ListReviewsDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface ReviewsDue {
  readonly managerId: string
  readonly week: ReviewWeek
  /** Those of the day itself; none on a day off. */
  readonly today: readonly ReviewDue[]
}

/** What is due this week, book by book: each manager has a room of their own. */
export function listReviews({ books, policy, calendar }: ListReviewsDeps) {
  return async (managerIds: readonly string[], today: Day): Promise<readonly ReviewsDue[]> => {
    const due: ReviewsDue[] = []
    for (const managerId of managerIds) {
      const { customers } = await books.read(managerId)
      const rules = { policy, calendar }
      due.push({
        managerId,
        week: reviewWeek(customers, rules, today),
        today: reviewsOfDay(customers, rules, today),
      })
      await breathe()
    }
    return due
  }
}

export type ListReviews = ReturnType<typeof listReviews>
