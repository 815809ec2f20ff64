import type { Day } from '../../domain/day.js'
import {
  type Holder,
  holdersOf,
  largestFirst,
  type RatingUnder,
  ratingUnder,
} from '../../domain/ledger/holders.js'
import type { RiskLevel } from '../../domain/ledger/holding.js'
import type { Product } from '../../domain/ledger/product.js'
import { levelOf } from '../../domain/suitability/suitability.js'
import type { Books } from '../../ports/ports.js'
import { eachBook } from './asked-books.js'

/** A holder, and how their rating stands to the level that was asked about. */
export interface ListedHolder extends Holder {
  readonly managerId: string
  /** Null where the product has no level: deposits, and what nobody has rated. */
  readonly rating: RatingUnder | null
}

export interface HoldersView {
  readonly product: Pick<Product, 'id' | 'name'>
  /** The level it has now. */
  readonly level?: RiskLevel
  /** The level that it would have: what if it were raised. */
  readonly raisedTo?: RiskLevel
  readonly holders: readonly ListedHolder[]
}

/** Who holds a product, and whose rating would not carry another level (Handbook §8.8). */
export function listHolders({ books }: { readonly books: Books }) {
  return async (
    managerIds: readonly string[],
    product: Product,
    today: Day,
    raisedTo?: RiskLevel,
  ): Promise<HoldersView> => {
    const level = levelOf(product)
    const asked = raisedTo ?? level
    const each = await eachBook(books, managerIds, ({ customers }) => holdersOf(customers, product.id, today))
    return {
      product,
      ...(level === undefined ? {} : { level }),
      ...(raisedTo === undefined ? {} : { raisedTo }),
      holders: each
        .flatMap(([managerId, holders]) =>
          holders.map((holder) => ({
            ...holder,
            managerId,
            rating: asked === undefined ? null : ratingUnder(holder.customer, level, asked),
          })),
        )
        .sort(largestFirst),
    }
  }
}
