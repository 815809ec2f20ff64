import { addMonths, type Day, dayOf, monthOf, type Period, yearOf } from '../../domain/day.js'
import { ENGLISH_NUMERAL, englishValue } from '../text/numerals.js'
import type { DayPattern } from './day-pattern.js'
import {
  bareMonth,
  bareMonthAndDay,
  bareWeekday,
  type DayContext,
  type DaySense,
  monthSpan,
  onDay,
  span,
  type Unit,
  weekdayOfWeek,
  wholeUnit,
} from './sense.js'

export const N = `(?:\\d{1,3}|${ENGLISH_NUMERAL})`
export const MONTHS = [
  'jan(?:uary)?',
  'feb(?:r?uary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
export const MONTH = `(?:${MONTHS.join('|')})\\.?`
/** Names that are also common words count as months only beside a number or after a preposition. */
export const SURE_MONTH = `(?:${MONTHS.filter((_, i) => i !== 2 && i !== 4).join('|')}|march)\\.?`
export const WEEKDAYS = [
  'mon(?:day)?',
  'tue(?:s(?:day)?)?',
  'wed(?:s|nesday|nsday|ensday)?',
  'thu(?:r(?:s(?:day)?)?)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
]
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
/** `sat` and `sun` alone are also a verb and a surname. */
export const SURE_WEEKDAY = `(?:${WEEKDAYS.slice(0, 5).join('|')}|saturday|sunday)`
export const DATE = '(?:3[01]|[12]\\d|0?[1-9])'
export const SPELLED =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ]first|twenty[- ]second|twenty[- ]third|twenty[- ]fourth|twenty[- ]fifth|twenty[- ]sixth|twenty[- ]seventh|twenty[- ]eighth|twenty[- ]ninth|thirtieth|thirty[- ]first'
const SPELLED_DATES = SPELLED.split('|').map((word) => new RegExp(`^${word}$`))

/** The day of the month that is spelled out; 0 for none. */
export function spelledDate(words: string | undefined): number {
  return SPELLED_DATES.findIndex((word) => word.test(words ?? '')) + 1
}
export const ORDINAL = `${DATE}(?:st|nd|rd|th)`
export const YEAR = '(?:,? ?(?:of )?(?<y>(?:19|20)\\d\\d))?'
export const UNIT =
  '(?:days?|(?<=\\d)d|weeks?|wks?|wk|months?|mths?|mth|quarters?|qtrs?|years?|yrs?|fortnights?)'
export const BACKED = '(?:last|past|previous|preceding)'
export const AHEAD = '(?:next|nxt|coming|following|upcoming)'
export const NEXT = '(?:next|nxt|nex)'
/** "is coming Wed" is a visit on Wednesday, "this coming Wed" a day. */
export const IS = "(?:is|are|was|be|not|'s|'re|'ll|he|she|they|we|who|and|says|said)"
export const B = '(?<![a-z0-9])'
export const E = '(?![a-z0-9])'

export function pattern(name: string, source: string, read: DayPattern['read']): DayPattern {
  return { name: `en.${name}`, pattern: new RegExp(`${B}(?:${source})${E}`, 'g'), read }
}

export function amount(text: string | undefined, unit: string | undefined): number {
  const count = englishValue(text ?? '') ?? Number.NaN
  return unit?.startsWith('fortnight') ? count * 2 : count
}

export function dayOrNone(at: Day | undefined): DaySense | 'no such day' {
  return at === undefined ? 'no such day' : onDay(at)
}

export function whole({ from, to }: Period): DaySense {
  return span(from, to)
}

export function offset(word: string | undefined): number {
  if (word === undefined || /coming/.test(word)) return /coming/.test(word ?? '') ? 1 : 0
  if (/(?:next|nxt|nex|following)/.test(word)) return 1
  return /^(?:last|prev)/.test(word) ? -1 : 0
}

export function weekdaySaid(
  relative: string | undefined,
  word: string | undefined,
  context: DayContext,
): DaySense {
  const wanted = weekdayNumber(word)
  if (/coming|following/.test(relative ?? ''))
    return onDay(bareWeekday({ ...context, look: 'ahead' }, wanted))
  return onDay(weekdayOfWeek(context.today, offset(relative?.replace('of ', '')), wanted))
}

export function weekdayNumber(word: string | undefined): number {
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf((word ?? '').slice(0, 3)) + 1
}

export function monthNumber(word: string | undefined): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf((word ?? '').slice(0, 3)) / 3 + 1
}

export function monthSaid(context: DayContext, word: string | undefined, year: string | undefined): Period {
  return year === undefined
    ? bareMonth(context, monthNumber(word))
    : monthSpan(Number(year), monthNumber(word))
}

export function lastSuch(context: DayContext, word: string | undefined): Period {
  const month = monthNumber(word)
  return monthSpan(yearOf(context.today) - (month >= monthOf(context.today) ? 1 : 0), month)
}

export function dateInMonth(
  context: DayContext,
  month: string | undefined,
  date: number,
  year: string | undefined,
): Day | undefined {
  if (/month/.test(month ?? '')) {
    const base = addMonths(wholeUnit(context.today, 'month', 0).from, offset(month))
    return dayOf(yearOf(base), monthOf(base), date)
  }
  if (year !== undefined) return dayOf(Number(year), monthNumber(month), date)
  return bareMonthAndDay(context, monthNumber(month), date)
}

export function unitOf(word: string | undefined): Unit {
  if (word === undefined || /^d/.test(word)) return 'day'
  if (/^(?:w|f)/.test(word)) return 'week'
  if (/^q/.test(word)) return 'quarter'
  return /^m/.test(word) ? 'month' : 'year'
}
