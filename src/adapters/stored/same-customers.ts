import type { Book } from '../../domain/book.js'

/** Whether no customer came into the book, and none went. */
export function holdsSameCustomers(before: Book, after: Book): boolean {
  if (before.customers === after.customers) return true
  if (before.customers.length !== after.customers.length) return false
  return before.customers.every((customer, at) => customer.id === after.customers[at]!.id)
}
