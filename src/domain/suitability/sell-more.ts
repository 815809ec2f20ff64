import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { Holding, ProductKind } from '../ledger/holding.js'
import { isAsset } from '../ledger/holding.js'
import { isRunning } from '../ledger/running.js'
import type { Match } from './match-products.js'

/** What may be offered to a customer beside what is held; only what the suitability check lets through (Handbook §7). */
export interface SellMore {
  /** Kinds that run today, loans and cards apart. */
  readonly held: readonly ProductKind[]
  /** For the term that ends soon: products of its kind. */
  readonly up: readonly { readonly ends: Holding; readonly products: readonly Match[] }[]
  /** Kinds that are not held yet. */
  readonly cross: readonly Match[]
  /** Of the kinds that fit the trade, not named above. */
  readonly bundle: readonly Match[]
}

/** A term that ends within these days is spoken of. */
const ENDS_WITHIN_DAYS = 60
const MOST = 3

/** Each product stands once: for the term that ends, else as a new kind, else for the trade. @param fits best first */
export function sellMore(
  customer: Customer,
  fits: readonly Match[],
  ofTrade: readonly ProductKind[],
  today: Day,
): SellMore {
  const running = customer.holdings.filter((one) => isAsset(one.kind) && isRunning(one, today))
  const held = [...new Set(running.map(({ kind }) => kind))]
  const named = new Set<string>()
  const take = (of: (match: Match) => boolean) => {
    const found = fits.filter((match) => !named.has(match.product.id) && of(match)).slice(0, MOST)
    for (const { product } of found) named.add(product.id)
    return found
  }
  const until = addDays(today, ENDS_WITHIN_DAYS)
  const up = running
    .filter(({ maturesOn }) => maturesOn !== undefined && maturesOn <= until)
    .toSorted((a, b) => ((a.maturesOn ?? '') < (b.maturesOn ?? '') ? -1 : 1))
    .map((ends) => ({ ends, products: take(({ product }) => product.kind === ends.kind) }))
    .filter(({ products }) => products.length > 0)
  const cross = take(({ product }) => !held.includes(product.kind))
  const bundle = take(({ product }) => ofTrade.includes(product.kind))
  return { held, up, cross, bundle }
}
