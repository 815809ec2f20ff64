import { findCustomer } from '../../domain/book.js'
import { type Brief, type BriefItem, planBrief } from '../../domain/brief/plan-brief.js'
import type { Customer } from '../../domain/customer/customer.js'
import { openDeferral } from '../../domain/customer/deferral.js'
import type { Day } from '../../domain/day.js'
import { withOwnCapacity } from '../../domain/manager/settings.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, Desks, OccasionSources } from '../../ports/ports.js'

export interface ShowBriefDeps {
  readonly books: Books
  readonly desks: Pick<Desks, 'read'>
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** A brief with the customers it names, so that it can be shown. */
export interface BriefView {
  readonly brief: Brief
  readonly rows: readonly { readonly item: BriefItem; readonly customer: Customer }[]
  /** Customers of the book who were spoken with on that day, in the order of the book. */
  readonly done: readonly Customer[]
  /** Customers who were put off or skipped on that day, in the order of the book. */
  readonly putOff: readonly Customer[]
}

/** The manager's list for a day; `full` lifts the day's capacity. */
export function showBrief(deps: ShowBriefDeps) {
  return async (
    managerId: string,
    day: Day,
    options: { readonly full?: boolean } = {},
  ): Promise<BriefView> => {
    const book = await deps.books.read(managerId)
    const { settings } = await deps.desks.read(managerId)
    const brief = planBrief(book, withOwnCapacity(deps.policy, settings), deps.calendar, day, {
      ...options,
      sources: await deps.sources.for(managerId),
    })
    const done = book.customers.filter((customer) => isSpokenWith(customer, day))
    const putOff = book.customers.filter((customer) => openDeferral(customer, day)?.madeOn === day)
    return {
      brief,
      done,
      putOff,
      rows: brief.items.map((item) => ({ item, customer: findCustomer(book, item.customerId)! })),
    }
  }
}

export type ShowBrief = ReturnType<typeof showBrief>

function isSpokenWith({ contacts }: Customer, day: Day): boolean {
  return contacts.some((c) => c.on === day && c.reached && c.withdrawn === undefined)
}
