import type { Day } from '../../domain/day.js'
import type { ClockTime } from './clock-times.js'
import type { Found } from './join-days.js'
import type { DayMention } from './mention.js'
import { onDay } from './sense.js'

const BESIDE =
  /^(?:[ ,@的]|at|on|around|about|say|for|大概|大约|差不多|约|左右|上午|下午|中午|晚上|早上|傍晚|morning|afternoon|evening|in the|first thing|-)*$/

/** Ties each clock time to its day: the one beside it, else the only one; a time alone is today. */
export function tieTimes(
  folded: string,
  found: readonly Found[],
  times: readonly ClockTime[],
  today: Day,
): readonly DayMention[] {
  const free = times.filter((t) => !found.some((f) => t.start < f.end && f.start < t.end))
  const mentions = found.map(mentionOf)
  for (const time of free) {
    const beside = mentions.findIndex(
      (m) => m.time === undefined && isBeside(folded, m, time) && !isOfAnother(folded, m, time, free),
    )
    const only = !time.needsDay && found.length === 1 && free.length === 1 ? 0 : -1
    const index = beside >= 0 ? beside : only
    const mention = mentions[index]
    const said = {
      time: time.time,
      clock: { start: time.start, end: time.end },
      ...(time.rough && { roughTime: true as const }),
    }
    if (mention !== undefined && mention.time === undefined) {
      const touches = beside >= 0
      mentions[index] = {
        ...mention,
        start: touches ? Math.min(mention.start, time.start) : mention.start,
        end: touches ? Math.max(mention.end, time.end) : mention.end,
        ...said,
      }
    } else if (!time.needsDay)
      mentions.push({ start: time.start, end: time.end, sense: onDay(today), ...said, dayless: true })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function mentionOf({ start, end, sense, bareWeekday, impossible }: Found): DayMention {
  const { repeats, vague } = sense
  return {
    start,
    end,
    sense,
    ...(bareWeekday !== undefined && { bareWeekday }),
    ...(repeats !== undefined && { repeats }),
    ...(vague && { vague }),
    ...(impossible && { impossible }),
  }
}

/** "Not 3pm, Thursday 5pm": a time before the comma is not that of a day with a time of its own behind it. */
function isOfAnother(
  folded: string,
  mention: DayMention,
  time: ClockTime,
  free: readonly ClockTime[],
): boolean {
  if (time.end > mention.start || !folded.slice(time.end, mention.start).includes(',')) return false
  return free.some(
    (own) => own.start >= mention.end && /^ ?(?:at )?$/.test(folded.slice(mention.end, own.start)),
  )
}

/** The longest words that may stand between a day and its time. */
const MOST_BETWEEN = 40

function isBeside(folded: string, mention: DayMention, time: ClockTime): boolean {
  const [from, to] = mention.end <= time.start ? [mention.end, time.start] : [time.end, mention.start]
  return to - from <= MOST_BETWEEN && BESIDE.test(folded.slice(from, to))
}
