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
import { numeralValue } from '../text/numerals.js'
import type { DayPattern } from './day-pattern.js'
import {
  bareDayOfMonth,
  bareMonth,
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
  type Unit,
  upTo,
  weekdayOfWeek,
  wholeUnit,
  yearSpan,
} from './sense.js'

const N = '(?:(?<!\\d)\\d{1,3}|[一二两三四五六七八九十]+|半)'
const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const DATE =
  '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)'
const YEAR =
  '(?:(?:19|20)\\d\\d ?年?|(?<!\\d)\\d\\d ?年|[一二][零〇一二三四五六七八九]{3}年|今年|明年|去年|后年|前年)的? ?'
const UNIT = '(?:天|日|周|个?星期|个?礼拜|个?月|个?季度|年)'
const WEEK = '(?:周|星期|礼拜)'
/** A digit after 周 is a weekday only where no sum or count begins with it: 这周三百万以上, 最近一周一个. */
const WEEKDAY =
  '[一二三四五六日天末1-7](?!十?[百千万亿]|十[一二三四五六七八九]?[百千万亿]|[.点]?\\d|[个笔共些直般户单名位人](?!人?晚|工)|[wW])'
const RELATIVE = '(?:上上个?|上一?个?|本|这一?个?|下下个?|下一?个?|再下个?)'
const DAYPART = '(?:一?大?清?早上?|早晨|上午|下午|傍晚|晚上?|夜里|凌晨)?'

/** Words about days in Chinese, on folded text. Where two match, the earlier and then the longer one counts. */
export const CHINESE_DAYS: readonly DayPattern[] = [
  pattern(
    'iso',
    '(?<y>(?:19|20)\\d\\d) ?[-/.年] ?(?<m>1[0-2]|0?[1-9]) ?[-/.月] ?(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d)[日号]?',
    ({ y, m, d }) => dayOrNone(dayOf(Number(y), Number(m), Number(d))),
  ),
  pattern(
    'compact',
    '(?<!\\d)(?<y>20[2-3]\\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?!\\d)',
    ({ y, m, d }) => dayOrNone(parseDay(`${y}-${m}-${d}`)),
  ),
  pattern(
    'month-day',
    `(?<y>${YEAR})?(?<![\\d个.])(?<m>${MONTH})月份?的? ?(?<d>${DATE})(?:[日号]|(?![\\d个万wk千百十天.]))`,
    ({ y, m, d }, context) => {
      const month = value(m)
      const date = dateValue(d)
      if (y !== undefined) return dayOrNone(dayOf(yearSaid(y, context), month, date))
      return dayOrNone(bareMonthAndDay(context, month, date))
    },
  ),
  pattern(
    'dotted',
    '(?<![\\d.])(?<m>1[0-2]|0?[1-9])[./](?<d>3[01]|[12]\\d|0?[1-9])(?:[日号]|(?=到期|之?前|以前|[ ,。]|[-~至到]|$))(?![\\d%.个万wk])',
    ({ m, d }, context) => dayOrNone(bareMonthAndDay(context, Number(m), Number(d))),
  ),
  pattern(
    'of-month',
    `(?<r>本|这个?|当|下下个?|下个?|上上个?|上个?)月的?(?<d>${DATE})(?:[日号]|(?![\\d个万wk千百十天]))`,
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
    `(?<m>${MONTH})月(?<a>${DATE})[日号]?(?:到|至|-|~)(?<b>${DATE})[日号]?`,
    ({ m, a, b }, context) => {
      const from = bareMonthAndDay(context, value(m), dateValue(a))
      const last = from === undefined ? undefined : dayOf(yearOf(from), value(m), dateValue(b))
      return from === undefined || last === undefined || last < from ? undefined : span(from, last)
    },
  ),
  pattern(
    'of-month-to-day',
    `(?<r>本|这个?|下下个?|下个?|上个?)月(?<a>${DATE})[日号]?(?:到|至|-|~)(?<b>${DATE})[日号]?`,
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
    `(?<w>大前[天儿]|前[天儿]|昨[天儿日晚夜]|今[天儿日晚早夜晨]|明[天儿日早晚晨]|大后[天儿]|后[天儿])(?:个(?=${DAYPART || '$'}))?${DAYPART}(?!内)`,
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
  pattern('half-month', '(?<r>本|这个?|下个?|上个?)?(?<h>上|下)半月', ({ r, h }, { today }) => {
    const month = wholeUnit(today, 'month', offset(r))
    return h === '上' ? span(month.from, addDays(month.from, 14)) : span(addDays(month.from, 15), month.to)
  }),
  pattern(
    'month',
    `(?<r>本|这一?个?|当|下下个?|下一?个?|上上个?|上一?个?)月(?!${DATE}[日号])份?`,
    ({ r }, { today }) => wholeUnit(today, 'month', offset(r)),
  ),
  pattern(
    'named-month',
    `(?<y>${YEAR})?(?<![\\d.]|(?<![弄搞建做来起办开设整])个)(?<m>${MONTH})月份?(?!\\d)`,
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
    ({ n, u }, { today }) => upTo(today, shift(today, unitOf(u), value(n))),
  ),
  pattern('within', `(?<![近去])(?<n>${N})(?<u>${UNIT})(?:之内|以内|内)`, ({ n, u }, { today }) =>
    upTo(today, shift(today, unitOf(u), value(n))),
  ),
  pattern(
    'past',
    `(?:最近|过去|近|前|这|上|之前)的?这?(?<n>${N})(?<u>${UNIT})(?:(?:之内|以内|内)|(?:以?来|间))?(?!的?(?:定|理|产|期|内|后))`,
    ({ n, u }, { today }, text) => {
      if (/^[这上]/.test(text) && !/[来间]$/.test(text) && value(n) < 2) return undefined
      if (/^前/.test(text) && (value(n) === 0.5 || (value(n) < 2 && unitOf(u) === 'day'))) return undefined
      const back = shift(today, unitOf(u), -value(n))
      return span(back, today, today)
    },
  ),
  pattern(
    'after',
    `(?:再?(?<![超经度路通不])过|再等|等|隔|往后[推挪延拖放移]?|推迟|延后|推后|后推|后延|顺延|缓|延|推|挪|拖)(?:个)?(?<n>${N})(?<u>${UNIT})(?!理|定|产)`,
    ({ n, u }, { today }) => onDay(shift(today, unitOf(u), value(n))),
  ),
  pattern('later', `(?<n>${N})(?<u>${UNIT})(?:之后|以后|过后|后)`, ({ n, u }, { today }) =>
    onDay(shift(today, unitOf(u), value(n))),
  ),
  pattern('ago', `(?<n>${N})(?<u>${UNIT})(?:之前|以前|前)(?!到期)`, ({ n, u }, { today }) =>
    onDay(shift(today, unitOf(u), -value(n))),
  ),
  pattern('now-on', '(?:从|自)?(?:现在|即日|今天)(?:起|开始)?(?=到|至)', (_, { today }) => onDay(today)),
]

const RELATIVE_DAYS: readonly (readonly [string, number])[] = [
  ['大前', -3],
  ['前', -2],
  ['昨', -1],
  ['今', 0],
  ['明', 1],
  ['大后', 3],
  ['后', 2],
]

function pattern(name: string, source: string, read: DayPattern['read']): DayPattern {
  return { name: `zh.${name}`, pattern: new RegExp(source, 'g'), read }
}

function value(text: string | undefined): number {
  return (text === undefined ? undefined : numeralValue(text)) ?? Number.NaN
}

function dateValue(text: string | undefined): number {
  return value(text?.replace('廿', '二十'))
}

function dayOrNone(at: Day | undefined): DaySense | 'no such day' {
  return at === undefined ? 'no such day' : onDay(at)
}

/** −2 … 2 for 上上 … 下下; 0 for 本, 这, 当 and nothing. */
function offset(word: string | undefined): number {
  if (word === undefined) return 0
  if (word.startsWith('上上')) return -2
  if (word.startsWith('上')) return -1
  if (word.startsWith('下下') || word.startsWith('再下')) return 2
  return word.startsWith('下') ? 1 : 0
}

function weekdayNumber(word: string | undefined): number {
  if (word === '日' || word === '天' || word === '7') return 7
  return value(word)
}

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

function yearSaid(word: string | undefined, { today }: DayContext): number {
  const now = yearOf(today)
  const digits = /(?:19|20)\d\d|^\d\d/.exec(word ?? '')?.[0]
  if (digits !== undefined) return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  const spelled = /^[一二][零〇一二三四五六七八九]{3}/.exec(word ?? '')?.[0]
  if (spelled !== undefined) return numeralValue(spelled) ?? now
  if (word === undefined) return now
  if (word.startsWith('明')) return now + 1
  if (word.startsWith('后')) return now + 2
  if (word.startsWith('去')) return now - 1
  if (word.startsWith('前')) return now - 2
  return now
}

function monthSaid(year: string | undefined, month: number, context: DayContext): Period {
  return year === undefined ? bareMonth(context, month) : monthSpan(yearSaid(year, context), month)
}

function yearPart(year: string | undefined, part: string | undefined, context: DayContext): DaySense {
  const nextBeginning = part === '初' && year === undefined && context.look === 'ahead' ? 1 : 0
  const said = yearSpan(yearSaid(year, context) + nextBeginning)
  if (part === '初') return span(said.from, addDays(addMonths(said.from, 1), -1))
  return onDay(said.to)
}

function unitOf(word: string | undefined): Unit {
  if (word === undefined || /[天日]/.test(word)) return 'day'
  if (/[周星礼]/.test(word)) return 'week'
  if (word.includes('季')) return 'quarter'
  return word.includes('月') ? 'month' : 'year'
}
