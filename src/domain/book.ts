import type { Change } from './change.js'
import type { Customer } from './customer/customer.js'

/** What one manager looks after. */
export interface Book {
  readonly managerId: string
  /** Ascending by id. */
  readonly customers: readonly Customer[]
  /** The manager's own last changes, newest last, for undo. */
  readonly changes: readonly Change[]
  /**
   * Customers who were erased, for the sums of results alone: days, outcomes and amounts under an id, without a name or a
   * word. No list, search or brief reads them.
   */
  readonly erased?: readonly Customer[]
}

export function emptyBook(managerId: string): Book {
  return { managerId, customers: [], changes: [] }
}

/** Whose contacts, promises and money count in results: also those of customers who were erased since. */
export function customersCounted({
  customers,
  erased,
}: Pick<Book, 'customers' | 'erased'>): readonly Customer[] {
  return erased === undefined ? customers : [...customers, ...erased]
}

export function findCustomer(book: Book, customerId: string): Customer | undefined {
  let low = 0
  let high = book.customers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = book.customers[middle]!
    if (at.id === customerId) return at
    if (at.id < customerId) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** A book in which `changed` stand in the place of the customers with their ids; those of no such id are added. */
export function withCustomers(book: Book, changed: readonly Customer[]): Book {
  const byId = new Map(changed.map((c) => [c.id, c]))
  const kept = book.customers.map((c) => {
    const replacement = byId.get(c.id)
    byId.delete(c.id)
    return replacement ?? c
  })
  if (byId.size === 0) return { ...book, customers: kept }
  return { ...book, customers: [...kept, ...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
