import type { Book } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Desk } from '../../domain/manager/desk.js'
import { customerChanges } from './customer-changes.js'
import type { LossReason, WriteRecord } from './records.js'
import { settingChanges } from './setting-changes.js'
import { touchedSales } from './touched-sales.js'

/** What of the store a message may change: the books and the desks, by manager. */
export interface KeptState {
  readonly books: ReadonlyMap<string, Book>
  readonly desks: ReadonlyMap<string, Desk>
}

export interface ReadingOfState {
  /** Whose settings are told of. */
  readonly managerId: string
  /** Which kind of reason the stored words of a lost sale are. */
  readonly lossReason: (words: string) => LossReason
}

/**
 * The net change between two states, one record a changed thing, books and customers in the order of their ids. What
 * follows from a thing by itself (the ledger row and the care after a sale, an appointment that took place) is no
 * record; nor is what is only remembered of a send or a view.
 */
export function stateChanges(
  before: KeptState,
  after: KeptState,
  reading: ReadingOfState,
): readonly WriteRecord[] {
  const ofBooks = [...after.books].flatMap(([managerId, book]) =>
    bookChanges(before.books.get(managerId), book, reading),
  )
  return [...ofBooks, ...settingChanges(before.desks, after.desks, reading.managerId)]
}

function bookChanges(
  before: Book | undefined,
  after: Book,
  { lossReason }: ReadingOfState,
): readonly WriteRecord[] {
  if (before === after) return []
  const known = new Map((before?.customers ?? []).map((customer) => [customer.id, customer]))
  const sales = touchedSales(before, after)
  const changed = after.customers.flatMap((now): readonly [Customer, Customer][] => {
    const then = known.get(now.id)
    // Who came from another book or an import was not told in a message.
    return then === undefined || then === now ? [] : [[then, now]]
  })
  return changed.flatMap(([then, now]) => customerChanges(then, now, { sales, lossReason }))
}
