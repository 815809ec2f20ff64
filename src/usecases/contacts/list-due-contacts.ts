import { type CadenceDue, cadence } from '../../domain/cadence/cadence.js'
import { type AttributeQuery, attributeMatcher } from '../../domain/customer/attribute-query.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { type AmountRange, CNY, isInRange } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { breathe } from '../../ports/breathe.js'
import type { Books } from '../../ports/ports.js'

export interface ListDueContactsDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface DueContact {
  readonly customer: Customer
  /** Whose book the customer is in. */
  readonly managerId: string
  readonly cadence: CadenceDue
}

/**
 * Customers of these books whose regular contact is due by `by`, the longest overdue for their rhythm first.
 *
 * @param assets only customers whose assets lie in this range
 * @param query only customers of whom this is true
 */
export function listDueContacts(deps: ListDueContactsDeps) {
  return async (
    managerIds: readonly string[],
    by: Day,
    today: Day,
    assets?: AmountRange,
    query?: AttributeQuery,
  ): Promise<readonly DueContact[]> => {
    const isAsked =
      query === undefined
        ? () => true
        : attributeMatcher(query, { policy: deps.policy, calendar: deps.calendar, today })
    const due: DueContact[] = []
    for (const managerId of managerIds) {
      for (const customer of (await deps.books.read(managerId)).customers) {
        const now = cadence(customer, deps.policy, deps.calendar, today)
        if (now.kind === 'none' || now.dueOn > by) continue
        if (assets !== undefined && !hasAssetsIn(customer, assets)) continue
        if (isAsked(customer)) due.push({ customer, managerId, cadence: now })
      }
      await breathe()
    }
    return due.sort(
      (a, b) =>
        urgency(b.cadence) - urgency(a.cadence) ||
        compare(a.cadence.dueOn, b.cadence.dueOn) ||
        compare(a.cadence.tier, b.cadence.tier) ||
        compare(a.customer.id, b.customer.id),
    )
  }
}

function hasAssetsIn({ aumFen }: Customer, range: AmountRange): boolean {
  return aumFen !== undefined && isInRange(range, aumFen, CNY)
}

function urgency(due: CadenceDue): number {
  return due.overdueWorkingDays / due.intervalDays
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
