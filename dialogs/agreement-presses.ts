import type { Press, PressAnswer } from '../src/bot/conversation.js'
import { type Period, parseDay } from '../src/domain/day.js'
import { appointmentsReply, promisesReply, settledCard } from '../src/messaging/cards/agreements-card.js'
import { meetingReply } from '../src/messaging/cards/meeting-card.js'
import { listWordsFor } from '../src/messaging/wording/list-words.js'
import { listAgreements } from '../src/usecases/list-agreements.js'
import { settleAgreement } from '../src/usecases/settle-agreement.js'
import { showMeeting } from '../src/usecases/show-meeting.js'
import type { BriefCards } from './brief-card.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { PressHandler } from './presses.js'
import { Rebook } from './rebook.js'
import type { Session } from './session.js'

/** Ticking off what was agreed, on the list itself. */
export function agreementPresses(
  deps: HandlerDeps,
  briefs: BriefCards,
): Readonly<Record<string, PressHandler>> {
  const settle = settleAgreement(deps)
  const agreements = listAgreements(deps)
  const sheetOf = showMeeting(deps)

  async function done({ data }: Press, session: Session, to: 'kept' | 'cancelled'): Promise<PressAnswer> {
    const { turnId: changeId, manager, locale, today, now, at } = session
    const result = await settle({
      changeId,
      managerId: manager.id,
      customerId: String(data['customerId']),
      agreementId: String(data['agreementId']),
      to,
      at,
    })
    if (result.status !== 'settled') return { kind: 'line', text: listWordsFor(locale).agreements.notOpen }
    await briefs.refresh(session)
    const isMeetings = data['list'] === 'appointments'
    const period = periodIn(data)
    const span = period === undefined ? {} : { period }
    const kinds = isMeetings ? (['appointment', 'callback'] as const) : (['promise', 'task'] as const)
    const agreed = await agreements(manager.id, { kinds, ...span })
    const settled = { customer: result.customer, agreement: result.agreement, changeId }
    const shown = { agreed, calendar: deps.calendar, locale, today, now, version: changeId, settled, ...span }
    const { card } = isMeetings ? appointmentsReply(shown) : promisesReply(shown)
    return { kind: 'card', card: card ?? settledCard(settled, locale) }
  }

  return {
    'agreement.done': (press, _dialogs, session) => done(press, session, 'kept'),
    'agreement.move': async ({ data }, dialogs) => {
      await dialogs.beginDialog(Rebook.id, {
        kind: 'move',
        meetings: [{ customerId: String(data['customerId']), agreementId: String(data['agreementId']) }],
      })
      return { kind: 'none' }
    },
    'meeting.show': async ({ data }, _dialogs, session) => {
      const { manager, locale, today, at } = session
      const of = { customerId: String(data['customerId']), agreementId: String(data['agreementId']) }
      const meeting = await sheetOf(manager.id, of, today)
      if (meeting === undefined) return { kind: 'line', text: listWordsFor(locale).agreements.notOpen }
      await deps.journal.append({
        at,
        managerId: manager.id,
        act: 'meeting.show',
        customerIds: [of.customerId],
      })
      await session.reply(meetingReply(meeting, locale, today))
      return { kind: 'none' }
    },
    'agreement.cancel': (press, _dialogs, session) => done(press, session, 'cancelled'),
  }
}

function periodIn(data: Press['data']): Period | undefined {
  const from = parseDay(String(data['from']))
  const to = parseDay(String(data['to']))
  return from === undefined || to === undefined ? undefined : { from, to }
}
