import type { Flow, Next, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import type { Moment } from '../../src/domain/day.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Answer } from '../../src/language/context.js'
import type { MeetingRef } from '../../src/language/meeting-ref.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { whenQuestion, whichMeeting } from '../questions/questions.js'

export interface RebookInput {
  readonly kind: 'move' | 'cancel' | 'keep'
  /** At least one; each with the time it would be moved to, where that was said. */
  readonly meetings: readonly MeetingRef[]
}

export interface RebookState {
  readonly input: RebookInput
  readonly meeting?: MeetingRef
  readonly to?: Moment
  readonly written?: true
}

/** What is to be done with one meeting. */
export type RebookAct = MeetingRef &
  ({ readonly kind: 'cancel' | 'keep' } | { readonly kind: 'move'; readonly to: Moment })

export const REBOOK = 'rebook'

/** A meeting that is booked is moved or called off, a promise is kept: asks which one, then to when. */
export function rebookFlow(calendar: WorkingCalendar): Flow<RebookState, RebookInput> {
  return {
    name: REBOOK,
    version: 2,
    begin(input) {
      const [only, ...others] = input.meetings
      return { input, ...(only === undefined || others.length > 0 ? {} : chosen(only)) }
    },
    next: (state, view) => nextOf(state, view, calendar),
    take(state, answer) {
      if (answer.kind === 'meeting') return { ...state, ...chosen(answer.meeting) }
      const moment = momentAnswered(answer)
      return moment === undefined ? state : { ...state, to: moment }
    },
    ran: (state) => ({ ...state, written: true }),
    left: (_state, { locale }) => deskWordsFor(locale).rebook.left,
  }
}

function chosen(meeting: MeetingRef): Pick<RebookState, 'meeting' | 'to'> {
  return { meeting, ...(meeting.to === undefined ? {} : { to: meeting.to }) }
}

function momentAnswered(answer: Answer): Moment | undefined {
  if (answer.kind === 'when') return answer.moment
  // An id of a day that was offered.
  return answer.kind === 'choice' && answer.id !== 'open' ? { day: answer.id as never } : undefined
}

function nextOf(state: RebookState, view: View, calendar: WorkingCalendar): Next {
  const { input, meeting, to } = state
  if (state.written === true) return { kind: 'end' }
  if (meeting === undefined) return { kind: 'ask', question: whichMeeting(input.meetings, view) }
  const own = deskWordsFor(view.locale).rebook
  const customer = findCustomer(view.book, meeting.customerId)
  const agreement = customer?.agreements.find(({ id }) => id === meeting.agreementId)
  if (customer === undefined || agreement?.state !== 'open') return { kind: 'end', say: own.notOpen }
  if (input.kind !== 'move') return { kind: 'run', act: REBOOK, input: { ...meeting, kind: input.kind } }
  if (to === undefined || isPast(to, view)) {
    const text = to === undefined ? own.whenMove(shortName(customer)) : deskWordsFor(view.locale).arrange.past
    const asked = { text, customers: [customer.id], dayNeeded: true } as const
    return { kind: 'ask', question: whenQuestion(asked, view, calendar) }
  }
  return { kind: 'run', act: REBOOK, input: { ...meeting, kind: 'move', to } }
}

function isPast({ day, time }: Moment, { today, now }: View): boolean {
  return day < today || (day === today && time !== undefined && time <= now)
}
