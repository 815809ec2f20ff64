import type { Book } from '../../domain/book.js'

/** Whether no customer came into the book, and none went. */
export function holdsSameCustomers(before: Book, after: Book): boolean {
  if (before.customers === after.customers) return true
  if (before.customers.length !== after.customers.length) return false
  return before.customers.every((customer, at) => customer.id === after.customers[at]!.id)
}

/**
 * Only customers whom a manager added come or go. Nobody asks the index of owners for these, whose ids are in no file: it
 * learns of them when a transaction of the bank next reads the book.
 */
export function onlyAdds(before: Book, after: Book): boolean {
  const known = new Set(before.customers.map(({ id }) => id))
  const left = new Set(after.customers.map(({ id }) => id))
  return (
    before.customers.every(({ id, added }) => left.has(id) || added !== undefined) &&
    after.customers.every(({ id, added }) => known.has(id) || added !== undefined)
  )
}
