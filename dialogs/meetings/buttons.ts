import { type Period, parseDay } from '../../src/domain/day.js'
import {
  appointmentsReply,
  promisesReply,
  settledCard,
} from '../../src/messaging/cards/meetings/agreements-card.js'
import { meetingReply } from '../../src/messaging/cards/meetings/meeting-card.js'
import { listWordsFor } from '../../src/messaging/wording/lists/list-words.js'
import type { Press, PressAnswer } from '../../src/ports/conversation.js'
import { listAgreements } from '../../src/usecases/meetings/list-agreements.js'
import { settleAgreement } from '../../src/usecases/meetings/settle-agreement.js'
import { showMeeting } from '../../src/usecases/meetings/show-meeting.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { NOTHING, type PressHandlers } from '../handler.js'
import type { Session } from '../session.js'
import { REBOOK, type RebookInput } from './flow.js'

/** Ticking off what was agreed, on the list itself. */
export function meetingButtons(
  deps: Pick<Deps, 'books' | 'journal' | 'policy' | 'sources' | 'calendar'>,
  briefs: BriefCards,
): PressHandlers {
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
      today,
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
    'agreement.done': (press, session) => done(press, session, 'kept'),
    'agreement.move': async ({ data }) => {
      const meeting = { customerId: String(data['customerId']), agreementId: String(data['agreementId']) }
      const input: RebookInput = { kind: 'move', meetings: [meeting] }
      return { flow: REBOOK, input }
    },
    'meeting.show': async ({ data }, session) => {
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
      return NOTHING
    },
    'agreement.cancel': (press, session) => done(press, session, 'cancelled'),
  }
}

function periodIn(data: Press['data']): Period | undefined {
  const from = parseDay(String(data['from']))
  const to = parseDay(String(data['to']))
  return from === undefined || to === undefined ? undefined : { from, to }
}
