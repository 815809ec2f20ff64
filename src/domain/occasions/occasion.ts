import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { Fen } from '../money.js'
import type { Policy } from '../policy.js'
import type { ReviewDue } from '../review/due-reviews.js'
import type { WorkingCalendar } from '../working-days.js'
import { NO_SOURCES, type Sources } from './sources.js'

/** 1, 2, 3 as P1, P2, P3 of Handbook §3; cadence ranks with P2. */
export type Priority = 1 | 2 | 3

/** What every reason says of itself; its own facts stand beside it, under a `kind` of its own. */
export interface ReasonBase {
  readonly kind: string
  readonly priority: Priority
  /** Yuan that are at stake, for ordering (Handbook §9, Order); absent where none are or where they are foreign. */
  readonly atStakeFen?: Fen
}

/** Something that calls for a contact: the reasons it gives for one customer on the day of the context. */
export type Occasion<R extends ReasonBase = ReasonBase> = (
  customer: Customer,
  context: OccasionContext,
) => readonly R[]

/** The day a brief is for, and what is the same for all its customers. */
export interface OccasionContext {
  readonly today: Day
  /** On a day off nothing falls due but what stayed open before (Handbook §9). */
  readonly isWorkingDay: boolean
  /** The last working day before today. */
  readonly previous: Day
  /** The first working day after today. */
  readonly next: Day
  /** A maturity on this day or later calls for no notice today. */
  readonly maturityHorizon: Day
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly sources: Sources
  /** The wealth reviews of the day by customer id: `withReviews` works them out from the whole book. */
  readonly reviews: ReadonlyMap<string, ReviewDue>
}

const NO_REVIEWS: ReadonlyMap<string, ReviewDue> = new Map()

/** Contexts of the same sources, the latest last: what is remembered of a customer hangs on the context it was worked out in. */
const remembered = new WeakMap<Partial<Sources>, readonly OccasionContext[]>()
/** Today and the days that are looked at ahead, for a few policies: a manager's own capacity makes one. */
const REMEMBERED = 16

/** The same object for the same day, rules and sources. */
export function occasionContext(
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  sources: Partial<Sources> = NO_SOURCES,
): OccasionContext {
  const before = remembered.get(sources) ?? []
  const known = before.find(
    (one) => one.today === today && one.policy === policy && one.calendar === calendar,
  )
  if (known !== undefined) return known
  const context = freshContext(policy, calendar, today, sources)
  remembered.set(sources, [...before.slice(1 - REMEMBERED), context])
  return context
}

function freshContext(
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  sources: Partial<Sources>,
): OccasionContext {
  const next = calendar.next(today)
  const furthestHeadsUp = Math.max(0, ...policy.maturityHeadsUpDays)
  return {
    today,
    isWorkingDay: calendar.isWorkingDay(today),
    previous: calendar.previous(today),
    next,
    maturityHorizon: calendar.sameOrNext(addDays(next, furthestHeadsUp + 1)),
    policy,
    calendar,
    sources: { ...NO_SOURCES, ...sources },
    reviews: NO_REVIEWS,
  }
}

// The four below hold on a working day, where they save asking the calendar for every customer.

/** Whether today is the working day before `of`. */
export function isWorkingDayBefore({ today, next }: OccasionContext, of: Day): boolean {
  return today < of && of <= next
}

/** Whether `of`, moved back to a working day, is today. */
export function isMovedBackToToday({ today, next }: OccasionContext, of: Day): boolean {
  return today <= of && of < next
}

/** Whether `of`, moved on to a working day, is today. */
export function isMovedOnToToday({ today, previous }: OccasionContext, of: Day): boolean {
  return previous < of && of <= today
}

/** Whether notice `days` calendar days before `of` falls on today; on a day off it is given the working day before. */
export function isNoticeDay(context: OccasionContext, of: Day, days: number): boolean {
  return isMovedBackToToday(context, addDays(of, -days))
}
