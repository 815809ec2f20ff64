import { addMonths, monthOf, yearOf } from '../../domain/day.js'
import { DATE, DAYPART, dateValue, MONTH, N, pattern, value, WEEK, weekdayNumber } from './chinese-words.js'
import type { DayPattern } from './day-pattern.js'
import { firstWorked, fromFirst, repeated, unsaid } from './repeated.js'
import { bareDayOfMonth, bareMonthAndDay, bareWeekday, firstOfMonth, lastDayOfMonth } from './sense.js'

const EACH = '(?:每逢|逢|每一?个?)'
const WORKING = '(?:工作日|交易日|上班日)'
const DAYS = '[一二三四五六日天]'

/** What is to be done every so often. The first time is the first such day from today on, today only with a later time. */
export const CHINESE_REPEATS: readonly DayPattern[] = [
  pattern(
    'daily',
    `(?:每一?[天日]|天天(?=${DAYPART}[\\d零一二三四五六七八九十早晚上下都给提])|每(?=[早晚]上?)|每个(?=早上|晚上|上午|下午))${DAYPART}`,
    (_, context) => repeated('daily', fromFirst(context).today),
  ),
  pattern(
    'workdays',
    `(?:每逢?|逢)一?个?${WORKING}${DAYPART}|(?:每个?)?${WEEK}一(?:到|至|-)(?:${WEEK})?五(?=每天|都|天天)(?:每天|天天)?`,
    (_, context) => repeated('workdays', firstWorked(context)),
  ),
  pattern('each-workday', `每个?${WEEK}一(?:到|至|-)(?:${WEEK})?五`, (_, context) =>
    repeated('workdays', firstWorked(context)),
  ),
  pattern('weekly', `${EACH}${WEEK}的?(?<w>${DAYS}|末)${DAYPART}`, ({ w }, context) =>
    repeated('weekly', bareWeekday(fromFirst(context), w === '末' ? 6 : weekdayNumber(w))),
  ),
  pattern(
    'several-a-week',
    `${EACH}${WEEK}的?(?<w>${DAYS})(?:[、,和跟与及]?(?:${WEEK})?${DAYS}(?![点个号月十百千万])){1,6}`,
    ({ w }, context) => repeated('other', bareWeekday(fromFirst(context), weekdayNumber(w))),
  ),
  pattern(
    'each-week',
    `(?:每一?个?${WEEK}(?![${'一二三四五六日天末'}])|(?:一|每)个?${WEEK}(?=[一1]?(?:次|回|趟)))(?:[一1](?:次|回|趟))?`,
    (_, context) => unsaid('weekly', context),
  ),
  pattern('monthly', `每一?个?月的?(?<d>${DATE})[日号]${DAYPART}`, ({ d }, context) => {
    const at = bareDayOfMonth(fromFirst(context), dateValue(d))
    return at === undefined ? 'no such day' : repeated('monthly', at)
  }),
  pattern(
    'each-month',
    '(?:每一?个?月(?!的?[\\d一二三四五六七八九十廿初底末]|的?(?:最后|头|第)一天)|一个?月(?=[一1]?(?:次|回|趟)))(?:[一1](?:次|回|趟))?',
    (_, context) => unsaid('monthly', context),
  ),
  pattern(
    'part-of-month',
    '每一?个?月(?:的)?(?<p>初|底|末|月初|月底|月末|最后一天|头一天|第一天)',
    ({ p }, { today }) => {
      const isEnd = !/初$|^头|^第/.test(p ?? '')
      return repeated(
        'other',
        isEnd ? lastDayOfMonth(yearOf(today), monthOf(today)) : addMonths(firstOfMonth(today), 1),
      )
    },
  ),
  pattern(
    'counted-each-month',
    `每一?个?(?:月|季度?)的?(?:第[一二三四五\\d]|最后一?|头一?|首|倒数第[一二三])个?(?:${WEEK}${DAYS}|${WORKING})`,
    (_, context) => unsaid('other', context),
  ),
  pattern('yearly', `每一?年的?(?<m>${MONTH})月(?<d>${DATE})[日号]?`, ({ m, d }, context) => {
    const at = bareMonthAndDay(fromFirst(context), value(m), dateValue(d))
    return at === undefined ? 'no such day' : repeated('yearly', at)
  }),
  pattern(
    'each-year',
    `每一?年(?!的?(?:${MONTH})月)|一年(?=[一1]?(?:次|回|趟))(?:[一1](?:次|回|趟))?`,
    (_, context) => unsaid('yearly', context),
  ),
  pattern(
    'other',
    `每隔?(?:${N})(?:天|日|${WEEK}|个${WEEK}|个?月|个?季度|年)|隔(?:天|日|周|一?个?${WEEK}|月|年)(?![后了])|每(?:一?个?季度?|半[个]?(?:月|年)|两${WEEK})|[双单]${WEEK}(?=${DAYS})|(?:半个?月|两${WEEK})(?=一(?:次|回))`,
    (_, context) => unsaid('other', context),
  ),
]
