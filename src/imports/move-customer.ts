import { findCustomer } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import type { BankDraft } from '../ports/ports.js'
import { groupedBy } from './merge-row.js'
import { moveTransactions } from './transaction-store.js'

/**
 * Takes customers out of the books they are in, with their transactions following to `to`; who asked puts them into
 * the new book. Customers that are in no book, or already in that one, are left.
 */
export async function takeOut(
  draft: BankDraft,
  moves: readonly { readonly customerId: string; readonly to: string }[],
): Promise<ReadonlyMap<string, { readonly customer: Customer; readonly from: string }>> {
  const found = new Map<string, { readonly customer: Customer; readonly from: string }>()
  const leaving = moves.flatMap((move) => {
    const from = draft.ownerOf(move.customerId)
    return from === undefined || from === move.to ? [] : [{ ...move, from }]
  })
  for (const [from, group] of groupedBy(leaving, (move) => move.from)) {
    const book = await draft.book(from)
    for (const { customerId } of group) {
      const customer = findCustomer(book, customerId)
      if (customer !== undefined) found.set(customerId, { customer, from })
    }
    await draft.putBook({ ...book, customers: book.customers.filter((customer) => !found.has(customer.id)) })
    await moveTransactions(draft, from, group)
  }
  return found
}
