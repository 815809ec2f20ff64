import { type Day, daysBetween, type Moment } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { wordingFor } from '../wording.js'
import { formatDay } from './format.js'

/** `11月25日 周三 10:00` / `Wed 25 Nov 10:00`; today and tomorrow by name. */
export function describeMoment(moment: Moment, locale: Locale, today: Day): string {
  const at = describeDay(moment.day, locale, today)
  return moment.time === undefined ? at : `${at} ${moment.time}`
}

/** Today and tomorrow by name, every other day by its date. */
export function describeDay(of: Day, locale: Locale, today: Day): string {
  const words = wordingFor(locale)
  const days = daysBetween(today, of)
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  return formatDay(of, locale, today)
}
