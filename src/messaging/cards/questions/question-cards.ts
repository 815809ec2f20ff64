import type { Outcome } from '../../../domain/customer/contact.js'
import { contactsUpTo } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Tier } from '../../../domain/policy.js'
import type { Reply } from '../../../ports/reply.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { type Action, block, buttons, card, line, press } from '../parts/elements.js'
import { nameOf, shortName, tellApart } from '../parts/names.js'

/** A question with one button a choice; the choices can be answered by number too. */
interface Choice {
  readonly id: string
  readonly title: string
}

/** What a press of a choice carries back: which question it answers, and with what. */
export const ANSWER_VERB = 'answer'

/** Which customer is meant: those who may be shown apart. */
export function chooseCustomerReply(
  promptId: string,
  said: string,
  question: string,
  candidates: readonly { readonly customer: Customer; readonly tier: Tier }[],
  locale: Locale,
  today: Day,
): Reply {
  const words = wordingFor(locale)
  const rows = candidates.map(({ customer, tier }) => ({
    id: customer.id,
    title: nameOf(customer),
    details: [
      words.tier(tier),
      ...tellApart(customer),
      ...(customer.phone === undefined
        ? []
        : [words.choose.tail(customer.phone.replace(/\D/g, '').slice(-4))]),
      lastContactText(customer, locale, today),
    ].join(' · '),
  }))
  const text = [
    question,
    ...rows.map((r, i) => `${i + 1}. ${r.title} · ${r.details}`),
    words.choose.pickOne,
  ].join('\n')
  return {
    text,
    summary: words.choose.pickOne,
    data: { question: 'customer', said, choices: rows.map((r) => r.id) },
    card: card(
      [
        line(question, { weight: 'Bolder' }),
        ...rows.map((r, i) =>
          block(
            [
              line(r.details, { size: 'Small', isSubtle: true }),
              buttons([answerButton(promptId, { id: r.id, title: `${i + 1}  ${r.title}` })]),
            ],
            { separator: true },
          ),
        ),
        line(words.choose.pickOne, { size: 'Small', isSubtle: true }),
      ],
      text,
    ),
  }
}

export function lastContactText(customer: Customer, locale: Locale, today: Day): string {
  const words = wordingFor(locale)
  const last = contactsUpTo(customer.contacts, today).reduce<Day | undefined>(
    (latest, c) => (latest === undefined || c.on > latest ? c.on : latest),
    undefined,
  )
  return last === undefined ? words.customer.never : words.brief.lastContact(describeDay(last, locale, today))
}

/** The outcomes offered as buttons, the usual first. */
export const OFFERED_OUTCOMES = [
  'no-answer',
  'appointment',
  'callback',
  'interested',
  'considering',
  'declined',
  'closed',
  'info',
] as const satisfies readonly Outcome[]

/** "How did it go?", asked where the manager named the customer alone. */
export function askOutcomeReply(
  promptId: string,
  customer: Pick<Customer, 'name' | 'nickname'>,
  locale: Locale,
): Reply {
  const words = wordingFor(locale)
  const choices = OFFERED_OUTCOMES.map((id) => ({ id, title: words.outcomes[id] }))
  return choicesReply(promptId, words.contact.howWasIt(shortName(customer)), choices, locale)
}

/** "When?", asked after a meeting or another call was agreed without a day. */
export function askWhenReply(
  promptId: string,
  question: string,
  choices: readonly Choice[],
  locale: Locale,
): Reply {
  return choicesReply(promptId, question, choices, locale)
}

/** "Shall I write it down so?", asked where the reading is unsure. */
export function confirmReply(promptId: string, understood: readonly string[], locale: Locale): Reply {
  const words = wordingFor(locale)
  const text = [
    words.contact.isThisRight,
    ...understood.map((u) => `  ${u}`),
    words.contact.confirmWrite,
  ].join('\n')
  return {
    text,
    summary: words.contact.confirmWrite,
    card: card(
      [
        line(words.contact.isThisRight, { isSubtle: true }),
        ...understood.map((u) => line(u, { spacing: 'Small' })),
        line(words.contact.confirmWrite, { weight: 'Bolder' }),
        buttons([
          answerButton(promptId, { id: 'yes', title: words.contact.yes }, 'positive'),
          answerButton(promptId, { id: 'no', title: words.contact.no }),
        ]),
      ],
      text,
    ),
  }
}

/** Something more that could be written down, with a yes and a no. */
export function offerReply(promptId: string, text: string, locale: Locale): Reply {
  const { yes, no } = wordingFor(locale).contact.offer
  return {
    text,
    summary: text,
    card: card(
      [
        line(text),
        buttons([
          answerButton(promptId, { id: 'yes', title: yes }, 'positive'),
          answerButton(promptId, { id: 'no', title: no }),
        ]),
      ],
      text,
    ),
  }
}

/** One of a few, by button or number. */
export function choicesReply(
  promptId: string,
  question: string,
  choices: readonly Choice[],
  locale: Locale,
): Reply {
  const text = [question, ...choices.map((c, i) => `${i + 1}. ${c.title}`)].join('\n')
  // Four to a set: what is more, a narrow screen hides behind a menu.
  const sets: Action[][] = []
  for (let at = 0; at < choices.length; at += 4)
    sets.push(choices.slice(at, at + 4).map((c) => answerButton(promptId, c)))
  return {
    text,
    summary: wordingFor(locale).contact.question,
    card: card([line(question), ...sets.map(buttons)], text),
  }
}

function answerButton(promptId: string, choice: Choice, style: 'default' | 'positive' = 'default'): Action {
  return press(choice.title, ANSWER_VERB, { prompt: promptId, choice: choice.id, once: promptId }, style)
}
