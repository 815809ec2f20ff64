import { findCustomer } from '../../domain/book.js'
import type { Change } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { undoChange as undo } from '../../domain/undo.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface UndoChangeDeps {
  readonly books: Books
  readonly journal: Journal
}

export interface UndoChangeInput {
  readonly managerId: string
  /** Absent: the last change not yet taken back. */
  readonly changeId?: string
  /** Without a change: the last that touched one of these; empty: any. */
  readonly customerIds?: readonly string[]
  /** Of the change named, only what concerns this customer; its other entries stay. */
  readonly customerId?: string
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
      /** How many of its customers are in another book by now; what was written of them stays. */
      readonly outOfReach: number
    }
  | { readonly status: 'nothing' }
  | { readonly status: 'already' }
  /** It can be taken back no more: its customers are in another book, handed over, or the cover for it has ended. */
  | { readonly status: 'out-of-reach'; readonly change: Change }

/** Takes back one change of the manager's own book. Taking back twice says so and changes nothing. */
export function undoChange(deps: UndoChangeDeps) {
  return async (input: UndoChangeInput): Promise<UndoChangeResult> => {
    const { managerId, customerId, at } = input
    const result = await deps.books.change<UndoChangeResult>(managerId, (book) => {
      const wanted = new Set(input.customerIds ?? [])
      const changeId =
        input.changeId ??
        book.changes.findLast(
          (c) => !c.undone && (wanted.size === 0 || c.edits.some((e) => wanted.has(e.customerId))),
        )?.id
      if (changeId === undefined) return { book, result: { status: 'nothing' } }
      const undone = undo(book, { changeId, ...(customerId === undefined ? {} : { customerId }) })
      switch (undone.status) {
        case 'nothing':
        case 'already':
          return { book, result: { status: undone.status } }
        case 'out-of-reach':
          return { book, result: undone }
        case 'undone': {
          const { change, customerIds, overtaken, outOfReach } = undone
          const customers = customerIds.flatMap((id) => findCustomer(undone.book, id) ?? [])
          return {
            book: undone.book,
            result: {
              status: 'undone',
              change,
              customers,
              overtaken: overtaken.length > 0,
              outOfReach: outOfReach.length,
            },
          }
        }
      }
    })
    if (result.status === 'undone') {
      await deps.journal.append({
        at,
        managerId,
        act: 'undo',
        customerIds: result.customers.map((c) => c.id),
        detail: result.change.kind,
      })
    }
    return result
  }
}

export type UndoChange = ReturnType<typeof undoChange>
