/** A calendar day, `YYYY-MM-DD`. Compares correctly as a string; has no time and no zone. */
export type Day = string & { readonly __brand: 'Day' }

/** A span of days, both ends included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** A point for an action: a day, and where it was said a wall-clock time `HH:mm` in the manager's zone. */
export interface Moment {
  readonly day: Day
  readonly time?: string
}

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_DAY = 86_400_000

export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined
  return toText(toUtc(text)) === text ? (text as Day) : undefined // the line above proves the brand
}

/** The years in which people are born, meet and hold money. Beyond them a day is a slip, or a bank's way to say never. */
export const FIRST_DAY = '1900-01-01' as Day
export const LAST_DAY = '2199-12-31' as Day

/** Whether a text is a day that someone can mean. What people type, press and import is held to it; what is stored is not. */
export function isCalendarDay(text: string): text is Day {
  return parseDay(text) !== undefined && text >= FIRST_DAY && text <= LAST_DAY
}

/** For literals in code and tests; data from outside goes through `parseDay`. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not a calendar day: ${text}`)
  return parsed
}

/** The day of a year, month (1–12) and day of month; undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`)
}

export function addDays(from: Day, count: number): Day {
  return toText(toUtc(from) + count * MS_PER_DAY) as Day
}

/** The same day of the month `count` months on, clipped to the month's end: 31 Jan + 1 month = 28 Feb. */
export function addMonths(from: Day, count: number): Day {
  const index = yearOf(from) * 12 + (monthOf(from) - 1) + count
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const clipped = Math.min(dayOfMonth(from), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(clipped)}` as Day // clipped to a day of that month
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (toUtc(to) - toUtc(from)) / MS_PER_DAY
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(of: Day): number {
  return new Date(toUtc(of)).getUTCDay() || 7
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4))
}

/** 1 … 12. */
export function monthOf(of: Day): number {
  return Number(of.slice(5, 7))
}

export function dayOfMonth(of: Day): number {
  return Number(of.slice(8, 10))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Monday to Sunday of the week that holds `of`. */
export function weekOf(of: Day): Period {
  const from = addDays(of, 1 - weekday(of))
  return { from, to: addDays(from, 6) }
}

/** The first to the last day of the calendar month that holds `of`. */
export function calendarMonthOf(of: Day): Period {
  const from = day(`${of.slice(0, 8)}01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

export function isWithin(period: Period, of: Day): boolean {
  return period.from <= of && of <= period.to
}

/** The day it is at `instant` for someone living in `timeZone`. */
export function dayIn(timeZone: string, instant: Date): Day {
  return day(wallClock(timeZone, instant).slice(0, 10))
}

/** The wall-clock time `HH:mm` at `instant` for someone living in `timeZone`. */
export function timeIn(timeZone: string, instant: Date): string {
  return wallClock(timeZone, instant).slice(11, 16)
}

/** The instant at which a clock in `timeZone` shows `time` (`HH:mm`) on `on`; of an hour that is skipped or repeated, one nearby. */
export function instantAt(timeZone: string, on: Day, time: string): Date {
  const wanted = Date.parse(`${on}T${time}:00Z`)
  let at = wanted
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${dayIn(timeZone, new Date(at))}T${timeIn(timeZone, new Date(at))}:00Z`)
    at += wanted - shown
  }
  return new Date(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string, instant: Date): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  return format.format(instant)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

// Day arithmetic is done at UTC midnight, where every day has 24 hours. All rules work with the same few thousand days, and
// reading and writing them anew was half the cost of a brief, so both directions are remembered.
const MOST_REMEMBERED = 100_000
const FIRST_UTC = Date.parse('0000-01-01T00:00:00Z')
const LAST_UTC = Date.parse('9999-12-31T00:00:00Z')
const utcs = new Map<string, number>()
const texts = new Map<number, string>()

function toUtc(text: string): number {
  let utc = utcs.get(text)
  if (utc === undefined) {
    utc = Date.parse(`${text}T00:00:00Z`)
    if (utcs.size < MOST_REMEMBERED) utcs.set(text, utc)
  }
  return utc
}

function toText(utc: number): string {
  let text = texts.get(utc)
  if (text === undefined) {
    // Beyond these years a text no longer sorts as its day does, and a loop over days would never end.
    if (utc < FIRST_UTC || utc > LAST_UTC) throw new RangeError('a day outside the years 0000 to 9999')
    text = Number.isNaN(utc) ? '' : new Date(utc).toISOString().slice(0, 10)
    if (texts.size < MOST_REMEMBERED) texts.set(utc, text)
  }
  return text
}
