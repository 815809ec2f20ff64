import type { Price, Sources } from './sources.js'

/** What head office and the branches hand in, a list a kind. */
export const HANDED_IN_KINDS = ['gifts', 'events', 'news', 'prices'] as const
export type HandedInKind = (typeof HANDED_IN_KINDS)[number]
export type HandedIn = Pick<Sources, HandedInKind>

export const NOTHING_HANDED_IN: HandedIn = { gifts: [], events: [], news: [], prices: [] }

/** A price has no number of its own: it is the product's on that day. */
export type Keyed = { readonly id: string } | Pick<Price, 'productId' | 'on'>

export function keyOf(one: Keyed): string {
  return 'id' in one ? one.id : `${one.productId} ${one.on}`
}

/** Both together; of two with one key the one `above` stands. */
export function laidOver(below: HandedIn, above: HandedIn): HandedIn {
  return {
    gifts: listLaidOver(below.gifts, above.gifts),
    events: listLaidOver(below.events, above.events),
    news: listLaidOver(below.news, above.news),
    prices: listLaidOver(below.prices, above.prices),
  }
}

function listLaidOver<T extends Keyed>(below: readonly T[], above: readonly T[]): readonly T[] {
  const keys = new Set(above.map(keyOf))
  return [...below.filter((one) => !keys.has(keyOf(one))), ...above]
}
