import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  monthOf,
  type Period,
  parseDay,
  weekday,
  yearOf,
} from '../../domain/day.js'
import {
  counts,
  DATE,
  DAYPART,
  dateValue,
  dayOrNone,
  MONTH,
  monthSaid,
  N,
  NO_COUNT,
  NO_YEARS_BEFORE,
  offset,
  pattern,
  RELATIVE,
  UNIT,
  unitOf,
  value,
  WEEK,
  WEEKDAY,
  weekdayNumber,
  YEAR,
  yearSaid,
} from './chinese-words.js'
import type { DayPattern } from './day-pattern.js'
import { festivalDay } from './festivals.js'
import {
  bareDayOfMonth,
  bareMonthAndDay,
  bareWeekday,
  type DayContext,
  type DaySense,
  monthSpan,
  onDay,
  partOfMonth,
  quarterSpan,
  shift,
  span,
  upTo,
  weekdayOfWeek,
  wholeUnit,
  yearSpan,
} from './sense.js'

/** Words about days in Chinese, on folded text. Where two match, the earlier and then the longer one counts. */
export const CHINESE_DAYS: readonly DayPattern[] = [
  pattern(
    'iso',
    '(?<!\\d)(?<y>(?:19|20)\\d\\d) ?[-/.年] ?(?<m>1[0-2]|0?[1-9]) ?[-/.月] ?(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d)[日号]?',
    ({ y, m, d }) => dayOrNone(dayOf(Number(y), Number(m), Number(d))),
  ),
  pattern(
    'compact',
    '(?<!\\d)(?<y>20[2-3]\\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?!\\d)',
    ({ y, m, d }) => {
      const at = parseDay(`${y}-${m}-${d}`)
      return at === undefined ? undefined : onDay(at)
    },
  ),
  pattern(
    'month-day',
    `(?<y>${YEAR})?(?<![\\d个.])(?<m>${MONTH})月份?的? ?(?<d>${DATE})(?:[日号]|${NO_COUNT})`,
    ({ y, m, d }, context) => {
      const month = value(m)
      const date = dateValue(d)
      if (y !== undefined) return dayOrNone(dayOf(yearSaid(y, context), month, date))
      return dayOrNone(bareMonthAndDay(context, month, date))
    },
  ),
  pattern(
    'dotted',
    '(?<![\\d.])(?<m>1[0-2]|0?[1-9])[./](?<d>3[01]|[12]\\d|0?[1-9])(?:(?<said>[日号])|(?=到期|之?前|以前|[ ,。]|[-~至到]|$))(?![\\d%.个万wk])',
    ({ m, d, said }, context) => {
      const at = bareMonthAndDay(context, Number(m), Number(d))
      return at === undefined && said === undefined ? undefined : dayOrNone(at)
    },
  ),
  pattern(
    'no-such-year',
    '(?<!\\d)(?:[03-9]\\d{3}|2[1-9]\\d\\d|1[0-8]\\d\\d|\\d{5,})年(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?',
    () => 'no such day',
  ),
  pattern(
    'no-such-date',
    '(?<![\\d个])(?<m>\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?的?(?<d>\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)[日号]',
    ({ m, d }) => (value(m) > 12 || value(d) > 31 || value(m) * value(d) === 0 ? 'no such day' : undefined),
  ),
  pattern(
    'of-month',
    `(?<r>本|这个?|当|下下个?|下个?|上上个?|上个?)月的?(?<d>${DATE})(?:[日号]|${NO_COUNT})`,
    ({ r, d }, context) => {
      const base = wholeUnit(context.today, 'month', offset(r)).from
      return dayOrNone(dayOf(yearOf(base), monthOf(base), dateValue(d)))
    },
  ),
  pattern(
    'dates',
    `(?<![\\d尾.])(?<a>${DATE})[日号]?(?:到|至|-|~)(?<b>${DATE})[日号](?![楼店线柜窗机门])`,
    ({ a, b }, context) => {
      const from = bareDayOfMonth(context, dateValue(a))
      const last = from === undefined ? undefined : dayOf(yearOf(from), monthOf(from), dateValue(b))
      return from === undefined || last === undefined ? undefined : span(from, last)
    },
  ),
  pattern(
    'months',
    `(?<y>${YEAR})?(?<![\\d个])(?<a>${MONTH})月?份?(?:到|至|-|~)(?<b>${MONTH})月份?(?!${DATE}[日号])`,
    ({ y, a, b }, context) => {
      const from = monthSaid(y, value(a), context)
      const last = monthSpan(yearOf(from.from) + (value(b) < value(a) ? 1 : 0), value(b))
      return span(from.from, last.to)
    },
  ),
  pattern(
    'month-day-to-day',
    `(?<m>${MONTH})月(?<a>${DATE})[日号]?(?:到|至|-|~)(?<b>${DATE})(?![\\d月])[日号]?`,
    ({ m, a, b }, context) => {
      const from = bareMonthAndDay(context, value(m), dateValue(a))
      const last = from === undefined ? undefined : dayOf(yearOf(from), value(m), dateValue(b))
      return from === undefined || last === undefined || last < from ? undefined : span(from, last)
    },
  ),
  pattern(
    'of-month-to-day',
    `(?<r>本|这个?|下下个?|下个?|上个?)月(?<a>${DATE})[日号]?(?:到|至|-|~)(?<b>${DATE})(?![\\d月])[日号]?`,
    ({ r, a, b }, context) => {
      const base = wholeUnit(context.today, 'month', offset(r)).from
      const [from, last] = [a, b].map((d) => dayOf(yearOf(base), monthOf(base), dateValue(d)))
      return from === undefined || last === undefined ? undefined : span(from, last)
    },
  ),
  pattern(
    'date',
    `(?<![\\d尾.])(?<d>${DATE})[日号](?![楼店线柜窗机门桌车院厅码内之后]|以内)`,
    ({ d }, context) => dayOrNone(bareDayOfMonth(context, dateValue(d))),
  ),
  pattern(
    'two-days',
    '(?<w>今明后?|明后)[两三二]?天|(?<a>今|明)天(?:和|、|跟|与|,| )?(?<b>明|后)天(?:[两二]天)?',
    ({ w, a, b }, { today }) => {
      const words = w ?? `${a}${b}`
      return span(
        addDays(today, words.startsWith('今') ? 0 : 1),
        addDays(today, words.endsWith('后') ? 2 : 1),
      )
    },
  ),
  pattern(
    'relative',
    `(?<w>大大?前[天儿日]|前[天儿]|(?<![提以之节年])前日(?!子)|[昨寻][天儿日晚夜]|[昨今明]个(?:儿|(?=[^人月年周星礼季,。一-九几]))|今[天儿日晚早夜晨朝]|[明听][天儿日早晚晨朝]|大大?后[天儿日]|后[天儿朝]|(?<![今以之往])后日(?!子))(?:个(?=${DAYPART || '$'}))?${DAYPART}(?!内)`,
    ({ w }, { today }) =>
      onDay(addDays(today, RELATIVE_DAYS.find(([word]) => w?.startsWith(word))?.[1] ?? 0)),
  ),
  pattern('weekday', `(?<![每逢])(?<r>${RELATIVE})${WEEK}的?(?<w>${WEEKDAY})`, ({ r, w }, { today }) =>
    weekdaySense(today, offset(r), w),
  ),
  pattern(
    'bare-weekday',
    `(?<![每逢一两二三四五六七八九十半几\\d这本上下隔双单]|[一两二三四五六七八九十半几\\d这下上每]个)${WEEK}(?<w>${WEEKDAY})(?!报|会|例)`,
    ({ w }, context) => {
      if (w === '末')
        return weekdaySense(context.today, context.look === 'back' && weekday(context.today) < 6 ? -1 : 0, w)
      return onDay(bareWeekday(context, weekdayNumber(w)))
    },
  ),
  pattern(
    'week',
    `(?<![每\\d])(?<r>${RELATIVE})(?:一)?${WEEK}(?<p>初|中|底)?(?!年|岁)`,
    ({ r, p }, { today }) => {
      const week = wholeUnit(today, 'week', offset(r))
      if (p === '底') return span(week.from, week.to, addDays(week.from, 4))
      return week
    },
  ),
  pattern(
    'month-part',
    `(?:(?<y>${YEAR})?(?<![\\d个])(?<m>${MONTH})月份?|(?<r>本|这个?|当|下下个?|下一?个?|上一?个?)月|(?<bare>(?<!个)月))(?<p>初|上旬|中旬?|下旬|底|末|头)`,
    ({ y, m, r, p }, context) => {
      const month =
        m !== undefined ? monthSaid(y, value(m), context) : wholeUnit(context.today, 'month', offset(r))
      if (p === '底' || p === '末') return onDay(month.to)
      const part = partOfMonth(month, p === '下旬' ? 'late' : p?.startsWith('中') ? 'middle' : 'early')
      if (p === '中') return onDay(addDays(month.from, 14))
      return span(part.from, part.to)
    },
  ),
  pattern(
    'half-month',
    `(?:(?<y>${YEAR})?(?<![\\d个])(?<m>${MONTH})月份?的?|(?<r>本|这个?|下个?|上个?)(?:月的?)?)?(?<h>上|下)半个?月`,
    ({ y, m, r, h }, context) => {
      const month =
        m !== undefined ? monthSaid(y, value(m), context) : wholeUnit(context.today, 'month', offset(r))
      return h === '上' ? span(month.from, addDays(month.from, 14)) : span(addDays(month.from, 15), month.to)
    },
  ),
  pattern(
    'first-days-of-month',
    `(?:(?<y>${YEAR})?(?<![\\d个])(?<m>${MONTH})月份?|(?<r>本|这个?|下个?|上个?)月)的?(?:前|头|最初)(?<n>${N})(?:天|日)`,
    ({ y, m, r, n }, context) => {
      const month =
        m !== undefined ? monthSaid(y, value(m), context) : wholeUnit(context.today, 'month', offset(r))
      const count = value(n)
      return count >= 1 && count <= 28 ? span(month.from, addDays(month.from, count - 1)) : undefined
    },
  ),
  pattern(
    'month',
    `(?<r>本|这一?个?|当|下下个?|下一?个?|上上个?|上一?个?)月(?!${DATE}[日号])份?`,
    ({ r }, { today }) => wholeUnit(today, 'month', offset(r)),
  ),
  pattern(
    'named-month',
    `(?<y>${YEAR})?(?<![\\d.]|(?<![弄搞建做来起办开设整])个)(?<m>${MONTH})月份?(?!\\d{1,2}[日号])`,
    ({ y, m }, context) => {
      const month = monthSaid(y, value(m), context)
      return span(month.from, month.to)
    },
  ),
  pattern(
    'quarter',
    '(?<r>本|这一?个?|当|下下个?|下一?个?|上一?个?)季度?(?<e>末|底)?',
    ({ r, e }, { today }) => {
      const quarter = wholeUnit(today, 'quarter', offset(r))
      return e === undefined ? quarter : onDay(quarter.to)
    },
  ),
  pattern(
    'named-quarter',
    `(?<y>${YEAR})?(?:第?(?<q>[一二三四1-4])季度|q(?<n>[1-4])(?![0-9]))`,
    ({ y, q, n }, context) => {
      const number = value(q ?? n)
      const now = Math.ceil(monthOf(context.today) / 3)
      const year =
        y !== undefined
          ? yearSaid(y, context)
          : yearOf(context.today) + (context.look === 'back' ? (number > now ? -1 : 0) : number < now ? 1 : 0)
      const { from, to } = quarterSpan(year, number)
      return span(from, to)
    },
  ),
  pattern('quarter-end', '季度?[末底]', (_, { today }) => onDay(wholeUnit(today, 'quarter', 0).to)),
  pattern('half-year', `(?<y>${YEAR})?(?<h>上|下|前|后)半年(?!来)`, ({ y, h }, context) => {
    const year = y === undefined ? yearOf(context.today) : yearSaid(y, context)
    return h === '上' || h === '前'
      ? span(monthSpan(year, 1).from, monthSpan(year, 6).to)
      : span(monthSpan(year, 7).from, monthSpan(year, 12).to)
  }),
  pattern(
    'year-part',
    `(?<![半一两三四五六七八九十\\d])(?<y>${YEAR}|今|明|去|本)?年(?<p>[底末初终])`,
    ({ y, p }, context) => yearPart(y, p, context),
  ),
  pattern(
    'year-part-long',
    '(?<y>今年|明年|去年|后年|20\\d\\d年)(?<p>[底末初终]|年[底末初终])',
    ({ y, p }, context) => yearPart(y, p?.at(-1), context),
  ),
  pattern('before-new-year', `${NO_YEARS_BEFORE}年前(?!后)`, (_, context) => newYear(context, 'before')),
  pattern('after-new-year', `(?:${NO_YEARS_BEFORE}年后|过完了?年|过了年|年过完|出了?正月)`, (_, context) =>
    newYear(context, 'after'),
  ),
  pattern('within-year', '年内', (_, { today }) => upTo(today, yearSpan(yearOf(today)).to)),
  pattern(
    'year',
    '(?<y>今年|本年度?|明年|去年|后年|前年|(?:19|20)\\d\\d ?年|[一二][零〇一二三四五六七八九]{3}年)(?!底|末|初)',
    ({ y }, context) => {
      const { from, to } = yearSpan(yearSaid(y, context))
      return span(from, to)
    },
  ),
  pattern('year-so-far', '(?:今年以来|年初(?:以来|到现在|至今))', (_, { today }) =>
    span(yearSpan(yearOf(today)).from, today),
  ),
  pattern(
    'week-of-month',
    `(?:(?<y>${YEAR})?(?<m>${MONTH})月份?|(?<r>本|这个?|下个?|上个?)月)的?(?:第(?<n>[一二三四五1-5])|(?<l>最后一))个?(?:周|星期|礼拜)(?![${'一二三四五六日天'}])`,
    ({ y, m, r, n, l }, context) => {
      const month =
        m === undefined ? wholeUnit(context.today, 'month', offset(r)) : monthSaid(y, value(m), context)
      return weekOfMonth(month, l === undefined ? value(n) : 5)
    },
  ),
  pattern(
    'coming',
    `(?:未来|接下来|往后|之后|今后|后面|将来|接下去|(?<![前天今明大])后)的?这?(?<n>${N})(?<u>${UNIT})之?内?`,
    ({ n, u }, { today }) => upTo(today, shift(today, unitOf(u), counts(n).high)),
  ),
  pattern('within', `(?<![近去])(?<n>${N})(?<u>${UNIT})(?:之内|以内|内)`, ({ n, u }, { today }) =>
    upTo(today, shift(today, unitOf(u), counts(n).high)),
  ),
  pattern(
    'past',
    `(?:最近|过去|近|前|这|上|之前)的?这?(?<n>${N})(?<u>${UNIT})(?:(?:之内|以内|内)|(?:以?来|间))?(?!的?(?:定|理|产|期|内|后))`,
    ({ n, u }, { today }, text) => {
      if (/^[这上]/.test(text) && !/[来间]$/.test(text) && value(n) < 2) return undefined
      if (/^前/.test(text) && (value(n) === 0.5 || (value(n) < 2 && unitOf(u) === 'day'))) return undefined
      const back = shift(today, unitOf(u), -counts(n).high)
      return span(back, today, today)
    },
  ),
  pattern(
    'after',
    `(?:再?(?<![超经度路通不])过|再等|等|隔|往后[推挪延拖放移]?|推迟|延后|推后|后推|后延|顺延|缓|延|推|挪|拖)(?:个)?(?<n>${N})(?<u>${UNIT})(?!理|定|产)`,
    ({ n, u }, { today }) => inCount(today, u, n, 1),
  ),
  pattern(
    'weekday-weeks-later',
    `(?<n>${N})个?${WEEK}(?:之后|以后|过后|后)的?${WEEK}(?<w>${WEEKDAY})`,
    ({ n, w }, { today }) => weekdaySense(today, value(n), w),
  ),
  pattern('later', `(?<n>${N})(?<u>${UNIT})(?:之后|以后|过后|后)`, ({ n, u }, { today }) =>
    inCount(today, u, n, 1),
  ),
  pattern('ago', `(?<n>${N})(?<u>${UNIT})(?:之前|以前|前)(?!到期)`, ({ n, u }, { today }) =>
    inCount(today, u, n, -1),
  ),
  pattern('now-on', '(?:从|自)?(?:现在|即日|今天)(?:起|开始)?(?=到|至)', (_, { today }) => onDay(today)),
]

/** So many days, weeks or months from today; of 两三天后 the first, which is no exact day. */
function inCount(today: Day, unit: string | undefined, count: string | undefined, sign: 1 | -1): DaySense {
  const { low, high } = counts(count)
  return { ...onDay(shift(today, unitOf(unit), sign * low)), ...(low < high && { vague: true }) }
}

/** Up to the eve of the coming Spring Festival; or some day after it, from the first that is worked. */
function newYear(context: DayContext, side: 'before' | 'after'): DaySense | undefined {
  const { today, festivals, working } = context
  const festival = festivals.find(({ id }) => id === 'spring-festival')
  const on = festival === undefined ? undefined : festivalDay(festival, today, 'ahead')
  if (on === undefined) return undefined
  if (side === 'before') return upTo(today, addDays(on, -1))
  let at = addDays(on, 1)
  while (!working.isWorkingDay(at)) at = addDays(at, 1)
  return { ...onDay(at), vague: true }
}

const RELATIVE_DAYS: readonly (readonly [string, number])[] = [
  ['大大前', -4],
  ['大前', -3],
  ['前', -2],
  ['昨', -1],
  ['寻', -1],
  ['今', 0],
  ['明', 1],
  ['听', 1],
  ['大大后', 4],
  ['大后', 3],
  ['后', 2],
]

/** Week 1 of a month begins on its first Monday. */
function weekOfMonth(month: Period, number: number): DaySense {
  let from = addDays(month.from, (8 - weekday(month.from)) % 7)
  for (let i = 1; i < number && addDays(from, 7) <= month.to; i++) from = addDays(from, 7)
  return span(from, addDays(from, 6))
}

function weekdaySense(today: Day, weeks: number, word: string | undefined): DaySense {
  if (word !== '末') return onDay(weekdayOfWeek(today, weeks, weekdayNumber(word)))
  return span(weekdayOfWeek(today, weeks, 6), weekdayOfWeek(today, weeks, 7))
}

function yearPart(year: string | undefined, part: string | undefined, context: DayContext): DaySense {
  const nextBeginning = part === '初' && year === undefined && context.look === 'ahead' ? 1 : 0
  const said = yearSpan(yearSaid(year, context) + nextBeginning)
  if (part === '初') return span(said.from, addDays(addMonths(said.from, 1), -1))
  return onDay(said.to)
}
