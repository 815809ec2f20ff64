import { findCustomer } from '../../domain/book.js'
import { celebrationsIn, type Kept } from '../../domain/customer/celebrations-in.js'
import type { Period } from '../../domain/day.js'
import { type AmountRange, CNY, isInRange } from '../../domain/money.js'
import type { Books } from '../../ports/ports.js'

export interface CelebrationQuery {
  readonly period: Period
  /** Absent: birthdays and anniversaries. */
  readonly of?: 'birthday' | 'anniversary'
  /** Only customers whose assets lie in this range. */
  readonly assets?: AmountRange
  readonly customerIds?: readonly string[]
}

/** Who of the manager's own customers keeps a birthday or an anniversary in a period. */
export function listCelebrations({ books }: { readonly books: Books }) {
  return async (managerId: string, query: CelebrationQuery): Promise<readonly Kept[]> => {
    const book = await books.read(managerId)
    const { period, of, assets, customerIds } = query
    const asked =
      customerIds === undefined ? book.customers : customerIds.flatMap((id) => findCustomer(book, id) ?? [])
    const customers =
      assets === undefined
        ? asked
        : asked.filter((c) => c.aumFen !== undefined && isInRange(assets, c.aumFen, CNY))
    return celebrationsIn(customers, period, of)
  }
}
