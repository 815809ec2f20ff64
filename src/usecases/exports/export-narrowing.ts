import { type Book, findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { isWithin } from '../../domain/day.js'
import type { Holding } from '../../domain/ledger/holding.js'
import { CNY, isInRange } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import type { ExportNarrowing } from './export-table.js'

/** The customers of a book that a table is narrowed to; where a sum is asked, nobody whose assets are not known. */
export function customersWithin(book: Book, { customerIds, amount }: ExportNarrowing): readonly Customer[] {
  const chosen = customerIds?.flatMap((id) => findCustomer(book, id) ?? []) ?? book.customers
  if (amount === undefined) return chosen
  return chosen.filter(({ aumFen }) => aumFen !== undefined && isInRange(amount, aumFen, CNY))
}

/** Whether a row of the ledger is in what it is narrowed to. */
export function isWithinLedger(
  customer: Customer,
  { kind, maturesOn, amountFen, currency }: Holding,
  { customerIds, amount, period, kinds }: ExportNarrowing,
  policy: Policy,
): boolean {
  if (customerIds !== undefined && !customerIds.includes(customer.id)) return false
  if (amount !== undefined && !isInRange(amount, amountFen, currency)) return false
  if (period === undefined) return kinds === undefined || kinds.includes(kind)
  return (
    maturesOn !== undefined && isWithin(period, maturesOn) && (kinds ?? policy.maturingKinds).includes(kind)
  )
}
