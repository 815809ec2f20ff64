import type { Flow, Next, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import type { Outcome } from '../../src/domain/customer/contact.js'
import type { Moment } from '../../src/domain/day.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Answer, Told } from '../../src/language/context.js'
import type { ReportedContact } from '../../src/language/slots.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { OFFERED_OUTCOMES } from '../../src/messaging/cards/questions/question-cards.js'
import { describeTold } from '../../src/messaging/wording/contacts/contact.js'
import { describeMoment } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { confirmation, howWasIt, offered, whenQuestion, whichCustomer } from '../questions/questions.js'
import { shortened } from '../shortened.js'
import { toldContact } from './told-contact.js'

export type LogInput =
  /** From a message. `unsure`: what was read is shown and asked about before anything is written. */
  | {
      readonly contacts: readonly ReportedContact[]
      readonly unsure: boolean
      /** The manager's words, and what of them is kept beside an agreement. */
      readonly text: string
      readonly errand?: string
      /** The customer asks not to be contacted any more. */
      readonly quiet?: true
      /** It was a wealth review with whom these words name. */
      readonly reviewWith?: string
      /** It was about the company and its owner's own matters. */
      readonly both?: true
    }
  /** From a button: the customer is clear, the rest is asked. */
  | { readonly customerId: string; readonly review?: true }

interface Entry {
  readonly customerId?: string
  /** Whom the words may mean, where that is not clear. */
  readonly candidates: readonly string[]
  /** The words that named the customer. */
  readonly said: string
  readonly told?: Told
  /** It was a wealth review. */
  readonly review?: true
  /** A day was asked for, and none is set. */
  readonly dayLeftOpen?: true
}

export interface LogState {
  readonly input: LogInput
  readonly entries: readonly Entry[]
  /** Names that nobody in the book bears. */
  readonly unknown: readonly string[]
  readonly confirmed: boolean
  /** What is left to be offered once the contacts are written, the next one first. */
  readonly offers?: readonly ReminderOffer[]
  /** The next of the offers is taken, for this moment. */
  readonly taken?: Moment
}

/** A reminder of what the manager means to do next. */
export interface ReminderOffer {
  readonly customerIds: readonly string[]
  readonly when: Moment
}

/** What is to be written, when everything is clear. */
export interface ContactsToLog {
  readonly entries: readonly {
    readonly customerId: string
    readonly told: Told
    readonly review?: true
  }[]
  readonly unknown: readonly string[]
  readonly text: string
  readonly errand?: string
  readonly quiet?: true
  readonly both?: true
}

export const LOG_CONTACT = 'log-contact'
export const REMIND_AGAIN = 'remind-again'

/**
 * Writes down what the manager reports: who, how it went, what comes next. Asks only for what is missing or unclear,
 * and writes all contacts of one message as one change.
 */
export function logContactFlow(calendar: WorkingCalendar): Flow<LogState, LogInput> {
  return {
    name: LOG_CONTACT,
    version: 2,
    begin: firstState,
    next: (state, view) => nextOf(state, view, calendar),
    take,
    ran: ({ taken: _done, ...state }, _result, view) => ({
      ...state,
      offers: state.offers === undefined ? offersOf(state, view) : state.offers.slice(1),
    }),
    left: ({ offers }, { locale }, how) => {
      const words = wordingFor(locale)
      if (offers !== undefined) return words.contact.offer.left
      return how === 'refused' ? words.contact.tellAgain : words.cancelled
    },
    unwritten({ input, offers }, { book }) {
      if (offers !== undefined) return undefined
      if (!('customerId' in input)) return shortened(input.text)
      return shortName(findCustomer(book, input.customerId) ?? { name: input.customerId })
    },
  }
}

function firstState(input: LogInput): LogState {
  if ('customerId' in input) {
    const { customerId, review } = input
    const entry: Entry = { customerId, candidates: [], said: '', ...(review === undefined ? {} : { review }) }
    return { input, entries: [entry], unknown: [], confirmed: true }
  }
  const known = input.contacts.filter(({ customers }) => customers.length > 0)
  const unknown = input.contacts
    .filter(({ customers }) => customers.length === 0)
    .flatMap(({ mention }) => mention ?? [])
  const { reviewWith } = input
  const entries = known.map(entryOf).map((entry): Entry => {
    const isReview = reviewWith !== undefined && (known.length === 1 || entry.said === reviewWith)
    return isReview ? { ...entry, review: true } : entry
  })
  return { input, entries, unknown, confirmed: !input.unsure }
}

function entryOf(contact: ReportedContact): Entry {
  const { customers, mention, ...told } = contact
  const [only, ...others] = customers
  return {
    ...(only === undefined || others.length > 0 ? {} : { customerId: only }),
    candidates: customers,
    said: mention ?? '',
    told,
  }
}

function nextOf(state: LogState, view: View, calendar: WorkingCalendar): Next {
  const { input, entries, unknown } = state
  if (state.offers !== undefined) return nextOffer(state, state.offers, view)
  const ask = (question: Extract<Next, { kind: 'ask' }>['question']): Next => ({ kind: 'ask', question })
  const name = (id: string) => shortName(findCustomer(view.book, id) ?? { name: id })
  for (const { customerId, candidates, said, told, dayLeftOpen } of entries) {
    if (customerId === undefined) return ask(whichCustomer(said, candidates))
    if (told === undefined) return ask(howWasIt(customerId))
    if ('customerId' in input && needsDay(told) && dayLeftOpen !== true) {
      const { contact } = wordingFor(view.locale)
      const text =
        told.outcome === 'appointment'
          ? contact.whenMeeting(name(customerId))
          : contact.whenAgain(name(customerId))
      return ask(whenQuestion({ text, customers: [customerId] }, view, calendar))
    }
  }
  if (!state.confirmed && entries.length > 0) {
    const understood = entries.map(
      ({ customerId, told }) =>
        `${name(customerId!)}: ${describeTold(toldContact(told!, undefined), view.locale, view.today)}`,
    )
    const [only, ...others] = entries
    return ask(
      confirmation(
        understood,
        entries.map(({ customerId }) => customerId!),
        others.length === 0 ? only?.told?.when : undefined,
      ),
    )
  }
  const toLog: ContactsToLog = {
    entries: entries.map(({ customerId, told, review }) => ({
      customerId: customerId!,
      told: told!,
      ...(review === undefined ? {} : { review }),
    })),
    unknown,
    text: 'text' in input ? input.text : '',
    ...('errand' in input && input.errand !== undefined ? { errand: input.errand } : {}),
    ...('quiet' in input && input.quiet !== undefined ? { quiet: input.quiet } : {}),
    ...('both' in input && input.both !== undefined ? { both: input.both } : {}),
  }
  return { kind: 'run', act: LOG_CONTACT, input: toLog }
}

/** The manager's own plans for those who were told of, by the moment they are meant for; none where that day is kept already. */
function offersOf({ entries }: LogState, { book }: View): readonly ReminderOffer[] {
  const offers: ReminderOffer[] = []
  for (const { customerId, told } of entries) {
    const when = told?.meantNext
    const customer = findCustomer(book, customerId ?? '')
    if (when === undefined || customer === undefined || customer.doNotContact) continue
    if (customer.agreements.some(({ state, on }) => state === 'open' && on === when.day)) continue
    const at = offers.findIndex((offer) => offer.when.day === when.day && offer.when.time === when.time)
    const customerIds = [...(offers[at]?.customerIds ?? []), customer.id]
    offers.splice(at < 0 ? offers.length : at, 1, { customerIds, when })
  }
  return offers
}

function nextOffer(
  { taken }: LogState,
  [offer]: readonly ReminderOffer[],
  { book, locale, today }: View,
): Next {
  if (offer === undefined) return { kind: 'end' }
  const { customerIds, when } = offer
  if (taken !== undefined) return { kind: 'run', act: REMIND_AGAIN, input: { customerIds, when: taken } }
  const { and, contact } = wordingFor(locale)
  const names = and(customerIds.map((id) => shortName(findCustomer(book, id) ?? { name: id })))
  const text = contact.offer.remindAgain(names, describeMoment(when, locale, today))
  return { kind: 'ask', question: offered(text, customerIds, when) }
}

/** A no to one of several offers leaves the others. */
function takeOffer(
  state: LogState,
  [offer, ...others]: readonly ReminderOffer[],
  answer: Answer,
): LogState | undefined {
  if (answer.kind === 'when' && answer.moment !== undefined) return { ...state, taken: answer.moment }
  if (answer.kind !== 'confirm' || offer === undefined) return state
  if (answer.yes) return { ...state, taken: offer.when }
  return others.length === 0 ? undefined : { ...state, offers: others }
}

function take(state: LogState, answer: Answer, _view: View): LogState | undefined {
  if (state.offers !== undefined) return takeOffer(state, state.offers, answer)
  const at = state.entries.findIndex(({ customerId, told }) => customerId === undefined || told === undefined)
  const open =
    at >= 0
      ? at
      : state.entries.findIndex(
          ({ told, dayLeftOpen }) => told !== undefined && needsDay(told) && dayLeftOpen !== true,
        )
  const put = (change: Partial<Entry>): LogState => ({
    ...state,
    entries: state.entries.map((entry, i) => (i === open ? { ...entry, ...change } : entry)),
  })
  switch (answer.kind) {
    case 'customer':
      return put({ customerId: answer.customerId })
    case 'none-of-these':
      return put({ candidates: [] })
    case 'outcome':
      return put({ told: answer.told })
    case 'when':
      // Everything is told, and what is shown is to be at another time.
      if (open < 0) {
        const { moment: when } = answer
        const entries = state.entries.map((entry) =>
          when === undefined || entry.told?.when === undefined
            ? entry
            : { ...entry, told: { ...entry.told, when } },
        )
        return { ...state, entries }
      }
      return answer.moment === undefined
        ? put({ dayLeftOpen: true })
        : put({ told: { ...state.entries[open]!.told!, when: answer.moment } })
    case 'choice': {
      const outcome = OFFERED_OUTCOMES.find((one) => one === answer.id)
      if (outcome !== undefined) return put({ told: toldBy(outcome) })
      return answer.id === 'open'
        ? put({ dayLeftOpen: true })
        : put({ told: { ...state.entries[open]!.told!, when: { day: answer.id as never } } }) // an id of a day that was offered
    }
    case 'confirm':
      return answer.yes ? { ...state, confirmed: true } : undefined
    case 'instead':
      return renamed(state, answer)
    default:
      return state
  }
}

/** Somebody else is meant: the same is shown again with the other name. */
function renamed(state: LogState, { not, said, candidates }: Extract<Answer, { kind: 'instead' }>): LogState {
  const wrong =
    not === undefined ? 0 : state.entries.findIndex(({ customerId }) => not.includes(customerId ?? ''))
  const [only, ...others] = candidates
  const entries = state.entries.map((entry, at): Entry => {
    if (at !== wrong) return entry
    const { customerId: _old, ...rest } = entry
    return {
      ...rest,
      said,
      candidates,
      ...(only === undefined || others.length > 0 ? {} : { customerId: only }),
    }
  })
  return { ...state, entries }
}

function needsDay({ when, outcome }: Told): boolean {
  return when === undefined && (outcome === 'appointment' || outcome === 'callback')
}

function toldBy(outcome: Outcome): Told {
  return { outcome, reached: outcome !== 'no-answer' && outcome !== 'wrong-number' }
}
