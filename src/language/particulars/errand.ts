import type { Day } from '../../domain/day.js'
import type { DayReader } from '../days/read-days.js'

const LEAD =
  /^(?:[,.。:;!? ]|请|麻烦|帮我|给我|到时候?|提醒(?:我|一下|下)*|(?:设|加|建|定|来)(?:置|个|一个|条|一条)*提醒|别忘了?|记得|记(?:一下|着|下)?|喊我|叫我|通知我|代办|待办|(?:please|pls|can you|could you|remind me(?: to| that| about)?|remidner|reminder|set (?:a |me a )?reminder|add (?:a )?(?:task|reminder|to-?do)|note to self|task|todo|to do|don't (?:let me )?forget(?: to)?|for|to|on|in|at|about)(?![a-z]))+/
const BOOKING =
  /^(?:[,.。:;!? ]|请|帮我|约(?:好|了|定|一下|个)?|预约(?:登记)?|订|定(?:在|了|个)?|安排(?:一下)?|记(?:到|进|一下)?|加(?:一个|个)?|book(?:ed|ing)?(?:一下)?|schedule|arrange|set up|put|add|fix|mtg|meeting|appointment|appt|a |an |the |call |visit |with|w |for|in|my diary|calendar)+/
const TAIL =
  /(?:[,.。;!? ]|别忘了?|别让我忘了?|记得|哈|哦|呀|啊|吧|一下|记到日程里?|提醒我?|喊我|叫我|(?<![a-z])(?:please|pls|thanks|ok|on|at|in|by|for|to|put it in my diary|in my diary|in the diary|don't forget)){1,20}$/

/**
 * What is to be done, without the words that asked for it and without the day, which stands beside it and would be
 * wrong tomorrow. Empty where nothing else was said.
 *
 * @param folded as long as `raw`
 * @param names where the customers are named; left out where `booking`, for the agreement stands with the customer
 */
export function errandOf(
  raw: string,
  folded: string,
  today: Day,
  days: DayReader,
  how: {
    readonly booking: boolean
    readonly names: readonly { readonly start: number; readonly end: number }[]
  },
): string {
  const taken = [
    ...days.read(folded, today, 'ahead').map(({ start, end }) => ({ start, end })),
    ...(how.booking ? how.names : []),
  ].sort((a, b) => a.start - b.start)
  let out = ''
  let from = 0
  for (const { start, end } of taken) {
    if (start < from) continue
    out += `${raw.slice(from, start)} `
    from = end
  }
  out += raw.slice(from)
  return trimmed(out.replace(/\s+/g, ' '), how.booking ? BOOKING : LEAD)
}

/**
 * What a report of a contact is about: without whom it was with, which stands in front (刚打了陈总,…), and without days.
 *
 * @param fold keeps the length
 */
export function reportedErrand(
  raw: string,
  fold: (text: string) => string,
  today: Day,
  days: DayReader,
): string {
  const rest = raw.replace(/^[^,，。;；:：]{1,24}[,，:：]\s*(?=\S)/, '')
  return errandOf(rest, fold(rest), today, days, { booking: false, names: [] })
}

function trimmed(text: string, lead: RegExp): string {
  let out = text.trim()
  for (let round = 0; round < 3; round++) {
    const head = lead.exec(out.toLowerCase())?.[0].length ?? 0
    out = out.slice(head).trim()
    const tail = TAIL.exec(out.toLowerCase())
    if (tail !== null) out = out.slice(0, tail.index).trim()
  }
  return out.replace(/(?<=[一-龥]) (?=[一-龥])/g, '')
}
