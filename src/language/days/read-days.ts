import { type Day, weekday } from '../../domain/day.js'
import { matchesIn } from '../text/matches-in.js'
import { hasHan } from '../text/normalise.js'
import { CHINESE_COUNTED } from './chinese-counted.js'
import { CHINESE_DAYS } from './chinese-days.js'
import { CHINESE_REPEATS } from './chinese-repeats.js'
import { clockTimes } from './clock-times.js'
import type { DayPattern, Groups } from './day-pattern.js'
import { ENGLISH_COUNTED } from './english-counted.js'
import { ENGLISH_DAYS } from './english-days.js'
import { ENGLISH_REPEATS } from './english-repeats.js'
import { type Festivals, festivalDay } from './festivals.js'
import { hoursAhead } from './hours-ahead.js'
import { boundDays, type Found, joinDays } from './join-days.js'
import type { DayMention } from './mention.js'
import { type DayContext, isInReach, MONDAY_TO_FRIDAY, onDay, type WorkingDays } from './sense.js'
import { tieTimes } from './tie-times.js'

export type { DayMention } from './mention.js'

export interface DayReader {
  /** @param now `HH:mm`; absent: every time said counts as later today. */
  read(folded: string, today: Day, look: 'ahead' | 'back', now?: string): readonly DayMention[]
}

/**
 * Reads days, spans, deadlines, repeats and clock times of both languages; pure and compiled once.
 *
 * @param working which days are worked; absent: Monday to Friday.
 */
export function createDayReader(festivals: Festivals, working: WorkingDays = MONDAY_TO_FRIDAY): DayReader {
  const chinese = [
    ...CHINESE_DAYS,
    ...CHINESE_COUNTED,
    ...CHINESE_REPEATS,
    ...festivals.flatMap((f) => (f.zh.length === 0 ? [] : [festivalPattern(f.id, f.zh.join('|'))])),
  ]
  const english = [
    ...ENGLISH_DAYS,
    ...ENGLISH_COUNTED,
    ...ENGLISH_REPEATS,
    ...festivals.flatMap((f) =>
      f.en.length === 0 ? [] : [festivalPattern(f.id, `(?<![a-z])(?:${f.en.join('|')})(?![a-z])`)],
    ),
  ]
  return remembering({
    read(folded, today, look, now) {
      const times = clockTimes(folded)
      const laterToday = times.some((t) => now === undefined || t.time > now)
      const context: DayContext = { today, look, laterToday, festivals, working }
      const patterns = [
        ...(hasHan(folded) || !/[a-z]/.test(folded) ? chinese : []),
        ...(/[a-z\d]/.test(folded) ? english : []),
      ]
      const bound = joinDays(folded, select(patterns, folded, context), today).map((f) =>
        boundDays(folded, f, context),
      )
      // 元旦前三天 is one day: 前三天 alone would be another.
      const found = bound.filter(
        ({ start, end }, at) => !bound.slice(0, at).some((f) => start < f.end && f.start < end),
      )
      const tied = tieTimes(folded, found, times, today)
      if (look === 'back' || now === undefined) return tied
      const ahead = hoursAhead(folded, today, now)
      const isApart = (mention: DayMention) =>
        !ahead.some(({ start, end }) => mention.start < end && start < mention.end)
      return [...tied.filter(isApart), ...ahead].sort((a, b) => a.start - b.start)
    },
  })
}

/** As many readings as one message asks for: its words are read for days by whoever reads a part of what it asks. */
const REMEMBERED = 16

/** Reads the same words once, however often they are asked about. */
function remembering(reader: DayReader): DayReader {
  const known = new Map<string, readonly DayMention[]>()
  return {
    read(folded, today, look, now) {
      const key = `${look} ${today} ${now ?? ''} ${folded}`
      const found = known.get(key) ?? reader.read(folded, today, look, now)
      known.delete(key)
      known.set(key, found)
      if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '')
      return found
    },
  }
}

function festivalPattern(id: string, source: string): DayPattern {
  return {
    name: `festival.${id}`,
    pattern: new RegExp(
      `(?:(?<y>今年|明年|去年|20\\d\\d年?|next year'?s?|this year'?s?) ?)?(?:${source})`,
      'g',
    ),
    read(groups: Groups, context: DayContext) {
      const festival = context.festivals.find((f) => f.id === id)
      const now = Number(context.today.slice(0, 4))
      const year =
        groups['y'] === undefined
          ? undefined
          : Number(/\d{4}/.exec(groups['y'])?.[0] ?? Number.NaN) ||
            now + (/明|next/.test(groups['y']) ? 1 : groups['y'].startsWith('去') ? -1 : 0)
      const at = festival === undefined ? undefined : festivalDay(festival, context.today, context.look, year)
      return at === undefined ? undefined : { ...onDay(at), festival: true }
    },
  }
}

const BARE_WEEKDAYS: ReadonlySet<string> = new Set(['zh.bare-weekday', 'en.weekday', 'en.short-weekend-day'])
/** Patterns that hold both ends of a span. */
const RANGES: ReadonlySet<string> = new Set([
  ...['dates', 'months', 'month-day-to-day', 'of-month-to-day'].map((name) => `zh.${name}`),
  ...['dates-of-month', 'month-dates', 'ordinals', 'months'].map((name) => `en.${name}`),
])
/** Said without their month or year; at the end of a range they are the first such after its beginning. */
const BARE: ReadonlySet<string> = new Set([
  ...BARE_WEEKDAYS,
  ...['month-day', 'dotted', 'date', 'named-month'].map((name) => `zh.${name}`),
  ...[
    'slashed',
    'day-month',
    'spelled-day-month',
    'month-day',
    'ordinal',
    'bare-ordinal',
    'named-month',
    'sure-month',
  ].map((name) => `en.${name}`),
])

/** The matches that name days, left to right; of two that overlap the earlier, of two at one place the longer. */
function select(patterns: readonly DayPattern[], folded: string, context: DayContext): readonly Found[] {
  const found: Found[] = []
  for (const { name, pattern, read } of patterns) {
    for (const match of matchesIn(folded, pattern)) {
      const again = (at: DayContext) => read(match.groups ?? {}, at, match[0])
      const sense = again(context)
      if (sense === undefined) continue
      const place = { start: match.index, end: match.index + match[0].length }
      if (sense === 'no such day' || !isInReach(sense)) {
        found.push({ ...place, sense: onDay(context.today), impossible: true })
        continue
      }
      found.push({
        ...place,
        sense,
        ...(BARE_WEEKDAYS.has(name) && sense.from === sense.to && { bareWeekday: weekday(sense.point) }),
        ...(RANGES.has(name) && { isRange: true as const }),
        ...(name === 'en.close-of-day' && { closing: true as const }),
        ...(BARE.has(name) && {
          from: (start: Day) => {
            const later = again({ ...context, today: start, look: 'ahead', laterToday: true })
            return later === 'no such day' ? undefined : later
          },
        }),
      })
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const chosen: Found[] = []
  let covered = 0
  for (const candidate of found) {
    if (candidate.start < covered) continue
    covered = candidate.end
    chosen.push(candidate)
  }
  return chosen
}
