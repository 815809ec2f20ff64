import type { Day } from '../day.js'
import type { Price, Sources } from './sources.js'

/** The prices of one product, ascending by day. */
export type PriceHistory = readonly Price[]

const remembered = new WeakMap<Sources, ReadonlyMap<string, PriceHistory>>()

/** Prices are handed in once and asked for by every holding, so they are sorted by product once. */
export function priceHistory(sources: Sources, productId: string): PriceHistory {
  let histories = remembered.get(sources)
  if (histories === undefined) {
    histories = byProduct(sources.prices)
    remembered.set(sources, histories)
  }
  return histories.get(productId) ?? []
}

/** The last price on a day or before it. */
export function priceAt(history: PriceHistory, on: Day): Price | undefined {
  return history.findLast((price) => price.on <= on)
}

function byProduct(prices: readonly Price[]): ReadonlyMap<string, PriceHistory> {
  const histories = new Map<string, Price[]>()
  for (const price of [...prices].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const history = histories.get(price.productId)
    if (history === undefined) histories.set(price.productId, [price])
    else history.push(price)
  }
  return histories
}
