import type { Moment } from '../../domain/day.js'
import { isPlannable } from '../days/mention.js'
import type { Heard } from '../heard.js'

/** The moment that a message names: a day with a time before one without; a time alone is today's. */
export function momentIn({ parsed, today }: Pick<Heard, 'parsed' | 'today'>): Moment | undefined {
  const ahead = parsed.days.filter((mention) => isPlannable(mention) && mention.sense.point >= today)
  const said =
    ahead.find(({ time, dayless }) => time !== undefined && dayless !== true) ??
    ahead.find(({ dayless }) => dayless !== true) ??
    ahead[0]
  if (said === undefined) return undefined
  return { day: said.sense.point, ...(said.time === undefined ? {} : { time: said.time }) }
}
