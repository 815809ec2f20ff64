import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Product } from '../ledger/product.js'
import type { Fen } from '../money.js'
import type { Policy } from '../policy.js'
import { betterFit, type Fit, fitOf } from './fit.js'
import { type Refusal, suitability } from './suitability.js'

/** A pair that may be brought together, with how well it fits. */
export interface Match {
  readonly product: Product
  readonly customer: Customer
  readonly fit: Fit
}

/** A pair that may not, with everything that stands against it. */
export interface Refused {
  readonly product: Product
  readonly customer: Customer
  readonly refusals: readonly [Refusal, ...Refusal[]]
}

export interface Matching {
  /** The best fit first. */
  readonly matches: readonly Match[]
  readonly refused: readonly Refused[]
}

/** Every pair decided. `amountFen` is money the manager knows to be free, for the order alone. */
export function matchProducts(
  products: readonly Product[],
  customers: readonly Customer[],
  policy: Policy,
  today: Day,
  amountFen?: Fen,
): Matching {
  const matches: Match[] = []
  const refused: Refused[] = []
  for (const product of products) {
    // A product that is announced is judged for its first day of sale.
    const on = product.saleFrom !== undefined && product.saleFrom > today ? product.saleFrom : today
    for (const customer of customers) {
      const decided = suitability(product, customer, policy, on)
      if (decided.fits)
        matches.push({ product, customer, fit: fitOf(product, customer, policy, today, amountFen) })
      else refused.push({ product, customer, refusals: decided.refusals })
    }
  }
  matches.sort(
    (a, b) =>
      betterFit(a.fit, b.fit) ||
      (b.customer.aumFen ?? 0) - (a.customer.aumFen ?? 0) ||
      (a.customer.id < b.customer.id ? -1 : a.customer.id > b.customer.id ? 1 : 0) ||
      (a.product.id < b.product.id ? -1 : 1),
  )
  return { matches, refused }
}
