import { addDays, type Day, weekOf } from '../../../domain/day.js'
import { fingerprint } from '../../../domain/fingerprint.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import type { BriefView } from '../../../usecases/brief/show-brief.js'
import { type DayWords, dayWordsFor } from '../../wording/days/day-words.js'
import { describeDay } from '../../wording/days/when.js'
import { listWordsFor } from '../../wording/lists/list-words.js'
import { meetingWordsFor } from '../../wording/meetings/meeting-words.js'
import { type Action, buttons, type Element, line, press, secondary } from '../parts/elements.js'
import { shortName } from '../parts/names.js'

/** What makes the rows of a brief buttons that act. */
export interface Acting {
  /** Another one for every time the card is shown: a button acts once, and again on a card shown anew. */
  readonly version: string
  /** Days a contact can be put off to at one press, the nearest first. */
  readonly putOffTo: readonly Day[]
  /** What the last press did, and the change that undoes it. */
  readonly last?: { readonly text: string; readonly changeId: string }
  /** The customer for whom a reason to skip is asked. */
  readonly skipping?: string
}

/** What can be done on a day's rows: put off to the next working day and to the beginning of the next week. */
export function actingOn(today: Day, calendar: WorkingCalendar, version: string): Acting {
  const nextWeek = calendar.sameOrNext(addDays(weekOf(today).from, 7))
  return { version, putOffTo: [...new Set([calendar.next(today), nextWeek])] }
}

/** Why a contact is skipped, as offered by button. */
export const SKIP_REASONS = ['recent', 'away', 'asked', 'other'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

type Row = BriefView['rows'][number]

/** What a row offers besides looking and logging, behind its `…`. */
export function rowActs(
  { item, customer }: Row,
  acting: Acting,
  on: { readonly page: number; readonly today: Day; readonly locale: Locale },
): readonly Action[] {
  const words = dayWordsFor(on.locale).acts
  const act = (title: string, verb: string, data: Readonly<Record<string, string>> = {}) =>
    secondary(actButton(title, verb, acting, { customerId: customer.id, page: on.page, ...data }))
  const agreed = item.reasons.flatMap((reason) => ('agreementId' in reason ? [reason] : []))
  const given = agreed.filter((reason) => reason.given?.accepted === false)
  return [
    ...given.map(({ agreementId }) => act(words.accept, 'brief.accept', { agreementId })),
    ...agreed.map(({ kind, agreementId }) => act(words.done[kind], 'brief.done', { agreementId })),
    ...agreed
      .filter(({ kind }) => kind === 'appointment' || kind === 'callback')
      .flatMap(({ agreementId }) => [
        act(meetingWordsFor(on.locale).button, 'meeting.show', { agreementId }),
        act(listWordsFor(on.locale).agreements.moveMeeting, 'agreement.move', { agreementId }),
      ]),
    act(words.notReached, 'brief.attempt'),
    ...acting.putOffTo.map((until) =>
      act(words.putOff(describeDay(until, on.locale, on.today)), 'brief.defer', { until }),
    ),
    act(words.skip, 'brief.skip'),
  ]
}

/** The question that takes the place of a row's buttons while a reason is asked for. */
export function skipQuestion(
  { customer }: Row,
  acting: Acting,
  page: number,
  locale: Locale,
): readonly Element[] {
  const words: DayWords['acts'] = dayWordsFor(locale).acts
  const data = { customerId: customer.id, page }
  const because = (reason: SkipReason) =>
    actButton(words.skipReasons[reason], 'brief.skip.because', acting, { ...data, reason })
  return [
    line(words.whySkip(shortName(customer)), { spacing: 'Small' }),
    // Two to a line: a phone cuts off what does not fit.
    buttons(SKIP_REASONS.slice(0, 2).map(because)),
    buttons(SKIP_REASONS.slice(2).map(because)),
    buttons([press(words.back, 'brief.page', { page })]),
  ]
}

/** A button that acts once on this card as it is now. */
export function actButton(
  title: string,
  verb: string,
  { version }: Acting,
  data: Readonly<Record<string, string | number>>,
): Action {
  return press(title, verb, { ...data, once: fingerprint({ version, ...data }) })
}
