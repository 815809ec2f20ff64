import type { Customer } from '../customer/customer.js'
import { type Day, daysBetween } from '../day.js'
import type { ProductKind, RiskLevel } from '../ledger/holding.js'
import { idleMoney } from '../ledger/idle-money.js'
import { type Fen, sumFen } from '../money.js'
import { isAtLeastPercent, percentOf } from '../percent.js'
import type { Policy } from '../policy.js'
import { lastValidDay } from '../suitability/suitability.js'
import { isAboveRating, type MonthPart, type SheetRow } from './sheet-rows.js'

/** What a review draws attention to, in the order of the handbook (§8.3); percentages are of the sheet's total. */
export type ReviewFlag =
  | {
      readonly code: 'above-rating'
      readonly level: RiskLevel
      readonly amountFen: Fen
      readonly percent: number | null
      readonly holdingIds: readonly string[]
    }
  | {
      readonly code: 'one-product'
      readonly product: string
      readonly amountFen: Fen
      readonly percent: number | null
    }
  | { readonly code: 'idle'; readonly amountFen: Fen }
  | { readonly code: 'illiquid'; readonly amountFen: Fen; readonly percent: number | null }
  | {
      readonly code: 'one-month'
      readonly month: string
      readonly amountFen: Fen
      readonly percent: number | null
    }
  | {
      readonly code: 'assessment'
      readonly state: 'expiring' | 'expired' | 'not-assessed'
      readonly lastValidDay?: Day
    }
  | { readonly code: 'one-kind'; readonly kind: ProductKind }

export interface Flagged {
  readonly customer: Customer
  readonly rows: readonly SheetRow[]
  readonly totalFen: Fen
  readonly maturities: readonly MonthPart[]
  readonly policy: Policy
  readonly today: Day
}

/** Flags in per cent are left out where the sheet has no sum. */
export function reviewFlags(of: Flagged): readonly ReviewFlag[] {
  return [
    aboveRating(of),
    oneProduct(of),
    idle(of),
    illiquid(of),
    oneMonth(of),
    assessment(of),
    oneKind(of),
  ].filter((flag) => flag !== undefined)
}

function aboveRating({ customer, rows, totalFen }: Flagged): ReviewFlag | undefined {
  const above = rows.filter(({ level }) => isAboveRating(level, customer))
  const [first] = above
  if (first === undefined) return undefined
  const level = above.reduce((highest, row) => (row.level > highest ? row.level : highest), first.level)
  const amountFen = sumFen(above.map(({ holding }) => holding.amountFen))
  return {
    code: 'above-rating',
    level: level as RiskLevel, // only such levels are above a rating
    amountFen,
    percent: percentOf(amountFen, totalFen),
    holdingIds: above.map(({ holding }) => holding.id),
  }
}

/** Money in an account, a deposit or a state bond is no product of one issuer's risk. */
const PRODUCTS: readonly ProductKind[] = ['wealth', 'fund', 'insurance', 'gold']

/** The same product id, else the same name; more than half. */
function oneProduct({ rows, totalFen, policy }: Flagged): ReviewFlag | undefined {
  const sums = new Map<string, { product: string; amountFen: number }>()
  for (const { holding } of rows) {
    const { kind, productId, productName, amountFen } = holding
    if (!PRODUCTS.includes(kind)) continue
    const key = productId === undefined ? `name ${productName}` : `id ${productId}`
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { product: productName, amountFen })
    else known.amountFen += amountFen
  }
  for (const { product, amountFen } of sums.values()) {
    if (BigInt(amountFen) * 100n <= BigInt(totalFen) * BigInt(policy.review.oneProductPercent)) continue
    return {
      code: 'one-product',
      product,
      amountFen: amountFen as Fen, // a sum of fen
      percent: percentOf(amountFen, totalFen),
    }
  }
  return undefined
}

function idle({ customer, policy, today }: Flagged): ReviewFlag | undefined {
  const money = idleMoney(customer, policy, today)
  return money === undefined ? undefined : { code: 'idle', amountFen: money.amountFen }
}

function illiquid({ rows, totalFen, policy }: Flagged): ReviewFlag | undefined {
  if (totalFen === 0) return undefined
  const near = rows.filter(({ term }) => term === 'on-demand' || term === 'to-30')
  const amountFen = sumFen(near.map(({ holding }) => holding.amountFen))
  if (isAtLeastPercent(amountFen, totalFen, policy.review.liquidPercent)) return undefined
  return { code: 'illiquid', amountFen, percent: percentOf(amountFen, totalFen) }
}

/** The month of the largest sum; only where several holdings mature in it. */
function oneMonth({ maturities, totalFen, policy }: Flagged): ReviewFlag | undefined {
  const [heaviest] = maturities
    .filter(
      ({ amountFen, count }) =>
        count >= 2 && isAtLeastPercent(amountFen, totalFen, policy.review.oneMonthPercent),
    )
    .toSorted((a, b) => b.amountFen - a.amountFen)
  if (heaviest === undefined) return undefined
  const { month, amountFen, percent } = heaviest
  return { code: 'one-month', month, amountFen, percent }
}

function assessment({ customer, policy, today }: Flagged): ReviewFlag | undefined {
  const upTo = lastValidDay(customer, policy)
  if (upTo === undefined) return { code: 'assessment', state: 'not-assessed' }
  if (upTo < today) return { code: 'assessment', state: 'expired', lastValidDay: upTo }
  if (daysBetween(today, upTo) > policy.review.assessmentDays) return undefined
  return { code: 'assessment', state: 'expiring', lastValidDay: upTo }
}

function oneKind({ rows }: Flagged): ReviewFlag | undefined {
  const kinds = new Set(rows.map(({ holding }) => holding.kind))
  const [kind] = kinds
  return kind === undefined || kinds.size > 1 ? undefined : { code: 'one-kind', kind }
}
