import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { withTakenOver } from '../../domain/manager/desk.js'
import { takeOut } from '../../imports/move-customer.js'
import type { Bank } from '../../ports/ports.js'

export interface HandOverInput {
  readonly from: string
  readonly to: string
  /** Absent: the whole book. */
  readonly customerIds?: readonly string[]
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type HandOverResult =
  | { readonly status: 'handed-over'; readonly customers: readonly Customer[] }
  | { readonly status: 'unknown-manager'; readonly managerId: string }
  | { readonly status: 'same-manager' }
  /** Nothing was moved. */
  | { readonly status: 'not-in-book'; readonly customerIds: readonly string[] }

/**
 * Moves customers from one manager's book to another's, with holdings, history, promises and everything else that is
 * theirs; all of them or none. The old manager sees nothing of them from then on, and cannot undo what was written of
 * them. The new one is told of it: the notice and the line of the journal belong to the move.
 */
export function handOver(deps: { readonly bank: Bank }) {
  return ({ from, to, customerIds, today, at }: HandOverInput): Promise<HandOverResult> =>
    deps.bank.transact<HandOverResult>(async (draft) => {
      if (from === to) return { status: 'same-manager' }
      const known = new Set(draft.managers().map((manager) => manager.id))
      for (const managerId of [from, to])
        if (!known.has(managerId)) return { status: 'unknown-manager', managerId }

      const book = await draft.book(from)
      const ids = customerIds ?? book.customers.map((customer) => customer.id)
      const missing = ids.filter((id) => findCustomer(book, id) === undefined)
      if (missing.length > 0) return { status: 'not-in-book', customerIds: missing }

      const taken = await takeOut(
        draft,
        ids.map((customerId) => ({ customerId, to })),
      )
      const customers = [...taken.values()].map(({ customer }) => customer)
      await draft.putBook(withCustomers(await draft.book(to), customers))
      const moved = customers.map(({ id }) => id)
      if (moved.length > 0) {
        const notice = { id: `${at} ${from}`, from, on: today, customerIds: moved }
        await draft.changeDesk(to, (desk) => ({ desk: withTakenOver(desk, notice), result: undefined }))
      }
      draft.record({ at, managerId: from, act: 'customers.handed-over', customerIds: moved, detail: to })
      return { status: 'handed-over', customers }
    })
}
