import type { Book } from '../book.js'
import { type CadenceDue, cadence } from '../cadence/cadence.js'
import type { Agreement } from '../customer/contact.js'
import { contactsUpTo } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Raise } from '../customer/level-raised.js'
import { addDays, type Day, isWithin, type Period } from '../day.js'
import { type Maturity, maturities } from '../ledger/maturities.js'
import { largeMovements, type Movement } from '../ledger/movements.js'
import { plansForHead } from '../plan/for-head.js'
import type { PlanProgress } from '../plan/progress.js'
import type { Policy, Tier } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { type GivenTask, givenTasks } from './given-tasks.js'

/** Something of one manager's book. */
export type Of<T> = T & { readonly managerId: string }

/** Customers with a cadence, and how many of them are not overdue (Handbook §9). */
export interface Coverage {
  readonly covered: number
  readonly of: number
}

/** What a branch head looks at: exceptions, not a ranking of people (Handbook §3, Branch head). */
export interface BranchDay {
  readonly day: Day
  /** Since the last working day, that day and today included, of whomever; the largest first. */
  readonly movements: readonly Of<Movement>[]
  /** Within the next days, without an effective contact since 30 days before; earliest first. */
  readonly uncontacted: readonly Of<Maturity>[]
  /** Tiers A and B, the longest overdue for their rhythm first. */
  readonly overdue: readonly Of<{ readonly customer: Customer; readonly due: CadenceDue }>[]
  /** Promises past their day, the oldest first. */
  readonly broken: readonly Of<BrokenPromise>[]
  /** Value plans to agree to or to look at, by manager. */
  readonly plans: readonly Of<PlanProgress>[]
  /** Tasks given that are open, or were done since the last working day; by manager, earliest day first. */
  readonly tasks: readonly Of<GivenTask>[]
  /** Tiers with a cadence, highest first. */
  readonly byTier: readonly (Coverage & { readonly tier: Tier })[]
  /** By manager id. */
  readonly byManager: readonly Of<Coverage>[]
  /** Effective contacts of the period, by manager id; for "how did the week go". */
  readonly contacts: readonly Of<{ readonly reached: number; readonly attempts: number }>[]
  /** Products whose level was raised above the rating of holders, while some are still to be told (Handbook §8.8). */
  readonly raised: readonly RaisedProduct[]
}

/** One raise of a product's level over the branch. */
export interface RaisedProduct extends Pick<Raise, 'productId' | 'productName' | 'from' | 'to' | 'on'> {
  /** Holders whose rating carried the old level and not the new. */
  readonly concerned: number
  /** Those of them who have not been on a brief yet. */
  readonly left: number
  /** Holders whose rating did not carry the old level either. */
  readonly above: number
}

export interface BrokenPromise {
  readonly customer: Customer
  readonly promise: Agreement & { readonly on: Day }
  readonly workingDaysLate: number
}

/** How far ahead the head looks for maturities that nobody has contacted (Handbook §3). */
const MATURITY_DAYS = 7
const WATCHED_TIERS: readonly Tier[] = ['A', 'B']

/** What one book brings to the branch's day. */
export interface BookDay
  extends Pick<
    BranchDay,
    'movements' | 'uncontacted' | 'broken' | 'plans' | 'contacts' | 'raised' | 'tasks'
  > {
  readonly managerId: string
  readonly due: readonly Of<{ readonly customer: Customer; readonly due: CadenceDue }>[]
}

/**
 * The part of one book, so that those of a large branch can be planned one after the other.
 *
 * @param period the days whose contacts are counted
 */
export function planBookDay(
  book: Book,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  period: Period,
): BookDay {
  const { managerId, customers } = book
  const own = <T>(found: readonly T[]): Of<T>[] => found.map((one) => ({ ...one, managerId }))
  const ahead = { from: today, to: addDays(today, MATURITY_DAYS) }
  const since = { from: calendar.previous(today), to: today }
  const due = customers.flatMap((customer) => {
    const now = cadence(customer, policy, calendar, today)
    return now.kind === 'none' ? [] : [{ customer, due: now }]
  })
  const uncontacted = maturities(customers, { period: ahead }, policy, calendar, today).filter(
    (m) => m.spokenWith === undefined,
  )
  return {
    managerId,
    due: own(due),
    movements: own(largeMovements(customers, since, policy)),
    uncontacted: own(uncontacted),
    tasks: own(givenTasks(book, calendar, since.from, today)),
    broken: own(customers.flatMap((customer) => brokenOf(customer, calendar, today))),
    plans: own(plansForHead(customers, policy, calendar, today)),
    contacts: own([contactsWithin(book, period, today)]),
    raised: raisedIn(customers, today),
  }
}

/** The branch's day from those of its books. */
export function branchDayOf(days: readonly BookDay[], policy: Policy, today: Day): BranchDay {
  const sorted = days.toSorted((a, b) => (a.managerId < b.managerId ? -1 : 1))
  const due = sorted.flatMap((book) => book.due)
  return {
    day: today,
    movements: sorted
      .flatMap((book) => book.movements)
      .sort((a, b) => Math.abs(b.netFen) - Math.abs(a.netFen) || byCustomer(a, b)),
    uncontacted: sorted
      .flatMap((book) => book.uncontacted)
      .sort((a, b) => (a.maturesOn < b.maturesOn ? -1 : a.maturesOn > b.maturesOn ? 1 : 0)),
    overdue: due
      .filter(
        ({ due: { tier, overdueWorkingDays } }) => overdueWorkingDays > 0 && WATCHED_TIERS.includes(tier),
      )
      .sort((a, b) => lateness(b.due) - lateness(a.due) || byCustomer(a, b)),
    broken: sorted
      .flatMap((book) => book.broken)
      .sort((a, b) => b.workingDaysLate - a.workingDaysLate || byCustomer(a, b)),
    plans: sorted.flatMap((book) => book.plans),
    tasks: sorted.flatMap((book) => book.tasks),
    byTier: policy.tiers.flatMap(({ tier, every }) =>
      every === undefined ? [] : [{ tier, ...coverageOf(due.filter((one) => one.due.tier === tier)) }],
    ),
    byManager: sorted.map((book) => ({ managerId: book.managerId, ...coverageOf(book.due) })),
    contacts: sorted.flatMap((book) => book.contacts),
    raised: addRaised(sorted.flatMap((book) => book.raised)).filter(
      ({ left, on }) => left > 0 || on === today,
    ),
  }
}

/** How many things a head has to look at. */
export function exceptionsOf(day: BranchDay): number {
  const { movements, uncontacted, overdue, broken, plans, raised, tasks } = day
  const late = tasks.filter(({ state }) => state === 'late')
  return [movements, uncontacted, overdue, broken, plans, raised, late].reduce(
    (sum, list) => sum + list.length,
    0,
  )
}

function coverageOf(due: readonly { readonly due: CadenceDue }[]): Coverage {
  return { covered: due.filter((one) => one.due.overdueWorkingDays === 0).length, of: due.length }
}

function brokenOf(customer: Customer, calendar: WorkingCalendar, today: Day): readonly BrokenPromise[] {
  return customer.agreements.flatMap((promise) => {
    const { kind, state, on } = promise
    if (kind !== 'promise' || state !== 'open' || on === undefined) return []
    const workingDaysLate = calendar.countAfter(on, today)
    return workingDaysLate === 0 ? [] : [{ customer, promise: { ...promise, on }, workingDaysLate }]
  })
}

function contactsWithin({ customers, managerId }: Book, period: Period, today: Day) {
  let reached = 0
  let attempts = 0
  for (const customer of customers) {
    for (const contact of contactsUpTo(customer.contacts, today)) {
      if (contact.managerId !== managerId || !isWithin(period, contact.on)) continue
      if (contact.reached) reached++
      else attempts++
    }
  }
  return { reached, attempts }
}

function lateness({ overdueWorkingDays, intervalDays }: CadenceDue): number {
  return overdueWorkingDays / intervalDays
}

function byCustomer(a: { readonly customer: Customer }, b: { readonly customer: Customer }): number {
  return a.customer.id < b.customer.id ? -1 : a.customer.id > b.customer.id ? 1 : 0
}

function raisedIn(customers: readonly Customer[], today: Day): readonly RaisedProduct[] {
  return addRaised(
    customers.flatMap(({ levelRaised = [] }) =>
      levelRaised
        .filter(({ on }) => on <= today)
        .map(({ importNumber: _, above, showOn, ...raise }) => ({
          ...raise,
          concerned: above ? 0 : 1,
          left: above || (showOn !== undefined && showOn <= today) ? 0 : 1,
          above: above ? 1 : 0,
        })),
    ),
  )
}

/** The same raises together, the newest first. */
function addRaised(all: readonly RaisedProduct[]): readonly RaisedProduct[] {
  const sums = new Map<string, RaisedProduct>()
  for (const one of all) {
    const key = `${one.on} ${one.productId} ${one.to}`
    const { concerned = 0, left = 0, above = 0 } = sums.get(key) ?? {}
    sums.set(key, {
      ...one,
      concerned: concerned + one.concerned,
      left: left + one.left,
      above: above + one.above,
    })
  }
  return [...sums.values()].sort((a, b) =>
    a.on === b.on ? (a.productId < b.productId ? -1 : 1) : a.on > b.on ? -1 : 1,
  )
}
