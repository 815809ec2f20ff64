import { findCustomer } from '../../src/domain/book.js'
import { settledReply } from '../../src/messaging/cards/meetings/agreements-card.js'
import { arrangedReply } from '../../src/messaging/cards/meetings/arranged-card.js'
import { meetingReply } from '../../src/messaging/cards/meetings/meeting-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type MoveMeetingDeps, moveMeeting } from '../../src/usecases/meetings/move-meeting.js'
import { settleAgreement } from '../../src/usecases/meetings/settle-agreement.js'
import { showMeeting } from '../../src/usecases/meetings/show-meeting.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { type Acts, type Begin, type Handlers, type Request, sayNobody } from '../handler.js'
import type { Session } from '../session.js'
import { REBOOK, type RebookAct, type RebookInput } from './flow.js'

/** Moving and calling off what is booked, and getting ready for it. */
export function meetingHandlers(
  deps: Pick<Deps, 'books' | 'journal' | 'policy' | 'sources' | 'calendar'>,
): Handlers {
  const sheetOf = showMeeting(deps)

  async function rebook(
    { session, reading }: Request,
    kind: RebookInput['kind'],
  ): Promise<Begin | undefined> {
    const { meetings = [] } = reading.asked?.rebooking ?? {}
    if (meetings.length > 0) {
      const input: RebookInput = { kind, meetings }
      return { flow: REBOOK, input }
    }
    const [id] = reading.slots.customers ?? []
    const customer = findCustomer(await deps.books.read(session.manager.id), id ?? '')
    if (customer === undefined) return sayNobody({ session, reading })
    await session.reply({ text: deskWordsFor(session.locale).rebook.none(shortName(customer)) })
    return undefined
  }

  return {
    'appointment.move': (request) => rebook(request, 'move'),
    'appointment.cancel': (request) => rebook(request, 'cancel'),
    'promise.keep': (request) => rebook(request, 'keep'),

    async 'meeting.prepare'(request) {
      const { session, reading } = request
      const { manager, today, locale, at } = session
      const [id] = reading.slots.customers ?? []
      const customer = findCustomer(await deps.books.read(manager.id), id ?? '')
      if (customer === undefined) return sayNobody(request)
      const next = customer.agreements
        .filter(({ kind, state, on }) => kind === 'appointment' && state === 'open' && (on ?? today) >= today)
        .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))[0]
      const meeting =
        next === undefined
          ? undefined
          : await sheetOf(manager.id, { customerId: customer.id, agreementId: next.id }, today)
      if (meeting === undefined) {
        await session.reply({ text: deskWordsFor(locale).rebook.none(shortName(customer)) })
        return undefined
      }
      await deps.journal.append({
        at,
        managerId: manager.id,
        act: 'meeting.show',
        customerIds: [customer.id],
      })
      await session.reply(meetingReply(meeting, locale, today))
      return undefined
    },
  }
}

/** Moves the meeting, or calls it off. */
export function meetingActs(deps: MoveMeetingDeps & Pick<Deps, 'calendar'>, briefs: BriefCards): Acts {
  const move = moveMeeting(deps)
  const settle = settleAgreement(deps)
  return {
    [REBOOK]: async (act: RebookAct, session: Session, changeId) => {
      const { manager, locale, today, at } = session
      const own = deskWordsFor(locale).rebook
      const { customerId, agreementId } = act
      const meeting = { changeId, managerId: manager.id, customerId, agreementId, today, at }
      if (act.kind !== 'move') {
        const result = await settle({ ...meeting, to: act.kind === 'keep' ? 'kept' : 'cancelled' })
        if (result.status === 'not-open') await session.reply({ text: own.notOpen })
        else await session.reply(settledReply(result, locale, today))
      } else {
        const result = await move({ ...meeting, to: act.to })
        if (result.status !== 'moved') {
          await session.reply({
            text: result.status === 'repeated' ? wordingFor(locale).doneBefore : own.notOpen,
          })
          return
        }
        const { moved, from, clashes } = result
        const movedFrom = from === undefined ? {} : { movedFrom: from }
        const { calendar } = deps
        await session.reply(
          arrangedReply({ changeId, added: [moved], clashes, ...movedFrom, calendar, locale, today }),
        )
      }
      await briefs.refresh(session)
    },
  }
}
