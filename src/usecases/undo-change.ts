import { findCustomer } from '../domain/book.js'
import type { Change } from '../domain/change.js'
import type { Customer } from '../domain/customer/customer.js'
import { undoChange as undo } from '../domain/undo.js'
import type { Books, Journal } from './ports.js'

export interface UndoChangeDeps {
  readonly books: Books
  readonly journal: Journal
}

export interface UndoChangeInput {
  readonly managerId: string
  /** Absent: the last change not yet taken back. */
  readonly changeId?: string
  /** Only a change that touched one of these customers; empty: any. */
  readonly customerIds?: readonly string[]
  /** ISO 8601 instant. */
  readonly at: string
}

export type UndoChangeResult =
  | {
      readonly status: 'undone'
      readonly change: Change
      readonly customers: readonly Customer[]
      /** Something of it stays, for something newer stands in its place. */
      readonly overtaken: boolean
    }
  | { readonly status: 'nothing' }
  | { readonly status: 'already' }

/** Takes back one change of the manager's own book. Taking back twice says so and changes nothing. */
export function undoChange(deps: UndoChangeDeps) {
  return async (input: UndoChangeInput): Promise<UndoChangeResult> => {
    const result = await deps.books.change<UndoChangeResult>(input.managerId, (book) => {
      const wanted = new Set(input.customerIds ?? [])
      const changeId =
        input.changeId ??
        book.changes.findLast(
          (c) => !c.undone && (wanted.size === 0 || c.edits.some((e) => wanted.has(e.customerId))),
        )?.id
      if (changeId === undefined) return { book, result: { status: 'nothing' } }
      const undone = undo(book, changeId)
      if (undone.status !== 'undone') return { book, result: { status: undone.status } }
      const ids = [...new Set(undone.change.edits.map((e) => e.customerId))]
      const overtaken = undone.overtaken.length > 0
      const customers = ids.flatMap((id) => findCustomer(undone.book, id) ?? [])
      return { book: undone.book, result: { status: 'undone', change: undone.change, customers, overtaken } }
    })
    if (result.status === 'undone') {
      await deps.journal.append({
        at: input.at,
        managerId: input.managerId,
        act: 'undo',
        customerIds: result.customers.map((c) => c.id),
        detail: result.change.kind,
      })
    }
    return result
  }
}

export type UndoChange = ReturnType<typeof undoChange>
