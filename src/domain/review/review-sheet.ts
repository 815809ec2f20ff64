import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import { isAsset, type ProductKind } from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import { isRunning } from '../ledger/running.js'
import { addFen, CNY, type Currency, type Fen, fen, sumFen } from '../money.js'
import { percentOf } from '../percent.js'
import type { Policy } from '../policy.js'
import { type ReviewFlag, reviewFlags } from './review-flags.js'
import {
  isAboveRating,
  KINDS_IN_ORDER,
  LEVELS_IN_ORDER,
  type MonthPart,
  type Part,
  type SheetLevel,
  type SheetRow,
  sheetRows,
  TERMS,
  type Term,
} from './sheet-rows.js'
import { type SinceReview, sinceReview } from './since-review.js'

/** The wealth review of one customer on a day (Handbook §8.3): what runs, in yuan, debts and cards apart. */
export interface ReviewSheet {
  readonly customerId: string
  readonly day: Day
  /** The base of all percentages; not the AUM. */
  readonly totalFen: Fen
  /** What the bank's file gives as AUM, and what of it is not on the sheet; absent where it is unknown. */
  readonly aum?: { readonly aumFen: Fen; readonly besideFen: Fen }
  /** The larger sum first. */
  readonly byKind: readonly (Part & { readonly kind: ProductKind })[]
  /** R1 to R5, unknown, none; only those that are held. */
  readonly byLevel: readonly (Part & { readonly level: SheetLevel; readonly aboveRating: boolean })[]
  /** Only those that are held. */
  readonly byTerm: readonly (Part & { readonly term: Term })[]
  /** Of the days ahead that are looked at, by calendar month `YYYY-MM`, cut at both ends. */
  readonly maturities: readonly MonthPart[]
  readonly otherCurrencies: readonly { readonly currency: Currency; readonly amountFen: Fen }[]
  readonly liabilities: readonly {
    readonly kind: ProductKind
    readonly currency: Currency
    readonly amountFen: Fen
  }[]
  readonly flags: readonly ReviewFlag[]
  /** Absent: never reviewed. */
  readonly since?: SinceReview
}

export function reviewSheet(
  customer: Customer,
  products: readonly Product[],
  policy: Policy,
  today: Day,
): ReviewSheet {
  const rows = sheetRows(customer, new Map(products.map((product) => [product.id, product])), today)
  const totalFen = sumFen(rows.map(({ holding }) => holding.amountFen))
  const part = (of: readonly SheetRow[]): Part => {
    const amountFen = sumFen(of.map(({ holding }) => holding.amountFen))
    return { amountFen, percent: percentOf(amountFen, totalFen) }
  }
  const parts = <K extends string>(keys: readonly K[], keyOf: (row: SheetRow) => K) =>
    keys.flatMap((key) => {
      const of = rows.filter((row) => keyOf(row) === key)
      return of.length === 0 ? [] : [{ key, ...part(of) }]
    })
  const { aumFen } = customer
  const maturing = maturitiesByMonth(rows, totalFen, policy, today)
  const since = sinceReview(customer, today)
  return {
    customerId: customer.id,
    day: today,
    totalFen,
    ...(aumFen === undefined ? {} : { aum: { aumFen, besideFen: fen(aumFen - totalFen) } }),
    byKind: parts(KINDS_IN_ORDER, ({ holding }) => holding.kind)
      .map(({ key, ...rest }) => ({ kind: key, ...rest }))
      .sort((a, b) => b.amountFen - a.amountFen),
    byLevel: parts(LEVELS_IN_ORDER, ({ level }) => level).map(({ key, ...rest }) => ({
      level: key,
      ...rest,
      aboveRating: isAboveRating(key, customer),
    })),
    byTerm: parts(TERMS, ({ term }) => term).map(({ key, ...rest }) => ({ term: key, ...rest })),
    maturities: maturing,
    otherCurrencies: inOtherCurrencies(customer, today),
    liabilities: liabilitiesOf(customer, today),
    flags: reviewFlags({ customer, rows, totalFen, maturities: maturing, policy, today }),
    ...(since === undefined ? {} : { since }),
  }
}

function maturitiesByMonth(
  rows: readonly SheetRow[],
  totalFen: Fen,
  { review, maturingKinds }: Policy,
  today: Day,
): readonly MonthPart[] {
  const last = addDays(today, review.maturityDays)
  const months = new Map<string, { amountFen: Fen; count: number }>()
  for (const { holding } of rows) {
    const { maturesOn, kind, amountFen } = holding
    if (maturesOn === undefined || maturesOn > last || !maturingKinds.includes(kind)) continue
    const month = maturesOn.slice(0, 7)
    const known = months.get(month)
    if (known === undefined) months.set(month, { amountFen, count: 1 })
    else {
      known.amountFen = addFen(known.amountFen, amountFen)
      known.count++
    }
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { amountFen, count }]) => ({
      month,
      amountFen,
      count,
      percent: percentOf(amountFen, totalFen),
    }))
}

function inOtherCurrencies(customer: Customer, today: Day): ReviewSheet['otherCurrencies'] {
  const sums = new Map<Currency, Fen>()
  for (const holding of customer.holdings) {
    const { currency, kind, amountFen } = holding
    if (currency === CNY || !isAsset(kind) || !isRunning(holding, today)) continue
    sums.set(currency, addFen(sums.get(currency) ?? fen(0), amountFen))
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amountFen]) => ({ currency, amountFen }))
}

const LIABILITIES: readonly ProductKind[] = ['loan', 'credit-card']

function liabilitiesOf(customer: Customer, today: Day): ReviewSheet['liabilities'] {
  const owed: { kind: ProductKind; currency: Currency; amountFen: Fen }[] = []
  for (const kind of LIABILITIES)
    for (const holding of customer.holdings) {
      if (holding.kind !== kind || !isRunning(holding, today)) continue
      const { currency, amountFen } = holding
      const known = owed.find((one) => one.kind === kind && one.currency === currency)
      if (known === undefined) owed.push({ kind, currency, amountFen })
      else known.amountFen = addFen(known.amountFen, amountFen)
    }
  return owed
}
