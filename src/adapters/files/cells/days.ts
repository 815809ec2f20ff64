import { addDays, type Day, day, dayOf, isCalendarDay, LAST_DAY } from '../../../domain/day.js'
import { type CellReader, halfWidth, Refusal } from './refusal.js'

const YEAR_FIRST =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)$/
/** Day, month and year in an order that only the writer knows, or a year of two digits. */
const AMBIGUOUS = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})$/
/** Days counted by Excel from 1900: five digits are 1927 to 2173. */
const EXCEL_DAY = /^\d{5}$/
const EXCEL_EPOCH = day('1899-12-30')

/** A time of day after a day: `9:31`, `09:31:05`, `T09:31:05.000`, 9时31分. */
const TIME = /(?:[T ]+|(?<=日))(\d{1,2})(?:[:：时点](\d{1,2}))(?:[:：分](\d{1,2})?(?:[.,]\d+)?秒?)?$/i
/** `Z`, `+08:00`, `GMT+8`, `CST`, `[Asia/Shanghai]` after a time. */
const TIME_ZONE =
  /(?<=\d|\s)\s*(?:Z|[+-]\d{1,2}(?::?\d{2})?|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{3,4}|\[[\w/]+\])$/i
/** A day and a time in fourteen digits, as core systems write it. */
const STAMP = /^(\d{8})(\d{2})(\d{2})(\d{2})$/

const NOT_A_DAY = new Refusal('not-a-day')
const NO_SUCH_DAY = new Refusal('no-such-day')
const OUT_OF_RANGE = new Refusal('day-out-of-range')
const AMBIGUOUS_DAY = new Refusal('ambiguous-day')
const WITH_TIME_ZONE = new Refusal('day-with-time-zone')

/**
 * A day as `YYYY-MM-DD`, `YYYY/M/D`, `YYYYMMDD`, `YYYY年M月D日`, or the number Excel keeps for it. A time of day after it
 * is left aside; where the time is of a zone, the day may be another here.
 */
export const readDay: CellReader<Day> = (text) => {
  const known = readBefore.get(text)
  if (known !== undefined) return known
  const read = readNewDay(text)
  if (readBefore.size >= REMEMBERED_DAYS) readBefore.clear()
  readBefore.set(text, read)
  return read
}

/** A file says the same few days over and over; to work one out takes longer than to look it up. */
const readBefore = new Map<string, Day | Refusal>()
const REMEMBERED_DAYS = 10_000

/** The last day of something, or null: systems that have no empty day write one that never comes (`9999-12-31`). */
export const readLastDay: CellReader<Day | null> = (text) => {
  const last = readAnyDay(text)
  if (last instanceof Refusal) return last
  return last > LAST_DAY ? null : inRange(last)
}

function readNewDay(text: string): Day | Refusal {
  const read = readAnyDay(text)
  return read instanceof Refusal ? read : inRange(read)
}

function inRange(read: Day): Day | Refusal {
  return isCalendarDay(read) ? read : OUT_OF_RANGE
}

function readAnyDay(text: string): Day | Refusal {
  const whole = halfWidth(text)
  const stamp = STAMP.exec(whole)
  const dated = stamp === null ? whole : `${stamp[1]} ${stamp[2]}:${stamp[3]}:${stamp[4]}`
  if (dated.length <= LONGEST && TIME.test(dated.replace(TIME_ZONE, '')) && !TIME.test(dated))
    return WITH_TIME_ZONE
  const time = TIME.exec(dated)
  if (time !== null && !isTime(time)) return NOT_A_DAY
  const plain = time === null ? dated : dated.slice(0, time.index)
  const parts = YEAR_FIRST.exec(plain)
  if (parts !== null) {
    const [year, month, dayOfMonth] = parts.slice(1).filter((part) => part !== undefined)
    // systems that have no empty day write the year 0
    return (year !== '0000' && dayOf(Number(year), Number(month), Number(dayOfMonth))) || NO_SUCH_DAY
  }
  if (EXCEL_DAY.test(plain)) return excelDay(Number(plain))
  return AMBIGUOUS.test(plain) ? AMBIGUOUS_DAY : NOT_A_DAY
}

/** Characters of a day with a time and a zone; what is longer is none. */
const LONGEST = 60

function isTime([, hour, minute, second = '0']: RegExpExecArray): boolean {
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59
}

/** The day that Excel keeps as this number, in the system that counts from 1900 (from March of that year on). */
export function excelDay(serial: number): Day {
  return addDays(EXCEL_EPOCH, Math.floor(serial))
}

const MONTH_DAY = /^(?:--)?(\d{1,2})(?:-(\d{1,2})|月(\d{1,2})日)$/
/** A year that has every day of a year. */
const LEAP_YEAR = 2000

/** A day of which only month and day are known, as `MM-DD`: from `05-12`, 5月12日; or a whole day. */
export const readAnniversary: CellReader<string> = (text) => {
  const parts = MONTH_DAY.exec(halfWidth(text))
  if (parts === null) return readDay(text)
  return dayOf(LEAP_YEAR, Number(parts[1]), Number(parts[2] ?? parts[3]))?.slice(5) ?? NO_SUCH_DAY
}

/** The month and day of a birthday whose year is not known, `MM-DD`. */
export const readMonthDay: CellReader<string> = (text) => {
  const found = readAnniversary(text)
  return typeof found === 'string' && found.length > 5 ? NO_SUCH_DAY : found
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const LUNAR_MONTH_ALIASES: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12, 臘: 12 }
const DIGITS = '一二三四五六七八九'

/** A day of the lunar year as `MM-DD`, of a leap month `LMM-DD`: from `08-15`, 八月十五, 腊月廿三, 闰六月初一. */
export const readLunarDay: CellReader<string> = (text) => {
  const plain = halfWidth(text)
  const [, leap, monthText = '', dayText = ''] =
    /^(L|闰|閏)?(\d{1,2})-(\d{1,2})$/i.exec(plain) ??
    /^(?:农历)?(L|闰|閏)?(\d{1,2}|[正一二三四五六七八九十冬腊臘]{1,2})月(\d{1,2}|[初一二三四五六七八九十廿]{1,3})日?$/.exec(
      plain,
    ) ??
    []
  const month = /^\d/.test(monthText) ? Number(monthText) : lunarMonth(monthText)
  const dayOfMonth = /^\d/.test(dayText) ? Number(dayText) : lunarDayOfMonth(dayText)
  if (!(month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 30))
    return new Refusal('not-a-lunar-day')
  const two = (value: number) => String(value).padStart(2, '0')
  return `${leap === undefined ? '' : 'L'}${two(month)}-${two(dayOfMonth)}`
}

function lunarMonth(text: string): number {
  return LUNAR_MONTH_ALIASES[text] ?? LUNAR_MONTHS.indexOf(text) + 1
}

/** 初一 … 初十, 十一 … 十九, 二十, 廿一 or 二十一 …, 三十; 0 for anything else. */
function lunarDayOfMonth(text: string): number {
  const [, tens = '', ones = ''] = /^(初|十|廿|二十|三十)?([一二三四五六七八九十])?$/.exec(text) ?? []
  const base = { 初: 0, 十: 10, 廿: 20, 二十: 20, 三十: 30, '': 0 }[tens] ?? 0
  if (ones === '十') return tens === '初' ? 10 : tens === '' ? 10 : 0
  if (ones === '') return tens === '初' || tens === '廿' ? 0 : base
  return base + DIGITS.indexOf(ones) + 1
}
