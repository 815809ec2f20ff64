import type { Day } from '../day.js'
import type { Currency, Fen } from '../money.js'

export const PRODUCT_KINDS = [
  'time-deposit',
  'notice-deposit',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'gold',
  'loan',
  'credit-card',
  'current',
] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

export function isProductKind(word: string): word is ProductKind {
  return PRODUCT_KINDS.some((kind) => kind === word)
}

export const RISK_LEVELS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** One row of the product ledger (产品台账). */
export interface Holding {
  readonly id: string
  readonly productId?: string
  readonly productName: string
  readonly kind: ProductKind
  readonly amountFen: Fen
  readonly currency: Currency
  readonly startsOn?: Day
  readonly maturesOn?: Day
  /** Percent a year, as written in the ledger (`2.75`). */
  readonly ratePercent?: number
  readonly riskLevel?: RiskLevel
  readonly autoRenew: boolean
  readonly nextPaymentOn?: Day
  readonly overdue?: boolean
  readonly costFen?: Fen
  readonly marketValueFen?: Fen
}
