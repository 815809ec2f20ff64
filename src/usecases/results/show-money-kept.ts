import { customersCounted } from '../../domain/book.js'
import type { Day, Period } from '../../domain/day.js'
import { addKept, type BookKept, bookMoneyKept, type MoneyKept } from '../../domain/ledger/money-kept.js'
import type { Policy } from '../../domain/policy.js'
import type { Books } from '../../ports/ports.js'
import { eachBook } from './asked-books.js'

export interface ShowMoneyKeptDeps {
  readonly books: Books
  readonly policy: Policy
}

/** What matured in a period and where it went, over some books. */
export interface MoneyKeptView extends BookKept {
  readonly period: Period
  /** By manager id. */
  readonly byManager: readonly (BookKept & { readonly managerId: string })[]
  /** What is gone or where nobody knows, the largest first. */
  readonly notKept: readonly (MoneyKept & { readonly managerId: string })[]
}

/** Of the customers whom these managers have today (Handbook §8.6). */
export function showMoneyKept({ books, policy }: ShowMoneyKeptDeps) {
  return async (managerIds: readonly string[], period: Period, today: Day): Promise<MoneyKeptView> => {
    const each = await eachBook(books, managerIds, (book) =>
      bookMoneyKept(customersCounted(book), period, policy, today),
    )
    return {
      ...addKept(each.map(([, { sums }]) => sums)),
      period,
      byManager: each.map(([managerId, { sums }]) => ({ managerId, ...sums })),
      notKept: each
        .flatMap(([managerId, { maturities }]) => maturities.map((one) => ({ ...one, managerId })))
        .filter(({ goneFen, unknownFen }) => goneFen + unknownFen > 0)
        .sort(
          (a, b) =>
            b.goneFen + b.unknownFen - a.goneFen - a.unknownFen || (a.holding.id < b.holding.id ? -1 : 1),
        ),
    }
  }
}
