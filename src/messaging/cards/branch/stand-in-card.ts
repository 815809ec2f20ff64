import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Reply } from '../../../ports/reply.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { formatDay } from '../../wording/days/format.js'
import { buttons, card, facts, line, press } from '../parts/elements.js'

export interface StandInCardInput {
  readonly name: string
  readonly from: Day
  readonly until: Day
  readonly locale: Locale
  readonly today: Day
  /** Key of repeats. */
  readonly version: string
}

/** Who looks after the book and until when, with a way to end it. */
export function standInReply({ name, from, until, locale, today, version }: StandInCardInput): Reply {
  const words = deskWordsFor(locale)
  const own = words.standIn
  const begun = own.begun(name)
  const [first, last] = [formatDay(from, locale, today), formatDay(until, locale, today)]
  const days = from <= today ? words.settings.pausedUntil(last) : words.settings.paused(first, last)
  const text = [begun, `  ${own.days}: ${days}`, own.note].join('\n')
  return {
    text,
    summary: begun,
    card: card(
      [
        line(`✓ ${begun}`, { weight: 'Bolder', color: 'Accent' }),
        facts([[own.days, days]]),
        line(own.note, { isSubtle: true, size: 'Small' }),
        buttons([press(own.end, 'stand-in.end', { once: version })]),
      ],
      text,
    ),
  }
}

export interface AskStandInInput extends Pick<StandInCardInput, 'locale' | 'version'> {
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly from: Day
  readonly until: Day
}

/** Which colleague looks after the book on those days, by button. */
export function askStandInReply({ colleagues, from, until, locale, version }: AskStandInInput): Reply {
  const { askWho } = deskWordsFor(locale).standIn
  const actions = colleagues.map(({ id, name }) =>
    press(name, 'stand-in.begin', { managerId: id, from, until, once: version }),
  )
  const text = [askWho, ...colleagues.map(({ name }) => `  ${name}`)].join('\n')
  return { text, summary: askWho, card: card([line(askWho), buttons(actions)], text) }
}
