import {
  addDays,
  addMonths,
  calendarMonthOf,
  type Day,
  day,
  dayOf,
  dayOfMonth,
  daysInMonth,
  monthOf,
  type Period,
  weekday,
  weekOf,
  yearOf,
} from '../../domain/day.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Festivals } from './festivals.js'

/** What words about days mean: the span for a question, and the one day an action would fall on. */
export interface DaySense extends Period {
  readonly point: Day
  /** A festival is reached the day before it: 春节前 ends on the eve. */
  readonly festival?: true
  readonly repeats?: RepeatSaid
  /** The first of several days that may be meant. */
  readonly vague?: true
}

/** How often something is to be done; `other` is every rhythm that cannot be kept: every other week, each quarter. */
export type RepeatSaid = 'daily' | 'workdays' | 'weekly' | 'monthly' | 'yearly' | 'other'

/** Which days are worked; of a year whose calendar is not known yet an answer is provisional. */
export type WorkingDays = Pick<WorkingCalendar, 'isWorkingDay' | 'isProvisional'>

/** Monday to Friday, where no calendar is at hand. */
export const MONDAY_TO_FRIDAY: WorkingDays = {
  isWorkingDay: (at) => weekday(at) <= 5,
  isProvisional: () => false,
}

/** What the same words mean depends on these. */
export interface DayContext {
  readonly today: Day
  /** Whether a bare weekday, day of month or month is the coming one or the one just past. */
  readonly look: 'ahead' | 'back'
  /** A clock time, later today, stands with the words: then a bare weekday that is today means today. */
  readonly laterToday: boolean
  readonly festivals: Festivals
  readonly working: WorkingDays
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

export function onDay(at: Day): DaySense {
  return { from: at, to: at, point: at }
}

export function span(from: Day, to: Day, point: Day = from): DaySense {
  return { from, to, point }
}

/** A deadline: everything from today to the day, to be done by it. */
export function upTo(today: Day, last: Day): DaySense {
  return last < today ? span(last, today, last) : span(today, last, last)
}

/** The calendar week, month, quarter or year `count` units from the one that holds today. */
export function wholeUnit(today: Day, unit: Unit, count: number): DaySense {
  const { from, to } = unitSpan(today, unit, count)
  return span(from, to)
}

function unitSpan(today: Day, unit: Unit, count: number): Period {
  switch (unit) {
    case 'day': {
      const at = addDays(today, count)
      return { from: at, to: at }
    }
    case 'week':
      return weekOf(addDays(today, 7 * count))
    case 'month':
      return calendarMonthOf(addMonths(firstOfMonth(today), count))
    case 'quarter': {
      const index = yearOf(today) * 4 + Math.floor((monthOf(today) - 1) / 3) + count
      return quarterSpan(Math.floor(index / 4), (index % 4) + 1)
    }
    case 'year':
      return yearSpan(yearOf(today) + count)
  }
}

export function quarterSpan(year: number, quarter: number): Period {
  const from = monthSpan(year, quarter * 3 - 2).from
  return { from, to: monthSpan(year, quarter * 3).to }
}

export function monthSpan(year: number, month: number): Period {
  return calendarMonthOf(day(`${year}-${String(month).padStart(2, '0')}-01`))
}

export function yearSpan(year: number): Period {
  return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
}

/** Farther than any day that is spoken of, near enough to count with. */
const FARTHEST = 99_999
const EARLIEST = day('1900-01-01')
const LATEST = day('2100-12-31')

/** Whether every day of it lies between 1900 and 2100. */
export function isInReach({ from, to, point }: DaySense): boolean {
  return [from, to, point].every((at) => at.length === EARLIEST.length && EARLIEST <= at && at <= LATEST)
}

/** `said` days, weeks, months … after `from`; halves of months are 15 days, of years six months. Out of reach for absurd counts. */
export function shift(from: Day, unit: Unit, said: number): Day {
  const count = Number.isFinite(said) ? Math.max(-FARTHEST, Math.min(FARTHEST, said)) : 0
  switch (unit) {
    case 'day':
      return addDays(from, Math.trunc(count))
    case 'week':
      return addDays(from, Math.trunc(7 * count))
    case 'month':
      return Number.isInteger(count)
        ? addMonths(from, count)
        : addDays(addMonths(from, Math.trunc(count)), count < 0 ? -15 : 15)
    case 'quarter':
      return addMonths(from, Math.trunc(3 * count))
    case 'year':
      return addMonths(from, Math.trunc(12 * count))
  }
}

/** The `count`th working day after `from`, before it where `count` is negative; `vague` where a year's calendar is not known. */
export function workingDay({ working }: DayContext, from: Day, count: number): DaySense {
  let at = from
  for (let left = Math.min(Math.abs(count), 300); left > 0; ) {
    at = addDays(at, count < 0 ? -1 : 1)
    if (working.isWorkingDay(at)) left--
  }
  const isKnown =
    count < 0 ? !working.isProvisional(at, addDays(from, -1)) : !working.isProvisional(addDays(from, 1), at)
  return { ...onDay(at), ...(!isKnown && { vague: true }) }
}

/** Weekday `wanted` (1 = Monday) of the week `weeks` from this one. */
export function weekdayOfWeek(today: Day, weeks: number, wanted: number): Day {
  return addDays(weekOf(today).from, 7 * weeks + wanted - 1)
}

/** A weekday said alone: the first from today on, today itself only with a later time of day; or the last before today. */
export function bareWeekday(context: DayContext, wanted: number): Day {
  const { today } = context
  if (context.look === 'back') return addDays(today, -((weekday(today) - wanted + 7) % 7 || 7))
  const ahead = (wanted - weekday(today) + 7) % 7
  return addDays(today, ahead === 0 && !context.laterToday ? 7 : ahead)
}

/** A month said alone: this one or the next such; looking back, this one or the last such. */
export function bareMonth(context: DayContext, month: number): Period {
  const year = yearOf(context.today)
  const now = monthOf(context.today)
  if (context.look === 'back') return monthSpan(month <= now ? year : year - 1, month)
  return monthSpan(month >= now ? year : year + 1, month)
}

/** 25号: of this month; of the next where it is past and the message looks ahead. */
export function bareDayOfMonth(context: DayContext, wanted: number): Day | undefined {
  const { today } = context
  for (let months = 0; months < 12; months++) {
    const base = addMonths(firstOfMonth(today), context.look === 'back' ? -months : months)
    const at = dayOf(yearOf(base), monthOf(base), wanted)
    if (at === undefined) continue
    if (context.look === 'back' ? at <= today : at >= today) return at
    if (months > 0) return at
  }
  return undefined
}

/** Month and day without a year: the next such from today on, or the last such up to today. */
export function bareMonthAndDay(context: DayContext, month: number, wanted: number): Day | undefined {
  const year = yearOf(context.today)
  const years = context.look === 'back' ? [year, year - 1] : [year, year + 1]
  const days = years.map((y) => dayOf(y, month, wanted)).filter((at) => at !== undefined)
  return days.find((at) => (context.look === 'back' ? at <= context.today : at >= context.today)) ?? days[0]
}

export function firstOfMonth(of: Day): Day {
  return addDays(of, 1 - dayOfMonth(of))
}

/** The beginning, middle or end of a month as tens of days. */
export function partOfMonth(month: Period, part: 'early' | 'middle' | 'late'): Period {
  if (part === 'early') return { from: month.from, to: addDays(month.from, 9) }
  if (part === 'middle') return { from: addDays(month.from, 10), to: addDays(month.from, 19) }
  return { from: addDays(month.from, 20), to: month.to }
}

export function lastDayOfMonth(year: number, month: number): Day {
  return day(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`)
}
