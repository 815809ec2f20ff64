import { readFileSync } from 'node:fs'
import { loadCalendar } from '../../src/config/calendar.js'
import { type Day, day } from '../../src/domain/day.js'
import type { Festivals } from '../../src/language/days/festivals.js'
import type { DayMention } from '../../src/language/days/mention.js'
import { createDayReader, type DayReader } from '../../src/language/days/read-days.js'
import { fold } from '../../src/language/text/normalise.js'

const { festivals } = JSON.parse(readFileSync('data/language/festivals.json', 'utf8')) as {
  readonly festivals: Festivals
}
const { traditional, simplified } = JSON.parse(
  readFileSync('data/language/characters/characters.json', 'utf8'),
) as { readonly traditional: string; readonly simplified: string }
const plain = [...simplified]
const SIMPLIFIED = new Map([...traditional].map((character, i) => [character, plain[i] ?? character]))

/** A Monday. */
export const MONDAY = day('2026-11-23')
export const DAYS: DayReader = createDayReader(festivals, loadCalendar('data/calendar'))

export function folded(text: string): string {
  return fold(text, SIMPLIFIED).folded
}

/** All that is said of days, in short: `2026-11-26 15:00 weekly`, `2026-11-23..2026-11-27`, `vague 2027-02-08`, `impossible`. */
export function daysIn(
  text: string,
  { today = MONDAY, look = 'ahead' as 'ahead' | 'back', now = '10:00' } = {},
): string {
  return DAYS.read(folded(text), today, look, now).map(inShort).join(', ')
}

function inShort({ sense, time, roughTime, dayless, repeats, vague, impossible }: DayMention): string {
  if (impossible) return 'impossible'
  const span: readonly Day[] = sense.from === sense.to ? [sense.from] : [sense.from, sense.to]
  return [
    vague && 'vague',
    dayless ? undefined : span.join('..'),
    time && `${time}${roughTime ? '~' : ''}`,
    repeats,
  ]
    .filter(Boolean)
    .join(' ')
}
