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
  /** Of every day of the years asked for so far: the worked days of its year up to and including it. */
  readonly #workedUpTo = new Map<Day, number>()
  readonly #workedDays = new Set<Day>()
  readonly #workedInYear = new Map<number, number>()

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
    if (!this.#workedUpTo.has(of)) this.#countYear(yearOf(of))
    return this.#workedDays.has(of)
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
    let count = this.#upTo(upTo) - this.#upTo(after)
    const last = yearOf(upTo)
    for (let year = yearOf(after); year < last; year++) count += this.#inYear(year)
    return count
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

  #upTo(of: Day): number {
    const known = this.#workedUpTo.get(of)
    if (known !== undefined) return known
    this.#countYear(yearOf(of))
    return this.#workedUpTo.get(of) ?? 0
  }

  #inYear(year: number): number {
    return this.#workedInYear.get(year) ?? this.#countYear(year)
  }

  #countYear(year: number): number {
    const known = this.#years.get(year)
    let count = 0
    for (let at = firstDayOf(year); yearOf(at) === year; at = addDays(at, 1)) {
      if (known?.makeUpDays.has(at) || (weekday(at) <= 5 && !known?.holidays.has(at))) {
        this.#workedDays.add(at)
        count++
      }
      this.#workedUpTo.set(at, count)
    }
    this.#workedInYear.set(year, count)
    return count
  }
}

function firstDayOf(year: number): Day {
  return `${String(year).padStart(4, '0')}-01-01` as Day // the year came out of a day
}
