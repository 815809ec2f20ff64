import { cadence } from '../../../domain/cadence/cadence.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Policy } from '../../../domain/policy.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { PutOff } from '../../../usecases/contacts/put-off-customers.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { formatDay } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { withheldLine } from '../customers/update-card.js'
import { buttons, card, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { ANSWER_VERB } from '../questions/question-cards.js'

export interface PutOffCardInput {
  readonly changeId: string
  readonly putOff: readonly PutOff[]
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
}

/** To when a contact was put off, or that it is skipped this time, and a way to take it back. */
export function putOffReply(input: PutOffCardInput): Reply {
  const { changeId, putOff, locale, today } = input
  const own = deskWordsFor(locale).putOff
  const lines = putOff.flatMap((one) => [
    one.put.kind === 'snooze'
      ? own.done(shortName(one.customer), describeDay(one.put.until, locale, today))
      : own.skipped(shortName(one.customer), one.put.reason),
    ...nextLine(one, input),
  ])
  const isSnooze = putOff.some(({ put }) => put.kind === 'snooze')
  const notes = [
    ...(isSnooze ? [own.stillComes] : []),
    ...putOff.flatMap(({ withheld }) => (withheld === undefined ? [] : [withheldLine(withheld, locale)])),
  ]
  const text = [...lines, ...notes].join('\n')
  return {
    text,
    summary: wordingFor(locale).intents['contact.snooze'],
    shows: shows('customers', putOff),
    data: {
      changeId,
      putOff: putOff.map(({ customer, put }) => ({
        customerId: customer.id,
        kind: put.kind,
        until: put.kind === 'snooze' ? put.until : null,
      })),
    },
    card: card(
      [
        ...lines.map((said) => line(said, { weight: 'Bolder' })),
        ...notes.map((note) => line(note, { isSubtle: true, size: 'Small' })),
        buttons([press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId })]),
      ],
      text,
    ),
  }
}

/** After a skip the cadence counts anew from today. */
function nextLine(
  { customer, put }: PutOff,
  { policy, calendar, locale, today }: PutOffCardInput,
): readonly string[] {
  if (put.kind === 'snooze') return []
  const next = cadence(customer, policy, calendar, today)
  return next.kind === 'none'
    ? []
    : [deskWordsFor(locale).putOff.nextBy(formatDay(next.dueOn, locale, today))]
}

/** "Until when, or why not at all this time?": days and usual reasons as buttons. */
export function askPutOffReply(
  promptId: string,
  name: string,
  choices: readonly { readonly id: string; readonly title: string }[],
  locale: Locale,
): Reply {
  const question = deskWordsFor(locale).putOff.question(name)
  const text = [question, ...choices.map((c, i) => `${i + 1}. ${c.title}`)].join('\n')
  const button = ({ id, title }: { readonly id: string; readonly title: string }) =>
    press(title, ANSWER_VERB, { prompt: promptId, choice: id, once: promptId })
  return {
    text,
    summary: wordingFor(locale).contact.question,
    card: card(
      [line(question), buttons(choices.slice(0, 3).map(button)), buttons(choices.slice(3).map(button))],
      text,
    ),
  }
}
