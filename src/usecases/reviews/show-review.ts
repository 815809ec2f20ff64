import { findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { type ReviewDue, reviewDue } from '../../domain/review/due-reviews.js'
import { type ReviewSheet, reviewSheet } from '../../domain/review/review-sheet.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, Products } from '../../ports/ports.js'

export interface ShowReviewDeps {
  readonly books: Books
  readonly products: Products
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface ReviewView {
  readonly customer: Customer
  readonly sheet: ReviewSheet
  /** When it is due; absent for a customer who has no regular one. */
  readonly due?: ReviewDue
}

export type ReviewShown =
  | ({ readonly status: 'shown' } & ReviewView)
  /** The customer asked for quiet. */
  | { readonly status: 'quiet'; readonly customer: Customer }
  /** "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book' }

/** The wealth review of a customer whom the manager may see, as of a day. */
export function showReview({ books, products, policy, calendar }: ShowReviewDeps) {
  return async (managerId: string, customerId: string, today: Day): Promise<ReviewShown> => {
    const customer = findCustomer(await books.read(managerId), customerId)
    if (customer === undefined) return { status: 'not-in-book' }
    if (customer.doNotContact) return { status: 'quiet', customer }
    const due = reviewDue(customer, { policy, calendar }, today)
    return {
      status: 'shown',
      customer,
      sheet: reviewSheet(customer, products.all(), policy, today),
      ...(due === undefined ? {} : { due }),
    }
  }
}

export type ShowReview = ReturnType<typeof showReview>
