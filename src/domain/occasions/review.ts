import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type ReviewDue, reviewsOfDay } from '../review/due-reviews.js'
import type { OccasionContext, ReasonBase } from './occasion.js'

/** A wealth review is due, and one of the two of its day (Handbook §8.3). */
export interface ReviewReason extends ReasonBase {
  readonly kind: 'review'
  readonly priority: 2
  readonly dueOn: Day
  /** Absent: never reviewed. */
  readonly lastOn?: Day
  /** Nothing runs in yuan: the ledger is what to ask about. */
  readonly withoutHoldings?: true
}

/** Which two it is depends on the whole book, so it is worked out once a book and day: `withReviews`. */
export function review(customer: Customer, { reviews }: OccasionContext): readonly ReviewReason[] {
  const due = reviews.get(customer.id)
  if (due === undefined) return []
  const { dueOn, lastOn, isWithoutHoldings } = due
  return [
    {
      kind: 'review',
      priority: 2,
      dueOn,
      ...(lastOn === undefined ? {} : { lastOn }),
      ...(isWithoutHoldings ? { withoutHoldings: true } : {}),
    },
  ]
}

/** The context with the reviews of its day in a book. */
export function withReviews(context: OccasionContext, customers: readonly Customer[]): OccasionContext {
  const due: readonly ReviewDue[] = reviewsOfDay(customers, context, context.today)
  if (due.length === 0) return context
  return { ...context, reviews: new Map(due.map((one) => [one.customer.id, one])) }
}
