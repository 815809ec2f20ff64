import { findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { untoldTakenOver } from '../../domain/delivery/told.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Books, Desks, Managers } from '../../ports/ports.js'

/** Customers who came at one time, as far as they are in the book now. */
export interface HandedOver {
  readonly id: string
  /** Undefined where the roster does not have the colleague any more. */
  readonly from: Manager | undefined
  readonly customers: readonly Customer[]
}

/** What colleagues handed over to a manager and the manager was not told yet; without customers who have gone on. */
export function untoldHandOvers(deps: {
  readonly books: Books
  readonly desks: Desks
  readonly managers: Managers
}) {
  return async (managerId: string): Promise<readonly HandedOver[]> => {
    const untold = untoldTakenOver(await deps.desks.read(managerId))
    if (untold.length === 0) return []
    const book = await deps.books.read(managerId)
    return untold
      .map(({ id, from, customerIds }) => ({
        id,
        from: deps.managers.find(from),
        customers: customerIds.flatMap((customerId) => findCustomer(book, customerId) ?? []),
      }))
      .filter(({ customers }) => customers.length > 0)
  }
}
