import { lastEffectiveContact } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween, isWithin, type Period } from '../day.js'
import { type AmountRange, addFen, CNY, type Currency, type Fen, isInRange } from '../money.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import type { Holding, ProductKind } from './holding.js'
import { notRenewed } from './renewal.js'
import { reachesMaturity } from './running.js'

/** A holding that matures within a period that was asked for (Handbook §9). */
export interface Maturity {
  readonly customer: Customer
  readonly holding: Holding
  /** As in the ledger. */
  readonly maturesOn: Day
  /** The working day it counts as: the day itself or the working day before. */
  readonly countsOn: Day
  /** Calendar days from today to the maturity day; negative once it is past. */
  readonly daysLeft: number
  /** The last effective contact, where it was within the policy's window before the maturity. */
  readonly spokenWith?: Day
}

export interface MaturityQuery {
  /** Compared with the maturity day in the ledger, not with the working day it counts as. */
  readonly period: Period
  /** Absent: the kinds that call for a contact. Loans and cards only where they are named. */
  readonly kinds?: readonly ProductKind[]
  readonly amount?: AmountRange
  /** Only what renews itself, or only what does not. */
  readonly autoRenew?: boolean
  /** Other spans beside `period`. */
  readonly also?: readonly Period[]
  /** Absent: every product. */
  readonly productIds?: readonly string[]
  /** Only those the customer was not spoken with about. */
  readonly untouched?: true
  /** Only those nothing was begun after (Handbook §8.6). */
  readonly notRenewed?: true
}

/** Earliest first; of one day yuan before other currencies, the larger sum first, then by customer and holding. */
export function maturities(
  customers: readonly Customer[],
  query: MaturityQuery,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): readonly Maturity[] {
  const kinds: ReadonlySet<ProductKind> = new Set(query.kinds ?? policy.maturingKinds)
  const found: Maturity[] = []
  const periods = [query.period, ...(query.also ?? [])]
  for (const customer of customers) {
    const gone = query.notRenewed === true ? notRenewed(customer.holdings, policy, today) : undefined
    for (const holding of customer.holdings) {
      const { maturesOn, kind, amountFen, currency } = holding
      if (maturesOn === undefined || !kinds.has(kind)) continue
      if (!periods.some((period) => isWithin(period, maturesOn))) continue
      if (gone !== undefined && !gone.includes(holding)) continue
      if (query.productIds !== undefined && !query.productIds.includes(holding.productId ?? '')) continue
      if (!reachesMaturity(holding)) continue
      if (query.autoRenew !== undefined && query.autoRenew !== holding.autoRenew) continue
      if (query.amount !== undefined && !isInRange(query.amount, amountFen, currency)) continue
      const spokenWith = spokenWithBefore(customer, maturesOn, policy, today)
      if (query.untouched === true && spokenWith !== undefined) continue
      found.push({
        customer,
        holding,
        maturesOn,
        countsOn: calendar.sameOrPrevious(maturesOn),
        daysLeft: daysBetween(today, maturesOn),
        ...(spokenWith === undefined ? {} : { spokenWith }),
      })
    }
  }
  return found.sort(earliestThenLargest)
}

/** Sums by currency, which are never added to each other; yuan first, then by code. */
export function maturityTotals(
  list: readonly Maturity[],
): readonly { readonly currency: Currency; readonly amountFen: Fen; readonly count: number }[] {
  const totals = new Map<Currency, { currency: Currency; amountFen: Fen; count: number }>()
  for (const { holding } of list) {
    const known = totals.get(holding.currency)
    if (known === undefined)
      totals.set(holding.currency, { currency: holding.currency, amountFen: holding.amountFen, count: 1 })
    else {
      known.amountFen = addFen(known.amountFen, holding.amountFen)
      known.count++
    }
  }
  return [...totals.values()].sort((a, b) => (currencyRank(a.currency) < currencyRank(b.currency) ? -1 : 1))
}

/** The last effective contact up to `today`, where it lies no longer before the maturity than the policy's window. */
export function spokenWithBefore(
  customer: Customer,
  maturesOn: Day,
  policy: Policy,
  today: Day,
): Day | undefined {
  const last = lastEffectiveContact(customer.contacts, today)
  if (last === undefined || last < addDays(maturesOn, -policy.maturityContactWindowDays)) return undefined
  return last
}

function earliestThenLargest(a: Maturity, b: Maturity): number {
  if (a.maturesOn !== b.maturesOn) return a.maturesOn < b.maturesOn ? -1 : 1
  if (a.holding.currency !== b.holding.currency)
    return currencyRank(a.holding.currency) < currencyRank(b.holding.currency) ? -1 : 1
  if (a.holding.amountFen !== b.holding.amountFen) return b.holding.amountFen - a.holding.amountFen
  if (a.customer.id !== b.customer.id) return a.customer.id < b.customer.id ? -1 : 1
  return a.holding.id < b.holding.id ? -1 : 1
}

/** Sorts yuan before every other currency. */
function currencyRank(currency: Currency): string {
  return currency === CNY ? '' : currency
}
