import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Change, ChangeKind, Edit } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { withChange } from '../../domain/undo.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface WriteChangeDeps {
  readonly books: Books
  readonly journal: Journal
}

export interface ChangeToWrite {
  /** The same for every repeat of the message or press: what is written once is not written again. */
  readonly changeId: string
  readonly kind: ChangeKind
  readonly managerId: string
  /** ISO 8601 instant. */
  readonly at: string
  /** At least one. */
  readonly customerIds: readonly string[]
}

/** What one customer's part of a change comes to; without edits nothing of that customer is written. */
export interface Edited<R> {
  readonly customer: Customer
  readonly edits: readonly Edit[]
  readonly result: R
}

export type ChangeWritten<R> =
  | { readonly status: 'written'; readonly changeId: string; readonly results: readonly R[] }
  /** Written before by the same message or press. */
  | { readonly status: 'repeated' }
  /** Not in this manager's book: nothing was written. "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book'; readonly customerIds: readonly string[] }

/**
 * Writes one change over customers of the manager's own book, which one undo takes back, and records who did it.
 *
 * @param edit decides one customer's part; `key` is its own within the change
 */
export async function writeChange<R>(
  deps: WriteChangeDeps,
  input: ChangeToWrite,
  edit: (customer: Customer, key: string) => Edited<R>,
): Promise<ChangeWritten<R>> {
  const { changeId, kind, managerId, at } = input
  const ids = [...new Set(input.customerIds)]
  const written = await deps.books.change<ChangeWritten<R>>(managerId, (book) => {
    if (book.changes.some((c) => c.id === changeId)) return { book, result: { status: 'repeated' } }
    const missing = ids.filter((id) => findCustomer(book, id) === undefined)
    if (missing.length > 0) return { book, result: { status: 'not-in-book', customerIds: missing } }
    const edited = ids.map((id, index) => edit(findCustomer(book, id)!, `${changeId}-${index + 1}`))
    const results = edited.map(({ result }) => result)
    const edits = edited.flatMap((e) => e.edits)
    if (edits.length === 0) return { book, result: { status: 'written', changeId, results } }
    const change: Change = { id: changeId, kind, at, edits, undone: false }
    const customers = edited.filter((e) => e.edits.length > 0).map((e) => e.customer)
    return {
      book: withChange(withCustomers(book, customers), change),
      result: { status: 'written', changeId, results },
    }
  })
  if (written.status === 'written') await deps.journal.append({ at, managerId, act: kind, customerIds: ids })
  return written
}
