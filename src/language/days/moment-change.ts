import { addDays, type Day, type Moment, weekday, weekOf } from '../../domain/day.js'
import { ENGLISH_NUMERAL, englishValue, HAN_NUMERALS, numeralValue } from '../text/numerals.js'
import { type DayMention, isExact, weekdayInWeekOf } from './mention.js'
import type { DayReader } from './read-days.js'
import { shift, type Unit } from './sense.js'

/**
 * The moment that `folded` changes `was` to: what is not said stays as it was. A bare weekday is the one in the week of what is
 * changed, a bare hour (改成四点, "make it 4") moves the time only, a distance (推迟一天, "an hour later") counts from `was`.
 *
 * @returns undefined where no moment is said, or none that is one day and one time
 */
export function readMomentChange(
  folded: string,
  was: Moment,
  today: Day,
  days: DayReader,
  now?: string,
): Moment | undefined {
  const said = lastSaid(folded)
  const shifted = shiftedBy(said, was)
  if (shifted !== undefined) return shifted
  const mentions = days.read(said, today, 'ahead', now)
  if (mentions.some((mention) => !isExact(mention) || mention.roughTime === true)) return undefined
  const ofDay = mentions.findLast((mention) => mention.dayless !== true)
  const time = mentions.findLast((mention) => mention.time !== undefined)?.time
  const day = ofDay === undefined ? dayBeside(said, was) : dayOf(said, ofDay, was, today)
  const rest = ofDay === undefined ? said : blanked(said, ofDay)
  const at = time === undefined ? bareHour(rest, was) : inHalfOf(time, said, was)
  if (day === undefined && at === undefined) return undefined
  const kept = at ?? was.time
  return { day: day ?? was.day, ...(kept === undefined ? {} : { time: kept }) }
}

/** Of "from 3 to 4", 不是三点是四点, "4 not 3" only what it shall be. */
function lastSaid(folded: string): string {
  const plain = folded
    .replace(/不是[^,。;是而]{1,12}(?:[,，]?(?:而是|是)|[.。!！ ]*$)/, ' ')
    .replace(
      /(?<![a-z])(?:not|instead of|rather than) (?:on |at |the )?[a-z\d:.]{1,10}(?: ?[ap]m)?(?:,? but)?(?![a-z])/,
      ' ',
    )
  const to = [...plain.matchAll(TO)].at(-1)
  const after = to === undefined ? '' : plain.slice(to.index)
  return /[\d一二两三四五六七八九十]|[a-z]{3}|[今明后]天|[周日号]/.test(after) ? after : plain
}

const TO =
  /(?:改约|改期|改签|改|挪|移|调|换|推迟|推|延后|延期|延|提前|提早|往后推|往前提|顺延|放)(?:成|到|为|在|至)|(?<![a-z])(?:make (?:it|that)|change(?:d)? (?:it )?to|(?:moved?|shift|push|bring|resched\w*|reschedule|postpone|put|switch|swap)(?: (?:it|that|this|him|her|them))?(?: (?:back|forward|up|off))?(?: to| for| until)?|to|until|till)(?![a-z]) ?/g

const UNIT_ZH = '(?<u>分钟|刻钟|个?半?小时|个?钟头?|天|日|个?星期|个?礼拜|周|个?月)'
const BY_ZH = new RegExp(
  `(?<early>提前|提早|往前(?:提|挪|移|调)?|早)?(?:推迟|延后|延迟|往后(?:推|挪|移|延|拖)?|推后|后推|顺延|晚|迟|再推|推|延|拖)?(?:个)?(?<n>半|\\d{1,3}|[${HAN_NUMERALS}]{1,3}) ?${UNIT_ZH}(?<half>半)?(?![前后内]|以[前后内])`,
)
const SHIFTS_ZH = /提前|提早|往前|早|推|延|往后|晚|迟|拖/
const BY_EN = new RegExp(
  `(?<![a-z\\d])(?<n>half an?|\\d{1,3}|${ENGLISH_NUMERAL}|another) ?(?<u>minutes?|mins?|hours?|hrs?|hr|days?|weeks?|wks?|months?)(?<half> and a half)? ?(?<dir>later|earlier|sooner|back|forward|after|before)?(?![a-z])`,
)
const SHIFTS_EN =
  /(?<![a-z])(?:(?:push|move|bring|put|shift|delay|postpone)[a-z]*(?: (?:it|that|him|her|them))?(?: (?:back|forward|up|out|off))?(?: by)?|later|earlier|sooner|delayed by)(?![a-z])/
const EARLIER = /提前|提早|往前|早|(?<![a-z])(?:earlier|sooner|forward|bring|up by|before)(?![a-z])/

/** Put off or brought forward by a length of time, from what it was. */
function shiftedBy(said: string, was: Moment): Moment | undefined {
  const zh = SHIFTS_ZH.test(said) ? BY_ZH.exec(said)?.groups : undefined
  const en = zh === undefined && SHIFTS_EN.test(said) ? BY_EN.exec(said)?.groups : undefined
  const groups = zh ?? en
  if (groups === undefined) return undefined
  const { n = '', u = '', half } = groups
  const count = countOf(n)
  if (count === undefined) return undefined
  const sign = EARLIER.test(said) ? -1 : 1
  const unit = dayUnit(u)
  if (unit !== undefined) return { ...was, day: shift(was.day, unit, sign * count) }
  const minutes = minutesIn(u) * count + (half === undefined ? 0 : minutesIn(u) / 2)
  return was.time === undefined ? undefined : later(was.day, was.time, sign * Math.round(minutes))
}

function countOf(text: string): number | undefined {
  if (/^half/.test(text)) return 0.5
  if (text === 'another') return 1
  return /^[a-z]/.test(text) ? englishValue(text) : numeralValue(text)
}

function dayUnit(word: string): Unit | undefined {
  if (/天|日|^day/.test(word)) return 'day'
  if (/星期|礼拜|周|^w/.test(word)) return 'week'
  return /月|^month/.test(word) ? 'month' : undefined
}

function minutesIn(unit: string): number {
  if (/刻/.test(unit)) return 15
  if (/分|^min/.test(unit)) return 1
  return /半/.test(unit) ? 90 : 60
}

function later(day: Day, time: string, minutes: number): Moment {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  const ofDay = ((total % 1440) + 1440) % 1440
  return { day: addDays(day, Math.floor(total / 1440)), time: clock(Math.floor(ofDay / 60), ofDay % 60) }
}

function clock(hour: number, minutes: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function dayOf(said: string, { start, end, bareWeekday, sense }: DayMention, was: Moment, today: Day): Day {
  if (bareWeekday !== undefined) return weekdayInWeekOf(was.day, bareWeekday, today)
  // 下周同一时间, "same time next week": the same weekday, too.
  return SAME.test(said) && NEXT_WEEK.test(said.slice(start, end))
    ? addDays(weekOf(sense.point).from, weekday(was.day) - 1)
    : sense.point
}

const NEXT_WEEK = /[下]个?(?:周|星期|礼拜)$|next (?:week|wk)$/
const SAME = /同一?个?时[间候]|老时间|一样的时间|时间不变|(?<![a-z])same (?:time|day)(?![a-z])/

/** The next day, the day before: of what is changed. */
function dayBeside(said: string, was: Moment): Day | undefined {
  if (
    /第二天|次日|(?<![a-z])(?:the )?(?:next|following) day(?![a-z])|(?<![a-z])the day after(?![a-z])/.test(
      said,
    )
  )
    return addDays(was.day, 1)
  return /前一天|头一天|(?<![a-z])the day before(?![a-z])/.test(said) ? addDays(was.day, -1) : undefined
}

function blanked(said: string, { start, end }: DayMention): string {
  return said.slice(0, start) + ' '.repeat(end - start) + said.slice(end)
}

const HOUR_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const BARE_HOUR = new RegExp(
  `(?<=^\\s*|(?:(?<![a-z])(?:it|that|is|it's|was|to|at|say|for|no|about|around|until|till)|[成到为在,;]) ?)(?<![\\w.:/$€£¥-])(?:(?<half>half) )?(?:(?<h>1\\d|2[0-3]|[1-9])(?:[:.](?<m>[0-5]\\d))?|(?<word>${HOUR_WORDS})(?: (?<mw>fifteen|thirty|forty[- ]five))?)(?![\\w.:/%]| ?(?:万|千|百|亿|个|号|日|月|年|天|周|位|户|人|名|笔|次|条|块|元|k|m|mn|mil|million|thousand|grand|hundred|percent|clients?|customers?|calls?|people|names?|days?|weeks?|months?|years?|minutes?|mins?|hours?|hrs?|times?|of|st|nd|rd|th)(?![a-z]))`,
  'g',
)

/** An hour said without 点 or a meridiem: it is an hour because a moment is what is changed. */
function bareHour(said: string, was: Moment): string | undefined {
  const found = [...said.matchAll(BARE_HOUR)].at(-1)?.groups ?? hanHour(said)
  if (found === undefined) return undefined
  const hour = englishValue(found['h'] ?? found['word'] ?? '')
  if (hour === undefined) return undefined
  const minutes = found['half'] === undefined ? (englishValue(found['m'] ?? found['mw'] ?? '0') ?? 0) : 30
  return inHalfOf(clock(hour >= 1 && hour <= 6 ? hour + 12 : hour, minutes), said, was)
}

/** 改成四吧: nothing but a numeral. */
function hanHour(said: string): Readonly<Record<string, string>> | undefined {
  const numeral =
    /(?:^|[成到为在]) ?(?<n>十[一二]?|[一二两三四五六七八九])(?:吧|好了|了|行|行吗|如何)? ?$/.exec(said)
      ?.groups?.['n']
  return numeral === undefined ? undefined : { h: String(numeralValue(numeral)) }
}

/** What was in the evening stays in the evening where only "8" is said. */
function inHalfOf(time: string, said: string, was: Moment): string {
  const hour = Number(time.slice(0, 2))
  const isEvening = was.time !== undefined && was.time >= '18:00'
  const isBare = !/[ap]\.?m(?![a-z])|早|上午|凌晨|中午|noon|morning/.test(said)
  return isEvening && isBare && hour >= 7 && hour < 12 ? clock(hour + 12, Number(time.slice(3))) : time
}
