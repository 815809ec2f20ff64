import { type Agreed, momentOf } from '../../../domain/customer/agree.js'
import type { Agreement } from '../../../domain/customer/contact.js'
import type { Day, Period } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type AdaptiveCard, type Reply, shows } from '../../../ports/reply.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { listWordsFor } from '../../wording/lists/list-words.js'
import { meetingWordsFor } from '../../wording/meetings/meeting-words.js'
import { wordingFor } from '../../wording/wording.js'
import { type ListRow, listReply } from '../lists/list-reply.js'
import { type Action, buttons, card, line, press, secondary } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

export interface AgreementsCardInput {
  readonly agreed: readonly Agreed[]
  /** Absent: whatever is open. */
  readonly period?: Period
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
  /** Wall-clock time of the manager, `HH:mm`. */
  readonly now: string
  /** Another one for every time the list is shown: a button acts once, and again on a list shown anew. */
  readonly version: string
  /** What the last press settled, and the change that undoes it. */
  readonly settled?: Agreed & { readonly changeId: string }
}

/** Which list a press came from, so that it can be shown anew. */
export const AGREEMENT_LISTS = ['appointments', 'promises'] as const
export type AgreementList = (typeof AGREEMENT_LISTS)[number]

/** Booked meetings and calls, with what can be said of them afterwards. */
export function appointmentsReply(input: AgreementsCardInput): Reply {
  const { locale, today, period } = input
  const own = listWordsFor(locale).agreements
  const span = period === undefined ? '' : formatPeriod(period, locale, today)
  return agreementsReply(input, {
    title: period === undefined ? own.upcoming : own.appointmentsTitle(span),
    none: period === undefined ? own.noneUpcoming : own.noneAppointments(span),
    summary: wordingFor(locale).intents['appointment.list'],
  })
}

/** What the manager promised or wanted to be reminded of, each with a "done". */
export function promisesReply(input: AgreementsCardInput): Reply {
  const { locale, today, period } = input
  const own = listWordsFor(locale).agreements
  const span = period === undefined ? '' : formatPeriod(period, locale, today)
  return agreementsReply(input, {
    title: period === undefined ? own.promisesTitle : own.promisesIn(span),
    none: period === undefined ? own.nonePromises : own.nonePromisesIn(span),
    summary: wordingFor(locale).intents['promise.list'],
  })
}

function agreementsReply(
  input: AgreementsCardInput,
  said: { readonly title: string; readonly none: string; readonly summary: string },
): Reply {
  const { agreed, locale } = input
  const lists = listWordsFor(locale)
  const data = {
    ...(input.period === undefined ? {} : { period: input.period }),
    items: agreed.map(({ customer, agreement }) => ({
      customerId: customer.id,
      customer: nameOf(customer),
      agreementId: agreement.id,
      kind: agreement.kind,
      on: agreement.on ?? null,
      time: agreement.time ?? null,
      about: agreement.about ?? null,
    })),
  }
  if (agreed.length === 0) return { text: said.none, summary: said.summary, data }
  const overdue = agreed.filter(({ agreement }) => isOverdue(agreement, input)).length
  const own = lists.agreements
  return listReply({
    title: said.title,
    counts: [own.counts(agreed.length), ...(overdue === 0 ? [] : [own.overdueCount(overdue)])].join(' · '),
    ...(input.settled === undefined ? {} : { lead: settledLead(input.settled, locale) }),
    rows: agreed.map((row) => rowOf(row, input)),
    more: lists.more,
    summary: said.summary,
    data,
    shows: shows('customers', agreed),
  })
}

function rowOf({ customer, agreement }: Agreed, input: AgreementsCardInput): ListRow {
  const { calendar, locale, today } = input
  const words = wordingFor(locale)
  const lists = listWordsFor(locale)
  const own = lists.agreements
  const { on, time, about, amountFen, currency, kind } = agreement
  const isMeeting = kind === 'appointment' || kind === 'callback'
  const late = on === undefined ? 0 : calendar.countAfter(on, today)
  const data = {
    customerId: customer.id,
    agreementId: agreement.id,
    list: isMeeting ? 'appointments' : 'promises',
    ...(input.period === undefined ? {} : { from: input.period.from, to: input.period.to }),
    once: `${agreement.id} ${input.version}`,
  }
  const day = on === undefined ? own.noDay : describeDay(on, locale, today)
  return {
    ...(isMeeting ? { group: day } : {}),
    title: nameOf(customer),
    ...(isMeeting
      ? time === undefined
        ? {}
        : { right: time }
      : { right: time === undefined ? day : `${day} ${time}` }),
    lines: [
      [
        own.kinds[kind],
        ...(amountFen === undefined ? [] : [formatAmount(amountFen, currency ?? CNY, locale)]),
        ...(about === undefined ? [] : [about]),
        ...(customer.doNotContact ? [lists.doNotContact] : []),
      ].join(' · '),
      ...(isOverdue(agreement, input)
        ? [{ text: isMeeting ? own.past : own.overdue(late), tone: 'urgent' as const }]
        : []),
    ],
    buttons: isMeeting
      ? [
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
          press(own.moveMeeting, 'agreement.move', data),
          secondary(press(meetingWordsFor(locale).button, 'meeting.show', data)),
          secondary(press(words.brief.see, 'customer.show', { customerId: customer.id })),
          secondary(press(own.cancelMeeting, 'agreement.cancel', data)),
        ]
      : [
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(own.done, 'agreement.done', data),
          press(own.drop, 'agreement.cancel', data),
        ],
  }
}

/** A promise from the day after; a meeting from its time on. */
function isOverdue({ on, time, kind }: Agreement, { calendar, today, now }: AgreementsCardInput): boolean {
  if (on === undefined) return false
  if (kind === 'appointment' || kind === 'callback')
    return on < today || (on === today && time !== undefined && time < now)
  return calendar.countAfter(on, today) > 0
}

/** What was settled by a message, with a way back. */
export function settledReply(
  settled: Agreed & { readonly changeId: string },
  locale: Locale,
  today: Day,
): Reply {
  const own = listWordsFor(locale).agreements
  const { text } = settledLead(settled, locale)
  const moment = momentOf(settled.agreement)
  const when = moment === undefined ? '' : ` (${describeMoment(moment, locale, today)})`
  const whole = `${text}${when}`
  const { customer, agreement, changeId } = settled
  return {
    text: whole,
    summary: own.kinds[agreement.kind],
    data: { changeId, customerId: customer.id, agreementId: agreement.id, state: agreement.state },
    card: card([line(whole, { color: 'Accent' }), buttons([settledLead(settled, locale).button])], whole),
  }
}

/** One line where nothing else is left on the list, with a way back. */
export function settledCard(settled: Agreed & { readonly changeId: string }, locale: Locale): AdaptiveCard {
  const { text, button } = settledLead(settled, locale)
  return card([line(text, { color: 'Accent' }), buttons([button])], text)
}

function settledLead(
  { customer, agreement, changeId }: Agreed & { readonly changeId: string },
  locale: Locale,
): { readonly text: string; readonly button: Action } {
  const own = listWordsFor(locale).agreements
  const what = agreement.about ?? own.kinds[agreement.kind]
  const name = shortName(customer)
  return {
    text: agreement.state === 'kept' ? own.settled(name, what) : own.cancelled(name, what),
    button: press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId }),
  }
}
