import type { Question, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import { tierOf } from '../../src/domain/cadence/cadence.js'
import type { ToldField } from '../../src/domain/customer/facts/completeness.js'
import { addDays, type Day, type Moment, weekday } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import type { Policy } from '../../src/domain/policy.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { MeetingRef } from '../../src/language/meeting-ref.js'
import { askPutOffReply } from '../../src/messaging/cards/brief/put-off-card.js'
import { agreedText } from '../../src/messaging/cards/meetings/arranged-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import {
  askOutcomeReply,
  askWhenReply,
  choicesReply,
  chooseCustomerReply,
  confirmReply,
  OFFERED_OUTCOMES,
  offerReply,
} from '../../src/messaging/cards/questions/question-cards.js'
import { customerLineReply } from '../../src/messaging/cards/sales/practice-card.js'
import { whyLostReply } from '../../src/messaging/cards/sales/step-card.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Reply } from '../../src/ports/reply.js'

/** One of a few, by button or number. */
interface Choice {
  readonly id: string
  readonly title: string
}

/** How a question is put: what of it is shown. Plain JSON. */
export type Say =
  | {
      readonly as: 'customer'
      readonly said: string
      readonly candidates: readonly string[]
      readonly guessed?: true
    }
  | { readonly as: 'confirm'; readonly understood: readonly string[] }
  | { readonly as: 'offer'; readonly text: string }
  | { readonly as: 'choices'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly as: 'when'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly as: 'outcome'; readonly customerId: string }
  | { readonly as: 'put-off'; readonly name: string; readonly choices: readonly Choice[] }
  | { readonly as: 'lost' }
  | { readonly as: 'fact'; readonly customerId: string; readonly field: ToldField }
  | {
      readonly as: 'line'
      readonly notes: readonly string[]
      readonly who: string
      readonly text: string
      readonly hint?: string
      readonly locale: Locale
    }
  /** Drawn by the sales themselves. */
  | {
      readonly as: 'step'
      readonly customerId: string
      readonly opportunityId: string
      readonly notes: readonly string[]
      readonly offersReassessment: boolean
    }

type PlainSay = Exclude<Say, { as: 'step' }>

/** Draws a question that needs nothing but the book. */
export function drawQuestion(promptId: string, say: PlainSay, view: View, policy: Policy): Reply {
  const { locale, today, book } = view
  const words = wordingFor(locale)
  const named = (id: string) => findCustomer(book, id) ?? { name: id }
  switch (say.as) {
    case 'customer': {
      if (say.candidates.length === 0) return { text: words.whoIsMeant }
      const rows = say.candidates
        .flatMap((id) => findCustomer(book, id) ?? [])
        .map((customer) => ({ customer, tier: tierOf(customer, policy) }))
      const question = say.guessed === true ? words.choose.didYouMean(say.said) : words.choose.which(say.said)
      return chooseCustomerReply(promptId, say.said, question, rows, locale, today)
    }
    case 'confirm':
      return confirmReply(promptId, say.understood, locale)
    case 'offer':
      return offerReply(promptId, say.text, locale)
    case 'choices':
      return choicesReply(promptId, say.text, say.choices, locale)
    case 'when':
      return askWhenReply(promptId, say.text, say.choices, locale)
    case 'outcome':
      return askOutcomeReply(promptId, named(say.customerId), locale)
    case 'put-off':
      return askPutOffReply(promptId, say.name, say.choices, locale)
    case 'lost':
      return whyLostReply(promptId, locale)
    case 'fact': {
      const own = customerWordsFor(locale).card
      return { text: own.asked(shortName(named(say.customerId)), own.ask[say.field]) }
    }
    case 'line':
      return customerLineReply(say)
  }
}

/** "Which 张伟?" */
export function whichCustomer(
  said: string,
  candidates: readonly string[],
  how: { readonly guessed?: true; readonly passing?: true } = {},
): Question<Say> {
  const guessed = how.guessed === undefined ? {} : { guessed: how.guessed }
  return {
    open: { kind: 'customer', said, candidates, ...guessed },
    say: { as: 'customer', said, candidates, ...guessed },
    ...(how.passing === undefined ? {} : { passing: how.passing }),
  }
}

/** "Shall I write it down so?" */
export function confirmation(
  understood: readonly string[],
  customers: readonly string[],
  /** When what is shown would be, where an answer may say another time. */
  when?: Moment,
): Question<Say> {
  const open = { kind: 'confirm', customers, ...(when === undefined ? {} : { when }) } as const
  return { open, say: { as: 'confirm', understood } }
}

/** "Remind you to try her again tomorrow at 3?", after what was written; whatever else is said lets it go. */
export function offered(text: string, customers: readonly string[], when: Moment): Question<Say> {
  return { open: { kind: 'offer', customers, when }, say: { as: 'offer', text }, passing: true }
}

/** "How did it go?" */
export function howWasIt(customerId: string): Question<Say> {
  return {
    open: { kind: 'outcome', customerId, choices: OFFERED_OUTCOMES },
    say: { as: 'outcome', customerId },
  }
}

export interface WhenAsked {
  readonly text: string
  readonly customers: readonly string[]
  /** A day has to be named, of today or later. */
  readonly dayNeeded?: true
}

/** "When?", with the next working days to choose from. */
export function whenQuestion(
  { text, customers, dayNeeded }: WhenAsked,
  { today, locale }: Pick<View, 'today' | 'locale'>,
  calendar: WorkingCalendar,
): Question<Say> {
  const next = calendar.next(today)
  const monday = addDays(today, 8 - weekday(today))
  const days = [...new Set<Day>([next, calendar.next(next), calendar.next(addDays(monday, -1))])]
  const choices = [
    ...days.map((day) => ({ id: day as string, title: describeDay(day, locale, today) })),
    ...(dayNeeded === true ? [] : [{ id: 'open', title: wordingFor(locale).contact.noDayYet }]),
  ]
  return {
    open: {
      kind: 'when',
      customers,
      choices: choices.map(({ id }) => id),
      ...(dayNeeded === undefined ? {} : { dayNeeded }),
    },
    say: { as: 'when', text, choices },
  }
}

/** "Which of your meetings?" */
export function whichMeeting(meetings: readonly MeetingRef[], { book, locale, today }: View): Question<Say> {
  const own = deskWordsFor(locale).rebook
  const agreed = meetings.flatMap(({ customerId, agreementId }) => {
    const customer = findCustomer(book, customerId)
    const agreement = customer?.agreements.find(({ id }) => id === agreementId)
    return customer === undefined || agreement === undefined ? [] : [{ customer, agreement }]
  })
  const customers = new Set(agreed.map(({ customer }) => customer))
  const [one] = customers
  const text = one !== undefined && customers.size === 1 ? own.which(shortName(one)) : own.whichOf
  const choices = agreed.map(({ customer, agreement }) => ({
    id: agreement.id,
    title: [
      ...(customers.size === 1 ? [] : [shortName(customer)]),
      agreedText({ customer, agreement }, locale, today),
    ].join(' '),
  }))
  return { open: { kind: 'meeting', meetings }, say: { as: 'when', text, choices } }
}
