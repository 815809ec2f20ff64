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
  'debit-card',
  'payroll',
] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

/**
 * What is no asset (Handbook §8): what is owed, a card, and pay that comes in every month, whose amount is that of a
 * month. It counts in no total and ends no idle money.
 */
export const NO_ASSETS: readonly ProductKind[] = ['loan', 'credit-card', 'debit-card', 'payroll']

export function isAsset(kind: ProductKind): boolean {
  return !NO_ASSETS.includes(kind)
}

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
  /** The first day on which the bank's file no longer had it; `amountFen` is what it last was. */
  readonly endedOn?: Day
  /** Maturities of before, as they stood on their day, which later files changed; ascending by day. */
  readonly matured?: readonly PastMaturity[]
  /** Of a current account: since when `amountFen` is on record, and what was before on days that are still asked for. */
  readonly onRecord?: AmountsOnRecord
}

/** A maturity as it stood on its day (Handbook §8.6). */
export interface PastMaturity {
  readonly on: Day
  readonly kind: ProductKind
  readonly amountFen: Fen
  readonly currency: Currency
  /** The day on which the bank's file moved the holding's maturity on; absent: it only changed. */
  readonly renewedOn?: Day
}

export interface AmountsOnRecord {
  readonly since: Day
  /** Ascending, without overlaps; `until` is the first day on which it was something else. */
  readonly before?: readonly { readonly from: Day; readonly until: Day; readonly amountFen: Fen }[]
}
