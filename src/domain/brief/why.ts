import { type Book, findCustomer } from '../book.js'
import { type Cadence, cadence } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import type { Deferral } from '../customer/deferral.js'
import { addDays, type Day } from '../day.js'
import { type OccasionContext, occasionContext } from '../occasions/occasion.js'
import type { Reason } from '../occasions/reason.js'
import { withReviews } from '../occasions/review.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import type { RankedItem } from './brief-item.js'
import { customerDay } from './customer-day.js'
import { type BriefOptions, rankItems } from './plan-brief.js'

/** Why a customer is, or is not, on a day's list: the rule that decided, its numbers, and when it will be. */
export type Why = WhyListed | WhyNotListed

export interface WhyListed {
  readonly listed: true
  readonly item: RankedItem
  /** 1 for the most urgent of the day. */
  readonly rank: number
  readonly of: number
  /** Ranked beyond the day's capacity, so counted but not shown. */
  readonly isCut: boolean
  readonly capacity: number
  readonly cadence: Cadence
}

export interface WhyNotListed {
  readonly listed: false
  readonly because: 'contacted-today' | 'do-not-contact' | 'deferred' | 'nothing-today'
  /** What decides the regular contact: the tier, the last contact, the due day; or why there is none. */
  readonly cadence: Cadence
  /** What the manager put off, and what it hides today. */
  readonly deferral?: Deferral
  readonly hidden?: readonly Reason[]
  /** The next working day that has a reason if nothing happens until then; absent where none is near. */
  readonly next?: { readonly on: Day; readonly reasons: readonly Reason[] }
}

/** How far ahead the next day is looked for: longer than the longest cadence. */
const LOOK_AHEAD_DAYS = 100

/** @returns undefined where the book has no such customer */
export function why(
  customerId: string,
  book: Book,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  options: Pick<BriefOptions, 'sources'> = {},
): Why | undefined {
  const customer = findCustomer(book, customerId)
  if (customer === undefined) return undefined
  const context = occasionContext(policy, calendar, today, options.sources)
  return (
    whyListed(customer, book, context) ?? whyNotListed(customer, withReviews(context, book.customers), book)
  )
}

function whyListed(customer: Customer, book: Book, context: OccasionContext): WhyListed | undefined {
  const { policy, calendar, today } = context
  const ranked = rankItems(book.customers, context)
  const rank = 1 + ranked.findIndex(({ item }) => item.customerId === customer.id)
  const item = ranked[rank - 1]?.item
  if (item === undefined) return undefined
  return {
    listed: true,
    item,
    rank,
    of: ranked.length,
    isCut: rank > policy.dailyCapacity,
    capacity: policy.dailyCapacity,
    cadence: cadence(customer, policy, calendar, today),
  }
}

function whyNotListed(customer: Customer, context: OccasionContext, book: Book): WhyNotListed {
  const { policy, calendar, today } = context
  const found = customerDay(customer, context)
  const next = nextListedDay(customer, context, book)
  return {
    listed: false,
    because: found.listed ? 'nothing-today' : found.because,
    cadence: cadence(customer, policy, calendar, today),
    ...(!found.listed && found.because === 'deferred'
      ? { deferral: found.deferral, hidden: found.reasons }
      : {}),
    ...(next === undefined ? {} : { next }),
  }
}

function nextListedDay(
  customer: Customer,
  { policy, calendar, today, sources }: OccasionContext,
  { customers }: Book,
): WhyNotListed['next'] {
  const last = addDays(today, LOOK_AHEAD_DAYS)
  for (let on = calendar.next(today); on <= last; on = calendar.next(on)) {
    const context = withReviews(occasionContext(policy, calendar, on, sources), customers)
    const found = customerDay(customer, context)
    if (found.listed) return { on, reasons: found.reasons }
  }
  return undefined
}
