import type { Product } from '../ledger/product.js'

/** What the occasions read besides the customer: what head office, the branch and the manager hand in. */
export interface Sources {
  readonly products: readonly Product[]
}

export const NO_SOURCES: Sources = { products: [] }
