import type { BriefItem } from '../brief/plan-brief.js'
import type { Customer } from '../customer/customer.js'
import type { Day, Moment } from '../day.js'
import { permissionOf } from '../playbook/permission.js'
import { twoTimes } from '../playbook/two-times.js'
import type { WorkingCalendar } from '../working-days.js'

/** Somebody to be phoned today for a meeting (Handbook §4, 3B), with the two times to offer. */
export interface MeetingToSeek {
  readonly customer: Customer
  readonly item: BriefItem
  readonly times: readonly [Moment, Moment]
}

export interface SeekInput {
  /** Today's list in its order, campaigns and launches in it. */
  readonly rows: readonly { readonly item: BriefItem; readonly customer: Customer }[]
  /** All of the book, for what is booked already. */
  readonly customers: readonly Customer[]
  readonly calendar: WorkingCalendar
  readonly today: Day
  /** `HH:mm` in the manager's zone. */
  readonly now: string
}

/** More than this nobody phones for meetings in a day. */
const MOST = 8
const MINUTES = 30
/** Meetings that one half-day holds. */
const SLOTS = 4

/**
 * Those of today's list who may be spoken to of products and have no meeting ahead, each with two times of two half-days
 * at which nobody is booked.
 */
export function meetingsToSeek({
  rows,
  customers,
  calendar,
  today,
  now,
}: SeekInput): readonly MeetingToSeek[] {
  const taken = new Set(
    customers.flatMap(({ agreements }) =>
      agreements.flatMap(({ kind, state, on, time }) =>
        kind === 'appointment' && state === 'open' && on !== undefined && time !== undefined
          ? [`${on} ${time}`]
          : [],
      ),
    ),
  )
  const [first, second] = twoTimes(today, now, calendar)
  const free = { first: freeFrom(first, taken), second: freeFrom(second, taken) }
  const sought = rows.filter(
    ({ item, customer }) =>
      !item.serviceNoticeOnly && permissionOf(customer) === 'any' && !hasMeeting(customer, today),
  )
  return sought.slice(0, MOST).map(({ item, customer }, at) => ({
    item,
    customer,
    times: [turn(free.first, at) ?? first, turn(free.second, at) ?? second],
  }))
}

function freeFrom(from: Moment, taken: ReadonlySet<string>): readonly Moment[] {
  const [hours = 0, minutes = 0] = (from.time ?? '10:00').split(':').map(Number)
  const start = hours * 60 + minutes
  return Array.from({ length: SLOTS }, (_, slot) => {
    const at = start + slot * MINUTES
    const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    return { day: from.day, time }
  }).filter(({ day, time }) => !taken.has(`${day} ${time}`))
}

function turn(free: readonly Moment[], at: number): Moment | undefined {
  return free[at % Math.max(1, free.length)]
}

function hasMeeting({ agreements }: Customer, today: Day): boolean {
  return agreements.some(
    ({ kind, state, on }) => kind === 'appointment' && state === 'open' && on !== undefined && on >= today,
  )
}
