import { addDays, type Day, weekday } from '../../domain/day.js'
import { hasHan } from '../text/normalise.js'
import { CHINESE_DAYS } from './chinese-days.js'
import { type ClockTime, clockTimes } from './clock-times.js'
import type { DayPattern, Groups } from './day-pattern.js'
import { ENGLISH_DAYS } from './english-days.js'
import { type Festivals, festivalDay } from './festivals.js'
import { type DayContext, type DaySense, onDay, span, upTo } from './sense.js'

/** Words about days or times where they stand in the folded text. */
export interface DayMention {
  readonly start: number
  readonly end: number
  readonly sense: DaySense
  readonly time?: string
  /** Only a time was said; the day is today. */
  readonly dayless?: true
}

export interface DayReader {
  /** @param now `HH:mm`; absent: every time said counts as later today. */
  read(folded: string, today: Day, look: 'ahead' | 'back', now?: string): readonly DayMention[]
}

interface Found {
  readonly start: number
  readonly end: number
  readonly sense: DaySense
  /** The same words with another day for today: at the end of a range they count from its beginning. */
  readonly from?: (start: Day) => DaySense | undefined
  readonly bareWeekday: boolean
}

/** Reads days, spans, deadlines and clock times of both languages; pure and compiled once. */
export function createDayReader(festivals: Festivals): DayReader {
  const chinese = [
    ...CHINESE_DAYS,
    ...festivals.flatMap((f) => (f.zh.length === 0 ? [] : [festivalPattern(f.id, f.zh.join('|'))])),
  ]
  const english = [
    ...ENGLISH_DAYS,
    ...festivals.flatMap((f) =>
      f.en.length === 0 ? [] : [festivalPattern(f.id, `(?<![a-z])(?:${f.en.join('|')})(?![a-z])`)],
    ),
  ]
  return {
    read(folded, today, look, now) {
      const times = clockTimes(folded)
      const laterToday = times.some((t) => now === undefined || t.time > now)
      const context: DayContext = { today, look, laterToday, festivals }
      const patterns = [
        ...(hasHan(folded) || !/[a-z]/.test(folded) ? chinese : []),
        ...(/[a-z\d]/.test(folded) ? english : []),
      ]
      const found = ranges(folded, select(patterns, folded, context), today).map((f) =>
        bounded(folded, f, today),
      )
      return withTimes(
        folded,
        found.filter((f) => f !== undefined),
        times,
        today,
      )
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
  const found: (Omit<Found, 'sense'> & { sense: DaySense | 'no such day' })[] = []
  for (const { name, pattern, read } of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const again = (at: DayContext) => read(match.groups ?? {}, at, match[0])
      const sense = again(context)
      if (sense === undefined) continue
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        sense,
        bareWeekday: BARE_WEEKDAYS.has(name),
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
  for (const { sense, ...candidate } of found) {
    if (candidate.start < covered) continue
    covered = candidate.end
    if (sense !== 'no such day') chosen.push({ ...candidate, sense })
  }
  return chosen
}

const BETWEEN = /^ ?(?:到|至|-|~|to|till?|until|through|thru)(?: the)? ?$/
const BETWEEN_AND = /^ ?(?:和|与|跟|and|&) ?$/

/** Joins "A to B"; and "between A and B". */
function ranges(folded: string, found: readonly Found[], today: Day): readonly Found[] {
  const joined: Found[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const gap = last === undefined ? '' : folded.slice(last.end, next.start)
    const isRange =
      BETWEEN.test(gap) ||
      (BETWEEN_AND.test(gap) && last !== undefined && isBetween(folded, last.start, next.end))
    const sense =
      last === undefined
        ? undefined
        : isRange
          ? joinedSense(last, next, today)
          : (sameDay(last, next, gap) ?? oneAfterAnother(last, next, gap))
    if (last !== undefined && sense !== undefined) {
      joined[joined.length - 1] = { start: last.start, end: next.end, sense, bareWeekday: false }
    } else joined.push(next)
  }
  return joined
}

const AND = /^ ?(?:和|与|跟|及|还有|、|,|and|&|plus) ?(?:the )?$/

/** 周三和周四, "this week and next": days that follow each other are one span. */
function oneAfterAnother({ sense: first }: Found, { sense: last }: Found, gap: string): DaySense | undefined {
  if (!AND.test(gap) || last.from !== addDays(first.to, 1)) return undefined
  return span(first.from, last.to, first.point)
}

/** "Friday 27 November", 27号(周五): the date decides. */
function sameDay(first: Found, last: Found, gap: string): DaySense | undefined {
  if (!/^[ ,(]*(?:the )?$/.test(gap) || first.bareWeekday === last.bareWeekday) return undefined
  const date = first.bareWeekday ? last : first
  return date.sense.from === date.sense.to ? date.sense : undefined
}

function isBetween(folded: string, start: number, end: number): boolean {
  return /between (?:the )?$|介于$/.test(folded.slice(0, start)) || /^(?:之间|间)/.test(folded.slice(end))
}

function joinedSense(first: Found, last: Found, today: Day): DaySense | undefined {
  const startsToday = first.bareWeekday && weekday(first.sense.from) === weekday(today)
  const from = startsToday ? today : first.sense.from
  const to = last.from?.(from)?.to ?? last.sense.to
  if (from <= to) return span(from, to)
  return from <= last.sense.to ? span(from, last.sense.to) : undefined
}

/** Applies by, before, until, since, 前, 之前, 截至, 以来; undefined for a day after which nothing definite is said. */
function bounded(folded: string, found: Found, today: Day): Found | undefined {
  const before = folded.slice(Math.max(0, found.start - 16), found.start)
  const after = folded.slice(found.end, found.end + 6)
  const { sense } = found
  const suffix = /^(?:的?(?:之前|以前|前面|前)(?![天后台]|[一二两三四五六七八九十几\d])|为止)/.exec(after)
  if (suffix !== null) {
    const last = sense.festival === true && !suffix[0].startsWith('为') ? addDays(sense.from, -1) : sense.to
    return { ...found, end: found.end + suffix[0].length, sense: upTo(today, last) }
  }
  if (
    sense.festival === true &&
    (/^(?:之后|以后|过后|后)/.test(after) || /(?:after|过完|过了) ?(?:the )?$/.test(before))
  )
    return undefined
  const prefix =
    /(?:(?<before>(?<![a-z])before)|(?<by>(?<![a-z])(?:no later than|by|up to|on or before)|截止到?|截至|赶在)|(?<until>(?<![a-z])(?:un)?till?|(?<![a-z])to|到|至)|(?<since>(?<![a-z])(?:ever )?since|打从|自从?|从))(?: the)? ?$/.exec(
      before,
    )
  const groups = prefix?.groups ?? {}
  const start = prefix === null ? found.start : found.start - prefix[0].length
  if (groups['before'] !== undefined) return { ...found, start, sense: upTo(today, addDays(sense.from, -1)) }
  if (groups['by'] !== undefined)
    return { ...found, start, sense: { ...upTo(today, sense.to), point: sense.to } }
  if (groups['until'] !== undefined)
    return { ...found, start, sense: { ...upTo(today, sense.to), point: sense.point } }
  const since = groups['since'] !== undefined || /^(?:以来|至今|起|开始到现在|到现在)/.test(after)
  if (since && sense.from < today) return { ...found, start, sense: span(sense.from, today) }
  return found
}

const BESIDE =
  /^(?:[ ,@的]|at|on|around|about|say|for|大概|大约|差不多|约|左右|上午|下午|中午|晚上|早上|傍晚|morning|afternoon|evening|in the|first thing|-)*$/

/** Ties each clock time to its day: the one beside it, else the only one; a time alone is today. */
function withTimes(
  folded: string,
  found: readonly Found[],
  times: readonly ClockTime[],
  today: Day,
): readonly DayMention[] {
  const free = times.filter((t) => !found.some((f) => t.start < f.end && f.start < t.end))
  const mentions: DayMention[] = found.map(({ start, end, sense }) => ({ start, end, sense }))
  for (const time of free) {
    const beside = mentions.findIndex((m) => m.time === undefined && isBeside(folded, m, time))
    const only = !time.needsDay && found.length === 1 && free.length === 1 ? 0 : -1
    const index = beside >= 0 ? beside : only
    const mention = mentions[index]
    if (mention !== undefined && mention.time === undefined) {
      const touches = beside >= 0
      mentions[index] = {
        ...mention,
        start: touches ? Math.min(mention.start, time.start) : mention.start,
        end: touches ? Math.max(mention.end, time.end) : mention.end,
        time: time.time,
      }
    } else if (!time.needsDay)
      mentions.push({ start: time.start, end: time.end, sense: onDay(today), time: time.time, dayless: true })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function isBeside(folded: string, mention: DayMention, time: ClockTime): boolean {
  const gap =
    mention.end <= time.start ? folded.slice(mention.end, time.start) : folded.slice(time.end, mention.start)
  return BESIDE.test(gap)
}
