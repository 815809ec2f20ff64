import type { Book } from '../book.js'
import { dailyProposal } from '../campaign/daily-proposal.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type OccasionContext, occasionContext } from '../occasions/occasion.js'
import type { Reason } from '../occasions/reason.js'
import { withReviews } from '../occasions/review.js'
import type { Sources } from '../occasions/sources.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { briefItem, mostUrgentFirst, type RankedItem } from './brief-item.js'
import { type CustomerDay, customerDay } from './customer-day.js'
import { broughtForward } from './levelling.js'
import { daysAhead, lookAhead, type Soon } from './soon.js'

export type { Attempt } from './brief-item.js'

/** One customer on a brief. */
export type BriefItem = RankedItem & Soon

/** One manager's list for a day, the most urgent first (Handbook §3, The brief). */
export interface Brief {
  readonly managerId: string
  readonly day: Day
  /** On a day off nothing is pushed; a question is answered by the same rules. */
  readonly workingDay: boolean
  /** The day or a working day next to it lies in a year without a calendar file, taken as Monday–Friday. */
  readonly provisional: boolean
  readonly items: readonly BriefItem[]
  /** How many more there are than the day's capacity. */
  readonly cut: number
}

export interface BriefOptions {
  /** What is left out there is none of. */
  readonly sources?: Partial<Sources>
  /** The whole list, beyond the day's capacity. */
  readonly full?: boolean
}

export function planBrief(
  book: Book,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  options: BriefOptions = {},
): Brief {
  const context = occasionContext(policy, calendar, today, options.sources)
  const ranked = rankItems(book.customers, context)
  const kept = options.full === true ? ranked : ranked.slice(0, policy.dailyCapacity)
  const ahead = daysAhead(context).map((day) => withReviews(day, book.customers))
  const items = kept.map(({ customer, item }) => ({
    ...item,
    ...soonOf(customer, today, item.reasons, ahead),
  }))
  return {
    managerId: book.managerId,
    day: today,
    workingDay: context.isWorkingDay,
    provisional: calendar.isProvisional(context.previous, context.next),
    items,
    cut: ranked.length - items.length,
  }
}

interface Ranked {
  readonly customer: Customer
  readonly item: RankedItem
}

/** Everyone the rules put on the day's list, the most urgent first. */
export function rankItems(customers: readonly Customer[], of: OccasionContext): readonly Ranked[] {
  const context = withReviews(of, customers)
  const brought = broughtForward(customers, context)
  const ranked: Ranked[] = []
  for (const customer of customers) {
    const reason = brought.get(customer.id)
    const isOfBook = reason !== undefined || context.reviews.has(customer.id)
    const row = isOfBook ? rowOf(customer, context, reason) : rememberedRow(customer, of)
    if (row !== undefined) ranked.push(row)
  }
  return withProposed(ranked, customers, context).sort((a, b) => mostUrgentFirst(a.item, b.item))
}

function rowOf(
  customer: Customer,
  context: OccasionContext,
  brought: Reason | undefined,
): Ranked | undefined {
  const reasons = withBrought(customerDay(customer, context), brought)
  return reasons === undefined ? undefined : { customer, item: briefItem(customer, reasons, context) }
}

/**
 * What the rules say of one customer alone hangs on the customer, the day, the rules and the sources: all of them are other
 * objects where they are others, so that a brief is planned again at the price of what has changed.
 */
const remembered = new WeakMap<OccasionContext, WeakMap<Customer, Ranked | 'none'>>()

function rememberedRow(customer: Customer, context: OccasionContext): Ranked | undefined {
  let rows = remembered.get(context)
  if (rows === undefined) {
    rows = new WeakMap()
    remembered.set(context, rows)
  }
  let row = rows.get(customer)
  if (row === undefined) {
    row = rowOf(customer, context, undefined) ?? 'none'
    rows.set(customer, row)
  }
  return row === 'none' ? undefined : row
}

/** By the reasons of a row, which are one object for as long as the row is remembered. */
const rememberedSoon = new WeakMap<RankedItem['reasons'], Soon>()

function soonOf(
  customer: Customer,
  today: Day,
  reasons: RankedItem['reasons'],
  ahead: readonly OccasionContext[],
): Soon {
  // Whose reviews come within the days is a matter of the whole book.
  if (ahead.some(({ reviews }) => reviews.has(customer.id))) return lookAhead(customer, today, reasons, ahead)
  const known = rememberedSoon.get(reasons) ?? lookAhead(customer, today, reasons, ahead)
  rememberedSoon.set(reasons, known)
  return known
}

/** The list with those whom campaigns propose: merged with the row they have, or a row of their own. */
function withProposed(
  ranked: readonly Ranked[],
  customers: readonly Customer[],
  context: OccasionContext,
): Ranked[] {
  if (context.sources.campaigns.length === 0) return [...ranked]
  const rows = new Map(ranked.map((row) => [row.customer.id, row]))
  const isListed = (id: string) => rows.get(id)?.item.reasons.some(({ kind }) => kind !== 'launch') === true
  for (const { customer, reason } of dailyProposal(customers, isListed, context)) {
    const others = rows.get(customer.id)?.item.reasons ?? []
    const [first, ...rest] = [...others, reason].sort((a, b) => a.priority - b.priority)
    rows.set(customer.id, { customer, item: briefItem(customer, [first ?? reason, ...rest], context) })
  }
  return [...rows.values()]
}

/** The reasons of a row; undefined where there is none. Who was spoken with or put off today is not brought forward. */
function withBrought(found: CustomerDay, brought: Reason | undefined): RankedItem['reasons'] | undefined {
  if (found.listed) {
    if (brought === undefined) return found.reasons
    const [first, ...rest] = [...found.reasons, brought].sort((a, b) => a.priority - b.priority)
    return [first ?? brought, ...rest]
  }
  return found.because === 'nothing-today' && brought !== undefined ? [brought] : undefined
}
