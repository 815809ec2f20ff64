import { type CadenceDue, cadence } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import { openDeferral } from '../customer/deferral.js'
import { addDays, type Day, isWithin } from '../day.js'
import { type CadenceReason, type ClaimReason, cadenceReason } from '../occasions/cadence-due.js'
import { type OccasionContext, occasionContext } from '../occasions/occasion.js'
import { withReviews } from '../occasions/review.js'
import type { Policy } from '../policy.js'
import type { DaysOff, WorkingCalendar } from '../working-days.js'
import { customerDay } from './customer-day.js'

/** The working days before a long holiday over which its load is spread, the last one being the day before it. */
interface Run {
  readonly holiday: DaysOff
  readonly days: readonly Day[]
}

/**
 * Which customers' regular contacts, falling into a long holiday, are brought onto today's brief, and with what reason
 * (Handbook §3, §9): an equal share of what is left on each of the days before it, earliest due first, and only as far as the
 * day's own list leaves room in its capacity. Due and overdue days stay.
 *
 * Nothing is remembered between the days. Today's share is worked out by going through the days of the run, each on the
 * contacts known that morning, so a missed day or a repeated run gives the same list.
 */
export function broughtForward(
  customers: readonly Customer[],
  context: OccasionContext,
): ReadonlyMap<string, CadenceReason | ClaimReason> {
  const run = runBefore(context.today, context.policy, context.calendar)
  const brought = new Map<string, CadenceReason | ClaimReason>()
  if (run === undefined) return brought

  const earlier = new Set<string>()
  for (const [index, day] of run.days.entries()) {
    const share = shareOf(day, index, run, earlier, customers, context)
    if (day === context.today) {
      for (const { customer, due } of share)
        brought.set(customer.id, {
          ...cadenceReason(customer, due, context.policy),
          beforeHoliday: run.holiday.from,
        })
      return brought
    }
    for (const { customer } of share) earlier.add(customer.id)
  }
  return brought
}

interface Falling {
  readonly customer: Customer
  readonly due: CadenceDue
  /** On the day's own list for another reason; takes no room. */
  readonly isListed: boolean
}

function shareOf(
  day: Day,
  index: number,
  run: Run,
  earlier: ReadonlySet<string>,
  customers: readonly Customer[],
  { policy, calendar, sources }: OccasionContext,
): readonly Falling[] {
  const context = withReviews(occasionContext(policy, calendar, day, sources), customers)
  const falling: Falling[] = []
  let own = 0
  for (const customer of customers) {
    const thatMorning = asOfMorning(customer, day)
    const { listed } = customerDay(thatMorning, context)
    if (listed) own++
    if (earlier.has(customer.id) || openDeferral(thatMorning, day) !== undefined) continue
    const due = cadence(thatMorning, policy, calendar, day)
    if (due.kind !== 'none' && !due.isDue && isWithin(run.holiday, due.fallsOn))
      falling.push({ customer, due, isListed: listed })
  }
  const listed = falling.filter((one) => one.isListed)
  const waiting = falling.filter((one) => !one.isListed).sort(earliestDueFirst)
  const equalShare = Math.ceil(waiting.length / (run.days.length - index))
  const room = Math.max(0, policy.dailyCapacity - own)
  return [...listed, ...waiting.slice(0, Math.min(equalShare, room))]
}

function earliestDueFirst(a: Falling, b: Falling): number {
  if (a.due.fallsOn !== b.due.fallsOn) return a.due.fallsOn < b.due.fallsOn ? -1 : 1
  return a.customer.id < b.customer.id ? -1 : 1
}

/** The customer as the day began: what was written down on that day or later does not count yet. */
function asOfMorning(customer: Customer, day: Day): Customer {
  const { contacts, deferrals } = customer
  const isLater = contacts.some((contact) => contact.on >= day) || deferrals?.some((d) => d.madeOn >= day)
  if (isLater !== true) return customer
  return {
    ...customer,
    contacts: contacts.filter((contact) => contact.on < day),
    ...(deferrals === undefined ? {} : { deferrals: deferrals.filter((d) => d.madeOn < day) }),
  }
}

/** The run that holds `today`, where a long holiday is near enough. */
function runBefore(today: Day, { levelling }: Policy, calendar: WorkingCalendar): Run | undefined {
  if (!calendar.isWorkingDay(today)) return undefined
  let last = today
  for (let ahead = 0; ahead < levelling.workingDays; ahead++) {
    const holiday = calendar.daysOffAround(addDays(last, 1))
    if (holiday?.names.some(({ zh }) => levelling.holidays.some((name) => zh.includes(name))))
      return { holiday, days: workingDaysUpTo(last, levelling.workingDays, calendar) }
    last = calendar.next(last)
  }
  return undefined
}

function workingDaysUpTo(last: Day, count: number, calendar: WorkingCalendar): readonly Day[] {
  const days = [last]
  while (days.length < count) days.unshift(calendar.previous(days[0]!))
  return days
}
