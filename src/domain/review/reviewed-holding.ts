import type { ProductKind } from '../ledger/holding.js'
import type { Fen } from '../money.js'

/** What one holding was on the day of a review. */
export interface ReviewedHolding {
  readonly id: string
  readonly kind: ProductKind
  readonly amountFen: Fen
}
