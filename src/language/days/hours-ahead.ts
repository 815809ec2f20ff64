import { addDays, type Day } from '../../domain/day.js'
import { matchesIn } from '../text/matches-in.js'
import { ENGLISH_NUMERAL, englishValue, HAN_NUMERALS, numeralValue } from '../text/numerals.js'
import type { DayMention } from './mention.js'
import { onDay } from './sense.js'

const COUNT_ZH = `半|\\d{1,3}|[${HAN_NUMERALS}]{1,3}`
const AHEAD_ZH = new RegExp(
  `(?<!等了?|隔了?)(?:再?过)?(?:(?<n>${COUNT_ZH})个?(?<half>半)?(?<u>小时|钟头|分钟|刻钟)(?:之后|以后|过后|后))(?!(?:[^,。]{0,6}了))`,
  'g',
)
const COUNT_EN = `half an?|\\d{1,3}|an?|${ENGLISH_NUMERAL}|a couple of`
const AHEAD_EN = new RegExp(
  `(?<![a-z\\d])(?:in (?<n>${COUNT_EN}) ?(?<u>hours?|hrs?|minutes?|mins?)(?<half> and a half)?(?: from now|'s? time)?|(?<n2>${COUNT_EN}) ?(?<u2>hours?|hrs?|minutes?|mins?)(?<half2> and a half)? from now)(?![a-z])`,
  'g',
)
const MINUTES_IN_DAY = 24 * 60

/** Hours and minutes counted from `now` (`HH:mm`): 两小时后, "in half an hour". What is told of the past has none. */
export function hoursAhead(folded: string, today: Day, now: string): readonly DayMention[] {
  return [...matchesIn(folded, AHEAD_ZH), ...matchesIn(folded, AHEAD_EN)].flatMap((match) => {
    const { n, n2, u, u2, half, half2 } = match.groups ?? {}
    const count = countOf(n ?? n2 ?? '')
    const unit = minutesIn(u ?? u2 ?? '')
    if (count === undefined) return []
    const isHalfMore = (half ?? half2) !== undefined
    const at = minutesOf(now) + Math.round(count * unit + (isHalfMore ? unit / 2 : 0))
    const place = { start: match.index, end: match.index + match[0].length }
    const on = addDays(today, Math.floor(at / MINUTES_IN_DAY))
    return [{ ...place, sense: onDay(on), time: clock(at % MINUTES_IN_DAY), clock: place }]
  })
}

function countOf(said: string): number | undefined {
  if (/^(?:半|half)/.test(said)) return 0.5
  if (/^an?$/.test(said)) return 1
  if (/^a couple/.test(said)) return 2
  return /\d/.test(said) ? Number(said) : (numeralValue(said) ?? englishValue(said))
}

function minutesIn(unit: string): number {
  if (/刻/.test(unit)) return 15
  return /分|min/.test(unit) ? 1 : 60
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
