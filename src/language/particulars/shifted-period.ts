import { addDays, calendarMonthOf, daysBetween, type Period } from '../../domain/day.js'

/** "And the week after?": by what the days of the question before are moved. */
export interface PeriodShift {
  /** Absent: by its own length. */
  readonly unit?: 'day' | 'week' | 'month'
  readonly to: 'after' | 'before'
}

const UNITS: Readonly<Record<string, PeriodShift['unit']>> = {
  天: 'day',
  day: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  week: 'week',
  月: 'month',
  month: 'month',
}
const LEAD = '^(?:那么?|and|ok|okay|so|what about|how about|then|[,， ])*'
const TAIL = '(?:的|呢|呀|啊|吧|吗|please|then|[ ?？.。!！])*$'
const UNIT_ZH = '(?:再?推)?的?[一1]?个?(?<unit>周|星期|礼拜|月|天)'
const UNIT_EN = '(?<unit>day|week|month)'
const AFTER = [
  `再(?:往后|下|后面?|之后|隔)?${UNIT_ZH}`,
  `(?:往后|后面|之后)(?:再)?${UNIT_ZH}`,
  '再(?:往后|后面|往下)(?:看)?',
  `(?:the |one )*${UNIT_EN} after(?: that| it)?`,
  `the (?:following|subsequent) ${UNIT_EN}`,
  'after that',
].map(whole)
const BEFORE = [
  `再(?:往前|上|前面?|之前)${UNIT_ZH}`,
  `(?:往前|前面|之前)(?:再)?${UNIT_ZH}`,
  `(?:the |one )*${UNIT_EN} before(?: that| it)?`,
  `the (?:previous|preceding) ${UNIT_EN}`,
].map(whole)

function whole(words: string): RegExp {
  return new RegExp(`${LEAD}${words}${TAIL}`)
}

/** Words that only move the days of the question before; undefined where they say anything else. */
export function periodShift(folded: string): PeriodShift | undefined {
  const text = folded.trim()
  for (const [patterns, to] of [
    [AFTER, 'after'],
    [BEFORE, 'before'],
  ] as const) {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)
    if (match === undefined || match === null) continue
    const unit = UNITS[match.groups?.['unit'] ?? '']
    return unit === undefined ? { to } : { unit, to }
  }
  return undefined
}

/** The days next to `period`: one day, seven days, a calendar month, or as many days as it has. */
export function shiftedPeriod({ from, to }: Period, { unit, to: way }: PeriodShift): Period {
  if (unit === 'month')
    return calendarMonthOf(
      way === 'after' ? addDays(calendarMonthOf(to).to, 1) : addDays(calendarMonthOf(from).from, -1),
    )
  const length = unit === 'week' ? 7 : unit === 'day' ? 1 : daysBetween(from, to) + 1
  return way === 'after'
    ? { from: addDays(to, 1), to: addDays(to, length) }
    : { from: addDays(from, -length), to: addDays(from, -1) }
}
