import { findCustomer } from '../../domain/book.js'
import type { Day } from '../../domain/day.js'
import type { Product } from '../../domain/ledger/product.js'
import type { Fen } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import { type Matching, matchProducts as match } from '../../domain/suitability/match-products.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface MatchProductsDeps {
  readonly books: Books
  readonly journal: Journal
  readonly policy: Policy
}

export interface MatchInput {
  readonly managerId: string
  readonly products: readonly Product[]
  /** Absent: the whole book. */
  readonly customerIds?: readonly string[]
  /** Money known to be free. */
  readonly amountFen?: Fen
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

/** Brings products and customers of the manager's own together, and records every decision (Handbook §7). */
export function matchProducts({ books, journal, policy }: MatchProductsDeps) {
  return async ({
    managerId,
    products,
    customerIds,
    amountFen,
    today,
    at,
  }: MatchInput): Promise<Matching> => {
    const book = await books.read(managerId)
    const customers =
      customerIds === undefined ? book.customers : customerIds.flatMap((id) => findCustomer(book, id) ?? [])
    const matching = match(products, customers, policy, today, amountFen)
    for (const product of products) {
      const fits = matching.matches.filter((m) => m.product === product)
      const refused = matching.refused.filter((r) => r.product === product)
      const entry = { at, managerId }
      if (fits.length > 0)
        await journal.append({
          ...entry,
          act: 'product.match',
          customerIds: fits.map((m) => m.customer.id),
          detail: product.id,
        })
      for (const [reason, ids] of byReason(refused))
        await journal.append({
          ...entry,
          act: 'product.refuse',
          customerIds: ids,
          detail: `${product.id} ${reason}`,
        })
    }
    return matching
  }
}

/** Customers refused for the same reasons, under all of them. */
function byReason(refused: Matching['refused']): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { customer, refusals } of refused) {
    const reason = refusals.map((r) => r.reason).join('+')
    groups.set(reason, [...(groups.get(reason) ?? []), customer.id])
  }
  return groups
}
