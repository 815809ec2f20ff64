import { addMonths, calendarMonthOf, type Period, yearOf } from '../../domain/day.js'
import { ENGLISH_NUMERAL } from '../text/numerals.js'
import { countedIn, nthWeekdayIn, nthWorkingDayIn } from './counted.js'
import type { DayPattern, Groups } from './day-pattern.js'
import {
  amount,
  MONTH,
  monthSaid,
  NEXT,
  offset,
  pattern,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from './english-words.js'
import { type DayContext, upTo, wholeUnit, workingDay, yearSpan } from './sense.js'

const WORKING = '(?:working|business|work|banking|trading) ?-?days?|week-?days?|workdays?'
const NTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:second|2nd)[- ](?:to[- ])?last|^penultimate|^last but one/, -2],
  [/^(?:last|very last|final)/, -1],
  [/^(?:first|1st|very first)/, 1],
  [/^(?:second|2nd)/, 2],
  [/^(?:third|3rd)/, 3],
  [/^(?:fourth|4th)/, 4],
  [/^(?:fifth|5th)/, 5],
]
const NTH =
  '(?<n>(?:second|2nd)[- ](?:to[- ])?last|penultimate|last but one|very last|very first|last|final|first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)'
const COUNTED = `${NTH} (?:(?<w>${WEEKDAY})|(?<working>${WORKING}))`
const N = `(?:\\d{1,3}|${ENGLISH_NUMERAL})`

/** Days that are counted within a month or year, and working days that are counted from today. */
export const ENGLISH_COUNTED: readonly DayPattern[] = [
  pattern(
    'nth-of-month',
    `(?:on )?(?:the )?${COUNTED},? (?:of|in|for) (?:the )?(?:month of )?(?:(?<m>${MONTH})${YEAR}|(?<r>this|${NEXT}|last|coming|following)? ?(?<u>month|mth|quarter|qtr|year|yr|week|wk))`,
    (groups, context) => counted(groups, context),
  ),
  pattern(
    'months-nth',
    `(?:(?<m>${MONTH})|(?<r>this|${NEXT}|last) (?<u>month|quarter|year|week))(?:'?s)? ${COUNTED}`,
    (groups, context) => counted(groups, context),
  ),
  pattern(
    'working-day',
    `(?:on |by )?(?:the )?(?<r>${NEXT}|following|last|previous|prior|first available) (?:available )?(?:${WORKING})(?! of)`,
    ({ r }, context, text) => {
      const sense = workingDay(context, context.today, /^(?:last|prev|prior)/.test(r ?? '') ? -1 : 1)
      return text.startsWith('by ')
        ? { ...upTo(context.today, sense.point), ...(sense.vague && { vague: true }) }
        : sense
    },
  ),
  pattern(
    'within-working-days',
    `(?:within|in under|in less than|inside)(?: the)?(?: next)? (?<n>${N}) (?:${WORKING})`,
    ({ n }, context) => upTo(context.today, workingDay(context, context.today, amount(n, undefined)).point),
  ),
  pattern('after-working-days', `(?:in|after) (?<n>${N}) (?:${WORKING})(?:'? time)?`, ({ n }, context) =>
    workingDay(context, context.today, amount(n, undefined)),
  ),
  pattern(
    'working-days-on',
    `(?<n>${N}) (?:${WORKING})(?: time)? (?:later|from now|from today|hence|on|after)`,
    ({ n }, context) => workingDay(context, context.today, amount(n, undefined)),
  ),
]

function counted(groups: Groups, context: DayContext) {
  const { n = '', w } = groups
  const nth = NTHS.find(([words]) => words.test(n))?.[1] ?? 1
  return countedIn(spansOf(groups, context), context, (span) =>
    w === undefined ? nthWorkingDayIn(span, nth, context) : nthWeekdayIn(span, nth, weekdayNumber(w)),
  )
}

function spansOf({ m, y, r, u = '' }: Groups, context: DayContext): readonly Period[] {
  const { today } = context
  if (m === undefined) {
    if (u.startsWith('y')) return [yearSpan(yearOf(today) + offset(r))]
    return [wholeUnit(today, u.startsWith('q') ? 'quarter' : u.startsWith('w') ? 'week' : 'month', offset(r))]
  }
  const month = monthSaid(context, m, y)
  return y === undefined ? [month, calendarMonthOf(addMonths(month.from, 12))] : [month]
}
