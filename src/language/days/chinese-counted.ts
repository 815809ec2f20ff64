import { addMonths, calendarMonthOf, type Period, yearOf } from '../../domain/day.js'
import {
  MONTH,
  monthSaid,
  N,
  offset,
  pattern,
  RELATIVE,
  value,
  WEEK,
  weekdayNumber,
  YEAR,
  yearSaid,
} from './chinese-words.js'
import { countedIn, nthWeekdayIn, nthWorkingDayIn } from './counted.js'
import type { DayPattern, Groups } from './day-pattern.js'
import { type DayContext, upTo, wholeUnit, workingDay, yearSpan } from './sense.js'

const WORKING = '(?:工作日|交易日|上班日)'
const NTH =
  '(?:(?:第(?<n>[一二三四五六七八九十]|\\d{1,2})|(?<first>头一?|首)|(?<last>最后一?)|倒数第(?<back>[一二三1-3]))个?)'
const COUNTED = `${NTH}(?:${WEEK}(?<w>[一二三四五六日天])|(?<working>${WORKING}))`

/** Days that are counted within a month or year, and working days that are counted from today: 12月第二个周三, 下个工作日. */
export const CHINESE_COUNTED: readonly DayPattern[] = [
  pattern(
    'nth-of-month',
    `(?:(?<y>${YEAR})?(?<![\\d个])(?<m>${MONTH})月份?|(?<r>本|这一?个?|当|下下个?|下一?个?|上上个?|上一?个?)月份?|(?<bare>月))[底末初]?前?的?[里内]?的?${COUNTED}`,
    (groups, context) => counted(groups, monthsOf(groups, context), context),
  ),
  pattern('nth-of-quarter', `(?<r>本|这一?个?|下一?个?|上一?个?)季度?的?${COUNTED}`, (groups, context) =>
    counted(groups, [wholeUnit(context.today, 'quarter', offset(groups['r']))], context),
  ),
  pattern('nth-of-year', `(?<y>${YEAR}|年)(?:[底末内里]|之内)?的?${COUNTED}`, (groups, context) => {
    const { y } = groups
    return counted(groups, [yearSpan(y === '年' ? yearOf(context.today) : yearSaid(y, context))], context)
  }),
  pattern('nth-of-week', `(?<r>${RELATIVE})${WEEK}的?${NTH}(?<working>${WORKING})`, (groups, context) =>
    counted(groups, [wholeUnit(context.today, 'week', offset(groups['r']))], context),
  ),
  pattern(
    'working-day',
    `(?<r>上一?个?|下下一?个?|下一?个?|最近的?一?个?|后一?个?|前一?个?)${WORKING}`,
    ({ r }, context) =>
      workingDay(context, context.today, /^[上前]/.test(r ?? '') ? -1 : r?.startsWith('下下') ? 2 : 1),
  ),
  pattern('within-working-days', `(?<n>${N})个?${WORKING}(?:之内|以内|内)`, ({ n }, context) =>
    upTo(context.today, workingDay(context, context.today, value(n)).point),
  ),
  pattern(
    'after-working-days',
    `(?:再?过|再等|等|隔|推迟|延后|往后推)?(?<n>${N})个?${WORKING}(?:之后|以后|过后|后)`,
    ({ n }, context) => workingDay(context, context.today, value(n)),
  ),
  pattern('working-days-on', `(?:再?过|再等|隔|推迟|延后|往后推)(?<n>${N})个?${WORKING}`, ({ n }, context) =>
    workingDay(context, context.today, value(n)),
  ),
]

function monthsOf({ y, m, r }: Groups, context: DayContext): readonly Period[] {
  if (m === undefined) return [wholeUnit(context.today, 'month', offset(r))]
  const month = monthSaid(y, value(m), context)
  return y === undefined ? [month, calendarMonthOf(addMonths(month.from, 12))] : [month]
}

function counted(groups: Groups, spans: readonly Period[], context: DayContext) {
  const { n, first, last, back, w } = groups
  const nth = first !== undefined ? 1 : last !== undefined ? -1 : back !== undefined ? -value(back) : value(n)
  return countedIn(spans, context, (span) =>
    w === undefined ? nthWorkingDayIn(span, nth, context) : nthWeekdayIn(span, nth, weekdayNumber(w)),
  )
}
