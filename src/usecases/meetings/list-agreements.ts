import { findCustomer } from '../../domain/book.js'
import type { Agreed } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import { type Day, isWithin, type Period } from '../../domain/day.js'
import type { Books } from '../../ports/ports.js'

export interface AgreementQuery {
  readonly kinds: readonly Agreement['kind'][]
  /** Absent: everything that is open, what has no day included. */
  readonly period?: Period
  readonly customerIds?: readonly string[]
}

/** What was agreed with the manager's own customers and is still open; by day and time, what has no day last. */
export function listAgreements({ books }: { readonly books: Books }) {
  return async (managerId: string, query: AgreementQuery): Promise<readonly Agreed[]> => {
    const book = await books.read(managerId)
    const { kinds, period, customerIds } = query
    const customers =
      customerIds === undefined ? book.customers : customerIds.flatMap((id) => findCustomer(book, id) ?? [])
    return customers
      .flatMap((customer) =>
        customer.agreements
          .filter((a) => a.state === 'open' && kinds.includes(a.kind) && isAsked(a.on, period))
          .map((agreement) => ({ customer, agreement })),
      )
      .sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0))
  }
}

function isAsked(on: Day | undefined, period: Period | undefined): boolean {
  return period === undefined || (on !== undefined && isWithin(period, on))
}

function moment({ agreement: { on, time, id } }: Agreed): string {
  return `${on ?? '9999'} ${time ?? '24:00'} ${id}`
}
