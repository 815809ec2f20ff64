import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { addFen, CNY, type Currency, type Fen, fen } from '../money.js'
import { carries } from '../suitability/suitability.js'
import type { Holding, RiskLevel } from './holding.js'
import { isRunning } from './running.js'

/** A customer who has a running holding of a product. */
export interface Holder {
  readonly customer: Customer
  readonly holdings: readonly Holding[]
  /** Sums by currency, yuan first. */
  readonly sums: readonly { readonly currency: Currency; readonly amountFen: Fen }[]
}

/** Whoever holds the product with this id on a day, the larger sum in yuan first, then by customer. */
export function holdersOf(customers: readonly Customer[], productId: string, on: Day): readonly Holder[] {
  return customers
    .flatMap((customer): Holder[] => {
      const holdings = customer.holdings.filter((h) => h.productId === productId && isRunning(h, on))
      return holdings.length === 0 ? [] : [{ customer, holdings, sums: sumsOf(holdings) }]
    })
    .sort(largestFirst)
}

export function largestFirst(a: Holder, b: Holder): number {
  return yuanOfHolder(b) - yuanOfHolder(a) || (a.customer.id < b.customer.id ? -1 : 1)
}

/** What is held in yuan; 0 where all of it is in other currencies. */
export function yuanOfHolder({ sums }: Pick<Holder, 'sums'>): Fen {
  return sums.find(({ currency }) => currency === CNY)?.amountFen ?? fen(0)
}

/** What a raised level does to the rating of a holder, whether the assessment has expired or not (Handbook §8.8). */
export type RatingUnder =
  /** The rating carries the new level. */
  | 'carried'
  /** It carried the old one and not the new. */
  | 'no-longer'
  /** It did not carry the old one either, or there is none. */
  | 'above-already'

/** @param from absent: the product had no level before */
export function ratingUnder(
  { riskRating }: Pick<Customer, 'riskRating'>,
  from: RiskLevel | undefined,
  to: RiskLevel,
): RatingUnder {
  if (riskRating === undefined) return 'above-already'
  if (carries(riskRating, to)) return 'carried'
  return from === undefined || carries(riskRating, from) ? 'no-longer' : 'above-already'
}

function sumsOf(holdings: readonly Holding[]): Holder['sums'] {
  const sums = new Map<Currency, Fen>()
  for (const { currency, amountFen } of holdings)
    sums.set(currency, addFen(sums.get(currency) ?? fen(0), amountFen))
  const first = (currency: Currency) => (currency === CNY ? '' : currency)
  return [...sums]
    .map(([currency, amountFen]) => ({ currency, amountFen }))
    .sort((a, b) => (first(a.currency) < first(b.currency) ? -1 : 1))
}
