import { calendarMonthOf } from '../../domain/day.js'
import { ENGLISH_NUMERAL } from '../text/numerals.js'
import type { DayPattern } from './day-pattern.js'
import { DATE, MONTH, monthNumber, ORDINAL, pattern, WEEKDAY, weekdayNumber } from './english-words.js'
import { firstWorked, fromFirst, repeated, unsaid } from './repeated.js'
import { bareDayOfMonth, bareMonthAndDay, bareWeekday } from './sense.js'

const EACH = '(?:every|each|ev|evry)(?: single)?'
const WHOLE_WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const DAYPART = '(?: (?:morning|afternoon|evening|night)s?)?'
const WORKING = '(?:week|work|working|business|banking)[- ]?day'
const N = `(?:\\d{1,3}|${ENGLISH_NUMERAL.replace('an?(?: couple(?: of)?)?|', '')}|few)`
const UNIT = '(?:days?|weeks?|months?|quarters?|years?|fortnights?|hours?)'

/** What is to be done every so often. The first time is the first such day from today on, today only with a later time. */
export const ENGLISH_REPEATS: readonly DayPattern[] = [
  pattern(
    'daily',
    `(?:${EACH} ?(?:day|morning|afternoon|evening|night)|everyday|once a day|daily(?= (?:at|from|around|@|in the|until|till|\\d)|[.,!]|$)|(?:in the )?(?:mornings|evenings))`,
    (_, context) => repeated('daily', fromFirst(context).today),
  ),
  pattern(
    'workdays',
    `(?:${EACH} ${WORKING}|(?:on )?(?:weekdays|workdays|all working days))${DAYPART}`,
    (_, context) => repeated('workdays', firstWorked(context)),
  ),
  pattern(
    'weekly',
    `(?:(?:on )?${EACH} (?<w>${WEEKDAY})|(?:on )?(?<full>${WHOLE_WEEKDAY})s|(?:weekly|${EACH} week|once a week) (?:on )?(?<on>${WEEKDAY})s?|(?<before>${WEEKDAY}) (?:every|each) week)${DAYPART}`,
    ({ w, full, on, before }, context) =>
      repeated('weekly', bareWeekday(fromFirst(context), weekdayNumber(w ?? full ?? on ?? before))),
  ),
  pattern('weekends', `(?:(?:on |at )?${EACH} weekend|(?:on |at )weekends)`, (_, context) =>
    repeated('weekly', bareWeekday(fromFirst(context), 6)),
  ),
  pattern(
    'several-a-week',
    `(?:on )?(?:${EACH} )(?<w>${WEEKDAY})s?(?:(?:, ?| ?and | ?& ?|/| or )(?:every )?${WEEKDAY}s?){1,6}|(?:on )?(?<full>${WHOLE_WEEKDAY})s(?:(?:, ?| and | ?& ?)${WHOLE_WEEKDAY}s){1,6}`,
    ({ w, full }, context) => repeated('other', bareWeekday(fromFirst(context), weekdayNumber(w ?? full))),
  ),
  pattern(
    'each-week',
    `(?:${EACH} week|once a week|weekly(?= (?:at|from|until|reminder|call)|[.,!]|$))`,
    (_, context) => unsaid('weekly', context),
  ),
  pattern(
    'monthly',
    `(?:on |by )?(?:the )?(?:(?<a>${ORDINAL}) (?:(?:day )?of )?(?:every|each) month|(?:every|each) (?<b>${ORDINAL})(?: of the month)?|(?:${EACH} month|monthly) on (?:the )?(?<c>${ORDINAL}|${DATE}))`,
    ({ a, b, c }, context) => {
      const at = bareDayOfMonth(fromFirst(context), Number.parseInt(a ?? b ?? c ?? '', 10))
      return at === undefined ? 'no such day' : repeated('monthly', at)
    },
  ),
  pattern(
    'each-month',
    `(?:${EACH} (?:month|mth)|once a month|monthly(?= (?:at|from|until|reminder)|[.,!]|$))`,
    (_, context) => unsaid('monthly', context),
  ),
  pattern(
    'month-end',
    `(?:(?:at )?(?:the )?(?:end|last day) of ${EACH} month|${EACH} month[- ]?end)`,
    (_, context) => repeated('other', calendarMonthOf(context.today).to),
  ),
  pattern(
    'counted-each-month',
    `(?:on )?(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:${WEEKDAY}|${WORKING}) (?:of|in) (?:every|each|the) (?:month|quarter)(?<=(?:every|each) (?:month|quarter))`,
    (_, context) => unsaid('other', context),
  ),
  pattern(
    'yearly',
    `(?:on )?(?:${EACH} (?:year on )?|(?:yearly|annually) on )(?:the )?(?:(?<d>${DATE})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH})|(?<m2>${MONTH}) (?<d2>${DATE})(?:st|nd|rd|th)?)(?: every year)?`,
    ({ d, m, d2, m2 }, context) => {
      const at = bareMonthAndDay(fromFirst(context), monthNumber(m ?? m2), Number(d ?? d2))
      return at === undefined ? 'no such day' : repeated('yearly', at)
    },
  ),
  pattern(
    'each-year',
    `(?:${EACH} (?:year|yr|${MONTH})(?! ?\\d)|once a year|(?:yearly|annually)(?= (?:at|from|until|reminder)|[.,!]|$))`,
    (_, context) => unsaid('yearly', context),
  ),
  pattern(
    'other',
    `(?:${EACH} (?:other|second|third|alternate) (?:day|week|month|year|${WEEKDAY})|${EACH} (?:couple of|${N}) ${UNIT}|${EACH} (?:quarter|fortnight|half[- ]year|hour)|(?:twice|two times|three times) a (?:day|week|month|year)|fortnightly|bi-?weekly|bi-?monthly|once a (?:quarter|fortnight)|quarterly(?= (?:at|from|until|reminder)|[.,!]|$))`,
    (_, context) => unsaid('other', context),
  ),
]
