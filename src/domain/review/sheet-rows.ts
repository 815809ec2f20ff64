import type { Customer } from '../customer/customer.js'
import { type Day, daysBetween } from '../day.js'
import {
  type Holding,
  PRODUCT_KINDS,
  type ProductKind,
  RISK_LEVELS,
  type RiskLevel,
} from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import type { Fen } from '../money.js'
import { isDeposit, levelOf } from '../suitability/suitability.js'
import { assetsOn } from './review.js'

/** `none`: deposits and bonds have no level; `unknown`: anything else that has none. */
export type SheetLevel = RiskLevel | 'unknown' | 'none'
export const LEVELS_IN_ORDER: readonly SheetLevel[] = [...RISK_LEVELS, 'unknown', 'none']

export const TERMS = ['on-demand', 'to-30', 'to-90', 'to-365', 'longer'] as const
export type Term = (typeof TERMS)[number]

const FIRST_KINDS: readonly ProductKind[] = [
  'current',
  'time-deposit',
  'notice-deposit',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'gold',
]
/** The order in which kinds of the same sum stand. */
export const KINDS_IN_ORDER: readonly ProductKind[] = [
  ...FIRST_KINDS,
  ...PRODUCT_KINDS.filter((kind) => !FIRST_KINDS.includes(kind)),
]

/** A part of the sheet: its sum, and its share of the whole sheet; null where the sheet is empty. */
export interface Part {
  readonly amountFen: Fen
  readonly percent: number | null
}

/** What matures in a calendar month `YYYY-MM`. */
export interface MonthPart extends Part {
  readonly month: string
  readonly count: number
}

/** A holding on the sheet, with what the sheet says of it. */
export interface SheetRow {
  readonly holding: Holding
  readonly level: SheetLevel
  readonly term: Term
}

export function sheetRows(
  customer: Customer,
  products: ReadonlyMap<string, Product>,
  today: Day,
): readonly SheetRow[] {
  return assetsOn(customer, today).map((holding) => ({
    holding,
    level: levelOfHolding(holding, products),
    term: termOf(holding, today),
  }))
}

/** Above the rating as it stands, expired or not; without a rating nothing is. */
export function isAboveRating(level: SheetLevel, { riskRating }: Pick<Customer, 'riskRating'>): boolean {
  if (level === 'unknown' || level === 'none' || riskRating === undefined) return false
  return Number(level.slice(1)) > Number(riskRating.slice(1))
}

/** The highest of the holding's own level and the two of its product. */
function levelOfHolding(
  { kind, riskLevel, productId }: Holding,
  products: ReadonlyMap<string, Product>,
): SheetLevel {
  if (isDeposit(kind) || kind === 'bond') return 'none'
  const product = productId === undefined ? undefined : products.get(productId)
  const levels = [riskLevel, product === undefined ? undefined : levelOf(product)]
  return levels.reduce<SheetLevel>((highest, level) => {
    if (level === undefined) return highest
    return highest === 'unknown' || level > highest ? level : highest
  }, 'unknown')
}

function termOf({ kind, maturesOn }: Holding, today: Day): Term {
  if (kind === 'current' || kind === 'notice-deposit' || maturesOn === undefined) return 'on-demand'
  const days = daysBetween(today, maturesOn)
  if (days <= 30) return 'to-30'
  if (days <= 90) return 'to-90'
  return days <= 365 ? 'to-365' : 'longer'
}
