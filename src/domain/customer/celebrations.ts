import { addDays, type Day, type Period, yearOf } from '../day.js'
import { lunarDayOf } from '../lunar/lunar-calendar.js'
import type { Customer } from './customer.js'

/** A day the customer keeps every year (Handbook §9). */
export interface Celebration {
  readonly of: 'birthday' | 'anniversary'
  /** The solar day on which it is kept this time. */
  readonly on: Day
  readonly calendar: 'solar' | 'lunar'
  /** How many years it is; absent where the year is not known, as for every lunar one. */
  readonly years?: number
}

/** The days of a period under the `MM-DD` by which they are kept, in either calendar. */
export interface KeptDays {
  readonly solar: ReadonlyMap<string, Day>
  readonly lunar: ReadonlyMap<string, Day>
}

/**
 * What is kept on the days of a period of at most a year: 29 February on the 28th in other years, a lunar 30th on the 29th
 * of a short month. Nothing is kept in a leap month: its days are kept in the month of the same number.
 */
export function keptDays({ from, to }: Period): KeptDays {
  const solar = new Map<string, Day>()
  const lunar = new Map<string, Day>()
  for (let at = from; at <= to; at = addDays(at, 1)) {
    const monthAndDay = at.slice(5)
    setFirst(solar, monthAndDay, at)
    if (monthAndDay === '02-28' && addDays(at, 1).slice(5) !== '02-29') setFirst(solar, '02-29', at)
    const of = lunarDayOf(at)
    if (of === undefined || of.isLeap) continue
    setFirst(lunar, `${pad2(of.month)}-${pad2(of.day)}`, at)
    if (of.day === 29 && of.monthLength === 29) setFirst(lunar, `${pad2(of.month)}-30`, at)
  }
  return { solar, lunar }
}

/** The customer's birthday and anniversary among the kept days; where a lunar birthday is given the solar one is not kept. */
export function celebrationsOf(
  {
    birthday,
    birthdayMonthDay,
    lunarBirthday,
    anniversary,
    anniversaryMonthDay,
  }: Pick<
    Customer,
    'birthday' | 'birthdayMonthDay' | 'lunarBirthday' | 'anniversary' | 'anniversaryMonthDay'
  >,
  kept: KeptDays,
): readonly Celebration[] {
  const found: Celebration[] = []
  if (lunarBirthday !== undefined) {
    const on = kept.lunar.get(lunarBirthday.replace(/^L/, ''))
    if (on !== undefined) found.push({ of: 'birthday', on, calendar: 'lunar' })
  } else if (birthday !== undefined) {
    const on = kept.solar.get(birthday.slice(5))
    if (on !== undefined && on > birthday) found.push(solarOne('birthday', birthday, on))
  } else if (birthdayMonthDay !== undefined) {
    const on = kept.solar.get(birthdayMonthDay)
    if (on !== undefined) found.push({ of: 'birthday', on, calendar: 'solar' })
  }
  if (anniversary !== undefined) {
    const on = kept.solar.get(anniversary.slice(5))
    if (on !== undefined && on > anniversary) found.push(solarOne('anniversary', anniversary, on))
  } else if (anniversaryMonthDay !== undefined) {
    const on = kept.solar.get(anniversaryMonthDay)
    if (on !== undefined) found.push({ of: 'anniversary', on, calendar: 'solar' })
  }
  return found
}

function solarOne(of: Celebration['of'], first: Day, on: Day): Celebration {
  return { of, on, calendar: 'solar', years: yearOf(on) - yearOf(first) }
}

function setFirst(days: Map<string, Day>, key: string, on: Day): void {
  if (!days.has(key)) days.set(key, on)
}

function pad2(value: number): string {
  return String(value).padStart(2, '0')
}
