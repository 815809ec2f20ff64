import { findCustomer } from '../../domain/book.js'
import type { Day } from '../../domain/day.js'
import {
  type Maturity,
  type MaturityQuery,
  maturities,
  maturityTotals,
} from '../../domain/ledger/maturities.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books } from '../../ports/ports.js'

export interface ListMaturitiesDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface MaturityList {
  readonly query: MaturityQuery
  readonly rows: readonly Maturity[]
  readonly totals: ReturnType<typeof maturityTotals>
  /** Some day of the list lies in a year whose holidays are not known. */
  readonly provisional: boolean
}

/** What matures in the manager's own book; `customerIds` narrows it to some customers, who must be in that book. */
export function listMaturities(deps: ListMaturitiesDeps) {
  return async (
    managerId: string,
    query: MaturityQuery,
    today: Day,
    customerIds?: readonly string[],
  ): Promise<MaturityList> => {
    const book = await deps.books.read(managerId)
    const asked =
      customerIds === undefined ? book.customers : customerIds.flatMap((id) => findCustomer(book, id) ?? [])
    const rows = maturities(asked, query, deps.policy, deps.calendar, today)
    return {
      query,
      rows,
      totals: maturityTotals(rows),
      provisional: rows.some((r) => deps.calendar.isProvisional(r.maturesOn)),
    }
  }
}
