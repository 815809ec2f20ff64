import { addDays, type Day, weekday, yearOf } from './day.js'

/** One year of the State Council calendar: what differs from Monday–Friday. */
export interface YearCalendar {
  readonly year: number
  /** Weekdays and weekend days off by decree. */
  readonly holidays: ReadonlyMap<Day, HolidayName>
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpDays: ReadonlyMap<Day, HolidayName>
}

/** The festival a day belongs to, in both languages. */
export interface HolidayName {
  readonly zh: string
  readonly en: string
}

/**
 * Working days over the years that have a file. A year without one, or whose file names no day, counts as
 * Monday–Friday; every answer that needed such a year is provisional (Handbook §2, §9).
 */
export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, YearCalendar>

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
    const known = this.#years.get(yearOf(of))
    if (known?.makeUpDays.has(of)) return true
    if (known?.holidays.has(of)) return false
    return weekday(of) <= 5
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
    let count = 0
    for (let at = addDays(after, 1); at <= upTo; at = addDays(at, 1)) if (this.isWorkingDay(at)) count++
    return count
  }

  /** Whether any day from `from` to `to` lies in a year without data, which makes the answer provisional. */
  isProvisional(from: Day, to: Day = from): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year++) if (!this.hasData(year)) return true
    return false
  }
}
