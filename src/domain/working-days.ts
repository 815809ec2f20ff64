import { addDays, type Day, weekday, yearOf } from './day.js'

/** The festival a day belongs to, in both languages. */
export interface HolidayName {
  readonly zh: string
  readonly en: string
}

/** One year of the State Council calendar: what differs from Monday–Friday. */
export interface YearCalendar {
  readonly year: number
  /** Weekdays and weekend days off by decree. */
  readonly holidays: ReadonlyMap<Day, HolidayName>
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpDays: ReadonlyMap<Day, HolidayName>
}

/** An unbroken run of days off around a public holiday, its weekends included. */
export interface DaysOff {
  readonly from: Day
  readonly to: Day
  /** The names of the festivals in it, in the order of their days. */
  readonly names: readonly HolidayName[]
}

/**
 * Working days over the years that have a file. A year without one, or whose file names no day, counts as
 * Monday–Friday; every answer that needed such a year is provisional (Handbook §2, §9).
 */
export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, YearCalendar>
  /** Worked days of a year before each of its days; filled when a year is first asked for. */
  readonly #workedBefore = new Map<number, Uint16Array>()

  constructor(years: readonly YearCalendar[]) {
    this.#years = new Map(
      years.filter((y) => y.holidays.size + y.makeUpDays.size > 0).map((y) => [y.year, y]),
    )
  }

  yearsWithData(): readonly number[] {
    return [...this.#years.keys()].sort((a, b) => a - b)
  }

  hasData(year: number): boolean {
    return this.#years.has(year)
  }

  year(year: number): YearCalendar | undefined {
    return this.#years.get(year)
  }

  isWorkingDay(of: Day): boolean {
    const before = this.#before(yearOf(of))
    const index = dayOfYear(of)
    return before[index + 1]! > before[index]!
  }

  /** `of` itself where it is worked, else the next working day. */
  sameOrNext(of: Day): Day {
    let at = of
    while (!this.isWorkingDay(at)) at = addDays(at, 1)
    return at
  }

  /** `of` itself where it is worked, else the working day before. */
  sameOrPrevious(of: Day): Day {
    let at = of
    while (!this.isWorkingDay(at)) at = addDays(at, -1)
    return at
  }

  /** The first working day after `of`. */
  next(of: Day): Day {
    return this.sameOrNext(addDays(of, 1))
  }

  /** The last working day before `of`. */
  previous(of: Day): Day {
    return this.sameOrPrevious(addDays(of, -1))
  }

  /** Working days after `after`, up to and including `upTo`; 0 where `upTo` is not later. */
  countAfter(after: Day, upTo: Day): number {
    if (upTo <= after) return 0
    const last = yearOf(upTo)
    let count = this.#before(last)[dayOfYear(upTo) + 1]!
    for (let year = yearOf(after); year < last; year++) count += this.#before(year).at(-1)!
    return count - this.#before(yearOf(after))[dayOfYear(after) + 1]!
  }

  /** The run of days off that holds `of`; undefined where `of` is worked or the run is a plain weekend. */
  daysOffAround(of: Day): DaysOff | undefined {
    if (this.isWorkingDay(of)) return undefined
    const from = addDays(this.previous(of), 1)
    const to = addDays(this.next(of), -1)
    const names: HolidayName[] = []
    for (let at = from; at <= to; at = addDays(at, 1)) {
      const name = this.#years.get(yearOf(at))?.holidays.get(at)
      if (name !== undefined && !names.some((known) => known.zh === name.zh)) names.push(name)
    }
    return names.length === 0 ? undefined : { from, to, names }
  }

  /** Whether any day from `from` to `to` lies in a year without data, which makes the answer provisional. */
  isProvisional(from: Day, to: Day = from): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year++) if (!this.hasData(year)) return true
    return false
  }

  #before(year: number): Uint16Array {
    let before = this.#workedBefore.get(year)
    if (before === undefined) {
      before = countWorked(year, this.#years.get(year))
      this.#workedBefore.set(year, before)
    }
    return before
  }
}

function countWorked(year: number, known: YearCalendar | undefined): Uint16Array {
  const newYear = `${String(year).padStart(4, '0')}-01-01` as Day // a year that came out of a Day
  const length = isLeap(year) ? 366 : 365
  const before = new Uint16Array(length + 1)
  let at = newYear
  for (let index = 0; index < length; index++) {
    const worked = known?.makeUpDays.has(at) || (weekday(at) <= 5 && !known?.holidays.has(at))
    before[index + 1] = before[index]! + (worked ? 1 : 0)
    at = addDays(at, 1)
  }
  return before
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** 0 on 1 January. */
function dayOfYear(of: Day): number {
  const month = Number(of.slice(5, 7))
  const leapDay = month > 2 && isLeap(yearOf(of)) ? 1 : 0
  return DAYS_BEFORE_MONTH[month - 1]! + Number(of.slice(8, 10)) - 1 + leapDay
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
