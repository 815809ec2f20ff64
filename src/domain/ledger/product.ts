import type { Day } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { ProductKind, RiskLevel } from './holding.js'

/** One product of the bank's catalogue. */
export interface Product {
  readonly id: string
  readonly name: string
  readonly kind: ProductKind
  readonly riskLevel?: RiskLevel
  readonly issuerRiskLevel?: RiskLevel
  readonly termDays?: number
  readonly minAmountFen?: Fen
  readonly currency: Currency
  /** As the bank prints it, `1.50%-2.00%`: a benchmark, never an expected yield. */
  readonly benchmark?: string
  readonly saleFrom?: Day
  readonly saleTo?: Day
  readonly audience?: string
  readonly sellingPoints?: string
}
