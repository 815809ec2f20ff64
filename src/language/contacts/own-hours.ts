import type { Day } from '../../domain/day.js'
import type { DayMention } from '../days/mention.js'
import { onDay } from '../days/sense.js'
import type { Parsed } from '../parse.js'

const STOP = /[,，。;；!！\n]| (?:and|but|then) /

/**
 * The days of a report with each hour left to the customer of whom it is told: of 李总说下周三过来,赵总让我下午三点再打 the hour is not
 * that of Wednesday, though it is the only one.
 */
export function withOwnHours(parsed: Parsed, today: Day): Parsed {
  const days = parsed.days.flatMap((mention) => apart(mention, parsed, today))
  return days.length === parsed.days.length ? parsed : { ...parsed, days }
}

function apart(mention: DayMention, { text, people }: Parsed, today: Day): readonly DayMention[] {
  const { clock, time, roughTime, ...day } = mention
  if (clock === undefined || time === undefined || mention.dayless === true) return [mention]
  if (clock.start < mention.end) return [mention]
  const before = people.filter(({ start }) => start < mention.start)
  const isOfAnother = people.some(
    (person) =>
      mention.end <= person.start &&
      person.end <= clock.start &&
      STOP.test(text.slice(mention.end, person.start)) &&
      before.length > 0 &&
      before.every(({ ids }) => ids.join() !== person.ids.join()),
  )
  if (!isOfAnother) return [mention]
  const hour = {
    ...clock,
    sense: onDay(today),
    time,
    clock,
    ...(roughTime === true && { roughTime }),
    dayless: true as const,
  }
  return [day, hour]
}
