import { withCustomers } from '../../domain/book.js'
import type { Change } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { type NewcomerTold, newcomerId, newcomerOf } from '../../domain/customer/links/newcomer.js'
import type { Day } from '../../domain/day.js'
import { withChange } from '../../domain/undo.js'
import type { WriteChangeDeps } from '../changes/write-change.js'

export interface CustomerToAdd extends NewcomerTold {
  /** The same for every repeat: who is added once is not added again. */
  readonly changeId: string
  readonly managerId: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type CustomerAdded =
  | { readonly status: 'added'; readonly changeId: string; readonly customer: Customer }
  | { readonly status: 'repeated' }

/** Adds somebody to the manager's own book until a file of the bank brings them; one undo takes it back. */
export function addCustomer(deps: WriteChangeDeps) {
  return async ({ changeId, managerId, today, at, ...told }: CustomerToAdd): Promise<CustomerAdded> => {
    const id = newcomerId(changeId)
    const written = await deps.books.change<CustomerAdded>(managerId, (book) => {
      if (book.changes.some((change) => change.id === changeId))
        return { book, result: { status: 'repeated' } }
      const customer = newcomerOf(told, { id, managerId, today }, book.customers)
      const edits = [{ kind: 'customer-added', customerId: id }] as const
      const change: Change = { id: changeId, kind: 'customer.add', at, edits, undone: false }
      return {
        book: withChange(withCustomers(book, [customer]), change),
        result: { status: 'added', changeId, customer },
      }
    })
    if (written.status === 'added')
      await deps.journal.append({ at, managerId, act: 'customer.add', customerIds: [id] })
    return written
  }
}
