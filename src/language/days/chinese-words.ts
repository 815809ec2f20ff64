import { type Day, type Period, yearOf } from '../../domain/day.js'
import { numeralValue } from '../text/numerals.js'
import type { DayPattern } from './day-pattern.js'
import { bareMonth, type DayContext, type DaySense, monthSpan, onDay, type Unit } from './sense.js'

/** Of days, weeks or years nobody counts more than 九十九. */
export const N = '(?:(?<!\\d)\\d{1,4}|[一二两三四五六七八九十]{1,3}|半)'
export const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
export const DATE =
  '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)'
/** A number behind a month is its day only where it counts nothing: 下个月一共, 12月5笔, 下个月二十万. */
export const NO_COUNT =
  '(?![\\d个万亿wk千百十天共起些直般样定次回趟笔单户位名人家张份条款通点时分年岁块元多来余几%.]|(?:左右|以上|以内))'
/** 年前 and 年后 are said of the Spring Festival; a count before them makes them years ago and years later. */
export const NO_YEARS_BEFORE = '(?<![\\d一二两三四五六七八九十百几多半上下前后当今明去来往每新])'
export const YEAR =
  '(?:(?:19|20)\\d\\d ?年?|(?<!\\d)\\d\\d ?年|[一二][零〇一二三四五六七八九]{3}年|今年|明年|去年|后年|前年)的? ?'
export const UNIT = '(?:天|日|周|个?星期|个?礼拜|个?月|个?季度|年)'
export const WEEK = '(?:周|星期|礼拜)'
/** A digit after 周 is a weekday only where no sum or count begins with it: 这周三百万以上, 最近一周一个. */
export const WEEKDAY =
  '[一二三四五六日天末1-7](?!十?[百千万亿]|十[一二三四五六七八九]?[百千万亿]|[.点]?\\d|[个笔共些直般户单名位人](?!人?晚|工)|[wW])'
export const RELATIVE = '(?:上上个?|上一?个?|本|这一?个?|[呢迭格]个|下下个?|下一?个?|再下个?)'
export const DAYPART = '(?:一?大?清?早上?|早晨|上午|下午|傍晚|晚上?|夜里|凌晨)?'

export function pattern(name: string, source: string, read: DayPattern['read']): DayPattern {
  return { name: `zh.${name}`, pattern: new RegExp(source, 'g'), read }
}

export function value(text: string | undefined): number {
  return (text === undefined ? undefined : numeralValue(text)) ?? Number.NaN
}

/** 三五天 is 3 to 5, 两三周 2 to 3; any other count is itself. */
export function counts(text: string | undefined): { readonly low: number; readonly high: number } {
  const two = /^([一二两三四五六七八九])([一二两三四五六七八九])$/.exec(text ?? '')
  const [low, high] = [value(two?.[1]), value(two?.[2])]
  if (low < high) return { low, high }
  return { low: value(text), high: value(text) }
}

export function dateValue(text: string | undefined): number {
  return value(text?.replace('廿', '二十'))
}

export function dayOrNone(at: Day | undefined): DaySense | 'no such day' {
  return at === undefined ? 'no such day' : onDay(at)
}

/** −2 … 2 for 上上 … 下下; 0 for 本, 这, 当 and nothing. */
export function offset(word: string | undefined): number {
  if (word === undefined) return 0
  if (word.startsWith('上上')) return -2
  if (word.startsWith('上')) return -1
  if (word.startsWith('下下') || word.startsWith('再下')) return 2
  return word.startsWith('下') ? 1 : 0
}

export function weekdayNumber(word: string | undefined): number {
  if (word === '日' || word === '天' || word === '7') return 7
  return value(word)
}

export function yearSaid(word: string | undefined, { today }: DayContext): number {
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

export function monthSaid(year: string | undefined, month: number, context: DayContext): Period {
  return year === undefined ? bareMonth(context, month) : monthSpan(yearSaid(year, context), month)
}

export function unitOf(word: string | undefined): Unit {
  if (word === undefined || /[天日]/.test(word)) return 'day'
  if (/[周星礼]/.test(word)) return 'week'
  if (word.includes('季')) return 'quarter'
  return word.includes('月') ? 'month' : 'year'
}
