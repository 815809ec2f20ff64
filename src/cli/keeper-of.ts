import { findCustomer } from '../domain/book.js'
import type { Books } from '../ports/ports.js'

/** The manager in whose book the customer is; undefined where no book has one of that id. */
export async function keeperOf(books: Books, customerId: string): Promise<string | undefined> {
  for (const id of await books.managerIds())
    if (findCustomer(await books.read(id), customerId) !== undefined) return id
  return undefined
}
