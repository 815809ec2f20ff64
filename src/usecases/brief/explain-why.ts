import { findCustomer } from '../../domain/book.js'
import { type Why, why } from '../../domain/brief/why.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { withOwnCapacity } from '../../domain/manager/settings.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, Desks, OccasionSources } from '../../ports/ports.js'

export interface ExplainWhyDeps {
  readonly books: Books
  readonly desks: Pick<Desks, 'read'>
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Why a customer of the manager's own is, or is not, on a day's list; undefined for who is not in the book. */
export function explainWhy({ books, desks, sources, policy, calendar }: ExplainWhyDeps) {
  return async (
    managerId: string,
    customerId: string,
    day: Day,
  ): Promise<{ readonly customer: Customer; readonly why: Why } | undefined> => {
    const book = await books.read(managerId)
    const customer = findCustomer(book, customerId)
    const rules = withOwnCapacity(policy, (await desks.read(managerId)).settings)
    const explained = why(customerId, book, rules, calendar, day, { sources: await sources.for(managerId) })
    return customer === undefined || explained === undefined ? undefined : { customer, why: explained }
  }
}
