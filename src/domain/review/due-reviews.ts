import { tierOf } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import { lastSkip, openDeferral } from '../customer/deferral.js'
import { addDays, addMonths, type Day, weekOf } from '../day.js'
import type { Policy, Tier } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { hasAssets, lastReview } from './review.js'

/** A customer's next wealth review (Handbook §8.3). */
export interface ReviewDue {
  readonly customer: Customer
  readonly tier: Tier
  /** A working day, but for those who were never assigned: they are due `today`, whatever day it is. */
  readonly dueOn: Day
  /** Absent: never reviewed. */
  readonly lastOn?: Day
  /** Nothing runs in yuan: there is no sheet to speak of, so they come last. */
  readonly isWithoutHoldings: boolean
}

/** What decides when reviews are due. */
export interface ReviewRules {
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/**
 * When a customer's review is due as of `today`; undefined for the tiers that have none and for who asked for quiet. A skip
 * on or after the due day counts as done this time, as it does for the regular contact.
 */
export function reviewDue(
  customer: Customer,
  { policy, calendar }: ReviewRules,
  today: Day,
): ReviewDue | undefined {
  const tier = tierOf(customer, policy)
  if (customer.doNotContact || !policy.review.tiers.includes(tier)) return undefined
  const lastOn = lastReview(customer, today)?.on
  const next = (from: Day) => calendar.sameOrNext(addMonths(from, policy.review.everyMonths))
  const first = () =>
    customer.assignedOn === undefined
      ? today
      : calendar.sameOrNext(addDays(customer.assignedOn, policy.review.firstAfterDays))
  const due = lastOn === undefined ? first() : next(lastOn)
  const skippedOn = lastSkip(customer, today)
  return {
    customer,
    tier,
    dueOn: skippedOn !== undefined && skippedOn >= due ? next(skippedOn) : due,
    ...(lastOn === undefined ? {} : { lastOn }),
    isWithoutHoldings: !hasAssets(customer, today),
  }
}

/** All reviews of a book, those without a running holding last, else the earliest due first, A before B, then by id. */
export function reviewQueue(
  customers: readonly Customer[],
  rules: ReviewRules,
  today: Day,
): readonly ReviewDue[] {
  const queue: ReviewDue[] = []
  for (const customer of customers) {
    const due = reviewDue(customer, rules, today)
    if (due !== undefined) queue.push(due)
  }
  return queue.sort(inTurn)
}

function inTurn(a: ReviewDue, b: ReviewDue): number {
  if (a.isWithoutHoldings !== b.isWithoutHoldings) return a.isWithoutHoldings ? 1 : -1
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  if (a.tier !== b.tier) return a.tier < b.tier ? -1 : 1
  return a.customer.id < b.customer.id ? -1 : 1
}

/**
 * The reviews of one working day: the first that are due, at most the policy's number. They are those of the morning: one
 * that is done or put off in the course of the day makes room on the next.
 */
export function reviewsOfDay(
  customers: readonly Customer[],
  rules: ReviewRules,
  day: Day,
): readonly ReviewDue[] {
  if (!rules.calendar.isWorkingDay(day)) return []
  const known = knownOf(rules, day)
  const due: ReviewDue[] = []
  for (const customer of customers) {
    let one = known.get(customer)
    if (one === undefined) {
      one = dueThatMorning(customer, rules, day) ?? 'none'
      known.set(customer, one)
    }
    if (one !== 'none') due.push(one)
  }
  return due.sort(inTurn).slice(0, rules.policy.review.aDay)
}

type Known = WeakMap<Customer, ReviewDue | 'none'>

/** A customer is the same object until something about them changes. */
const remembered = new WeakMap<ReviewRules, { readonly day: Day; readonly known: Known }>()

function knownOf(rules: ReviewRules, day: Day): Known {
  const before = remembered.get(rules)
  if (before?.day === day) return before.known
  const known: Known = new WeakMap()
  remembered.set(rules, { day, known })
  return known
}

function dueThatMorning(customer: Customer, rules: ReviewRules, day: Day): ReviewDue | undefined {
  if (!rules.policy.review.tiers.includes(tierOf(customer, rules.policy))) return undefined
  const one = reviewDue(asOfMorning(customer, day), rules, day)
  return one !== undefined && one.dueOn <= day && !isPutOff(one.customer, day)
    ? { ...one, customer }
    : undefined
}

/** Put off to a later day, and nothing was said since. */
function isPutOff(customer: Customer, day: Day): boolean {
  if (customer.deferrals === undefined) return false
  const deferral = openDeferral(customer, day)
  return deferral?.kind === 'snooze' && day < deferral.until
}

/** The customer as the day began: a review or a putting off of that day does not count yet. */
function asOfMorning(customer: Customer, day: Day): Customer {
  const { contacts, deferrals } = customer
  const isLater = contacts.some(({ on }) => on >= day) || deferrals?.some(({ madeOn }) => madeOn >= day)
  if (isLater !== true) return customer
  return {
    ...customer,
    contacts: contacts.filter(({ on }) => on < day),
    ...(deferrals === undefined ? {} : { deferrals: deferrals.filter(({ madeOn }) => madeOn < day) }),
  }
}

/** The reviews of a week: as many as its days have room for, and how many wait behind them. */
export interface ReviewWeek {
  readonly day: Day
  readonly to: Day
  /** Two for each working day left, today included. */
  readonly room: number
  readonly rows: readonly ReviewDue[]
  /** Due by the end of the week as well, beyond the room. */
  readonly behind: number
}

/** What is due from today to Sunday, what is long due included. */
export function reviewWeek(customers: readonly Customer[], rules: ReviewRules, today: Day): ReviewWeek {
  const { to } = weekOf(today)
  const room = rules.policy.review.aDay * rules.calendar.countAfter(addDays(today, -1), to)
  const due = reviewQueue(customers, rules, today).filter(
    ({ dueOn, customer }) => dueOn <= to && !isPutOff(customer, to),
  )
  return { day: today, to, room, rows: due.slice(0, room), behind: Math.max(0, due.length - room) }
}
