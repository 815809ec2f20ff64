import { addDays, type Day, day, daysBetween } from '../day.js'
import { FIRST_LUNAR_YEAR, FIRST_NEW_YEAR, LUNAR_YEARS } from './lunar-years.js'

/** A day of the Chinese lunar calendar (农历). */
export interface LunarDay {
  readonly year: number
  /** 1 … 12. */
  readonly month: number
  /** 1 … 30. */
  readonly day: number
  /** In the leap month that follows the month of the same number. */
  readonly isLeap: boolean
  /** 29 or 30. */
  readonly monthLength: number
}

interface LunarMonth {
  readonly year: number
  readonly month: number
  readonly isLeap: boolean
  readonly length: number
  readonly startsOn: Day
}

/** The lunar day of a solar one; undefined before 1950-02-17 and after the lunar year 2099. */
export function lunarDayOf(of: Day): LunarDay | undefined {
  const first = MONTHS[0]!
  if (of < first.startsOn) return undefined
  let low = 0
  let high = MONTHS.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (MONTHS[middle]!.startsOn <= of) low = middle
    else high = middle - 1
  }
  const { year, month, isLeap, length, startsOn } = MONTHS[low]!
  const dayInMonth = daysBetween(startsOn, of) + 1
  return dayInMonth > length ? undefined : { year, month, day: dayInMonth, isLeap, monthLength: length }
}

/** The solar day on which a lunar year begins (春节); undefined outside the table. */
export function springFestivalOf(year: number): Day | undefined {
  return MONTHS.find((m) => m.year === year && m.month === 1 && !m.isLeap)?.startsOn
}

const MONTHS: readonly LunarMonth[] = readMonths()

function readMonths(): readonly LunarMonth[] {
  const months: LunarMonth[] = []
  let startsOn = day(FIRST_NEW_YEAR)
  const add = (year: number, month: number, isLeap: boolean, length: number) => {
    months.push({ year, month, isLeap, length, startsOn })
    startsOn = addDays(startsOn, length)
  }
  LUNAR_YEARS.forEach((bits, index) => {
    const year = FIRST_LUNAR_YEAR + index
    for (let month = 1; month <= 12; month++) {
      add(year, month, false, bits & (0x10000 >> month) ? 30 : 29)
      if (month === (bits & 0xf)) add(year, month, true, bits & 0x10000 ? 30 : 29)
    }
  })
  return months
}
