import { customersCounted } from '../../domain/book.js'
import {
  type PromiseDue,
  type PromisesKept,
  promisesDue,
  promisesKept,
} from '../../domain/customer/promises-kept.js'
import type { Day, Period } from '../../domain/day.js'
import type { Books } from '../../ports/ports.js'
import { eachBook } from './asked-books.js'

export interface PromisesKeptView extends PromisesKept {
  readonly period: Period
  /** By manager id. */
  readonly byManager: readonly (PromisesKept & { readonly managerId: string })[]
  /** All that were due. */
  readonly promises: readonly (PromiseDue & { readonly managerId: string })[]
}

/** How many of the promises due in a period were kept in time (Handbook §8.7). */
export function showPromisesKept({ books }: { readonly books: Books }) {
  return async (managerIds: readonly string[], period: Period, today: Day): Promise<PromisesKeptView> => {
    const each = await eachBook(books, managerIds, (book) =>
      promisesDue(customersCounted(book), period, today),
    )
    const promises = each.flatMap(([managerId, due]) => due.map((one) => ({ ...one, managerId })))
    return {
      ...promisesKept(promises),
      period,
      byManager: each.map(([managerId, due]) => ({ managerId, ...promisesKept(due) })),
      promises,
    }
  }
}
