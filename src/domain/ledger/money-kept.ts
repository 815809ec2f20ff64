import type { Customer } from '../customer/customer.js'
import { addDays, type Day, isWithin, type Period } from '../day.js'
import { addFen, CNY, type Currency, type Fen, fen, sumFen } from '../money.js'
import { percentOf } from '../percent.js'
import type { Policy } from '../policy.js'
import { type Holding, PRODUCT_KINDS, type ProductKind } from './holding.js'
import { amountOn, decidedOn, type Matured, maturedUpTo } from './past-maturity.js'
import { reachesMaturity } from './running.js'

/** Where the money of one maturity went (Handbook §8.6). Kept, in current, gone and unknown add up to what matured. */
export interface MoneyKept extends Omit<Matured, 'isRenewed'> {
  readonly customer: Customer
  readonly isDecided: boolean
  /** Why all of it is kept without anything new: the file moved its day, or it renews itself. */
  readonly renewed?: 'by-file' | 'automatically'
  readonly keptFen: Fen
  readonly inCurrentFen: Fen
  readonly goneFen: Fen
  /** No current account of the customer has ever been imported: nobody knows where the rest is. */
  readonly unknownFen: Fen
}

/** The sums of several maturities; `rate` in per cent of what is decided, null where nothing is. */
export interface KeptSums {
  readonly count: number
  readonly maturedFen: Fen
  readonly decidedFen: Fen
  readonly keptFen: Fen
  readonly inCurrentFen: Fen
  readonly goneFen: Fen
  readonly unknownFen: Fen
  readonly undecidedFen: Fen
  readonly rate: number | null
}

/** The money kept of a book in a period. */
export interface BookKept extends KeptSums {
  readonly byKind: readonly (KeptSums & { readonly kind: ProductKind })[]
  /** What matured in other currencies, which are not followed; by code. */
  readonly otherCurrencies: readonly { readonly currency: Currency; readonly maturedFen: Fen }[]
}

/** Kinds that keep money when they are begun (Handbook §8.6). */
export const KEEPS_MONEY: readonly ProductKind[] = [
  'time-deposit',
  'notice-deposit',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'gold',
]
/** They run on after their day where they renew themselves, until the bank's file says otherwise. */
const RENEWING: readonly ProductKind[] = ['time-deposit', 'notice-deposit']

type Rules = Pick<Policy, 'maturingKinds' | 'moneyKept'>

/**
 * Every maturity in yuan of the customer up to `today`, in the order in which money is used: by day, then holding id.
 * Each yuan of a new holding and of the current account is used once over all of them.
 */
export function moneyKeptOf(customer: Customer, policy: Rules, today: Day): readonly MoneyKept[] {
  const matured = maturedUpTo(customer, policy, today).filter(({ currency }) => currency === CNY)
  if (matured.length === 0) return []
  const { withinDays } = policy.moneyKept
  const accounts = customer.holdings.filter(({ kind, currency }) => kind === 'current' && currency === CNY)
  const begun = customer.holdings
    .filter(
      (h) =>
        h.currency === CNY && KEEPS_MONEY.includes(h.kind) && h.startsOn !== undefined && h.startsOn <= today,
    )
    .sort((a, b) => (a.startsOn === b.startsOn ? (a.id < b.id ? -1 : 1) : a.startsOn! < b.startsOn! ? -1 : 1))
  const left = new Map(begun.map((holding) => [holding.id, newMoney(holding)]))
  let usedOfCurrent = ZERO

  return matured.map(({ isRenewed, ...one }): MoneyKept => {
    const { on, holding, amountFen } = one
    const decision = decidedOn(on, policy.moneyKept)
    const base = { ...one, customer, inCurrentFen: ZERO, goneFen: ZERO, unknownFen: ZERO }
    if (decision > today) return { ...base, isDecided: false, keptFen: ZERO }
    const renewed = isRenewed ? 'by-file' : runsOn(one, decision) ? 'automatically' : undefined
    if (renewed !== undefined) return { ...base, isDecided: true, renewed, keptFen: amountFen }

    const upTo = addDays(on, withinDays)
    let kept = ZERO
    for (const next of begun) {
      if (kept === amountFen) break
      if (next.id === holding.id || next.startsOn! < on || next.startsOn! > upTo || isGoneBy(next, upTo))
        continue
      const used = least(left.get(next.id)!, subtract(amountFen, kept))
      left.set(next.id, subtract(left.get(next.id)!, used))
      kept = addFen(kept, used)
    }
    const rest = subtract(amountFen, kept)
    if (accounts.length === 0) return { ...base, isDecided: true, keptFen: kept, unknownFen: rest }
    const onAccount = sumFen(accounts.map((account) => amountOn(account, decision, today)))
    const inCurrent = least(rest, atLeastNothing(onAccount - usedOfCurrent))
    usedOfCurrent = addFen(usedOfCurrent, inCurrent)
    return {
      ...base,
      isDecided: true,
      keptFen: kept,
      inCurrentFen: inCurrent,
      goneFen: subtract(rest, inCurrent),
    }
  })
}

/** What matured in a period up to `today` in one book, and where it went. */
export function bookMoneyKept(
  customers: readonly Customer[],
  period: Period,
  policy: Rules,
  today: Day,
): { readonly sums: BookKept; readonly maturities: readonly MoneyKept[] } {
  const maturities: MoneyKept[] = []
  const others = new Map<Currency, Fen>()
  for (const customer of customers) {
    for (const one of moneyKeptOf(customer, policy, today)) if (isWithin(period, one.on)) maturities.push(one)
    for (const { on, currency, amountFen } of maturedUpTo(customer, policy, today))
      if (currency !== CNY && isWithin(period, on))
        others.set(currency, addFen(others.get(currency) ?? ZERO, amountFen))
  }
  return { sums: keptSums(maturities, others), maturities }
}

/** The sums over several books, each of which was summed up alone. */
export function addKept(books: readonly BookKept[]): BookKept {
  const others = new Map<Currency, Fen>()
  for (const { currency, maturedFen } of books.flatMap((book) => book.otherCurrencies))
    others.set(currency, addFen(others.get(currency) ?? ZERO, maturedFen))
  const kinds = books.flatMap((book) => book.byKind)
  return {
    ...total(books),
    byKind: byKind((kind) => kinds.filter((one) => one.kind === kind)),
    otherCurrencies: byCode(others),
  }
}

function keptSums(maturities: readonly MoneyKept[], others: ReadonlyMap<Currency, Fen>): BookKept {
  const each = maturities.map((one) => ({ kind: one.kind, ...sumsOfOne(one) }))
  return {
    ...total(each),
    byKind: byKind((kind) => each.filter((one) => one.kind === kind)),
    otherCurrencies: byCode(others),
  }
}

function sumsOfOne({ amountFen, isDecided, keptFen, inCurrentFen, goneFen, unknownFen }: MoneyKept) {
  return {
    count: 1,
    maturedFen: amountFen,
    decidedFen: isDecided ? amountFen : ZERO,
    undecidedFen: isDecided ? ZERO : amountFen,
    keptFen,
    inCurrentFen,
    goneFen,
    unknownFen,
  }
}

function total(parts: readonly Omit<KeptSums, 'rate'>[]): KeptSums {
  const sum = (of: (part: Omit<KeptSums, 'rate'>) => Fen) => sumFen(parts.map(of))
  const decidedFen = sum((p) => p.decidedFen)
  const keptFen = sum((p) => p.keptFen)
  return {
    count: parts.reduce((count, part) => count + part.count, 0),
    maturedFen: sum((p) => p.maturedFen),
    decidedFen,
    keptFen,
    inCurrentFen: sum((p) => p.inCurrentFen),
    goneFen: sum((p) => p.goneFen),
    unknownFen: sum((p) => p.unknownFen),
    undecidedFen: sum((p) => p.undecidedFen),
    rate: percentOf(keptFen, decidedFen),
  }
}

function byKind(of: (kind: ProductKind) => readonly Omit<KeptSums, 'rate'>[]) {
  return PRODUCT_KINDS.flatMap((kind) => {
    const parts = of(kind)
    return parts.length === 0 ? [] : [{ kind, ...total(parts) }]
  })
}

function byCode(sums: ReadonlyMap<Currency, Fen>) {
  return [...sums]
    .map(([currency, maturedFen]) => ({ currency, maturedFen }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function runsOn({ on, kind, holding }: Pick<Matured, 'on' | 'kind' | 'holding'>, decision: Day): boolean {
  const { maturesOn, autoRenew, endedOn } = holding
  if (!RENEWING.includes(kind) || !autoRenew || maturesOn !== on) return false
  return endedOn === undefined || endedOn >= decision
}

/** Of a holding that was renewed in its place only what was added is new money. */
function newMoney({ amountFen, startsOn, matured = [] }: Holding): Fen {
  const renewed = matured.filter(({ renewedOn, on }) => renewedOn !== undefined && on <= startsOn!)
  const last = renewed.at(-1)
  return last === undefined ? amountFen : atLeastNothing(amountFen - last.amountFen)
}

/** The bank's file ended it before the last day on which it could keep anything, its own maturity apart. */
function isGoneBy(holding: Holding, upTo: Day): boolean {
  return holding.endedOn !== undefined && holding.endedOn <= upTo && !reachesMaturity(holding)
}

function least(a: Fen, b: Fen): Fen {
  return a < b ? a : b
}

function subtract(a: Fen, b: Fen): Fen {
  return fen(a - b)
}

function atLeastNothing(amount: number): Fen {
  return fen(Math.max(0, amount))
}

const ZERO = fen(0)
