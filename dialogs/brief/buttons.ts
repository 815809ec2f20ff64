import { findCustomer } from '../../src/domain/book.js'
import type { Put } from '../../src/domain/customer/defer.js'
import { parseDay } from '../../src/domain/day.js'
import { SKIP_REASONS } from '../../src/messaging/cards/brief/brief-acts.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { type DayWords, dayWordsFor } from '../../src/messaging/wording/days/day-words.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import type { Press, PressAnswer } from '../../src/ports/conversation.js'
import { acceptTask } from '../../src/usecases/branch/give-task.js'
import { undoChange } from '../../src/usecases/changes/undo-change.js'
import { deferContact } from '../../src/usecases/contacts/defer-contact.js'
import { logContact } from '../../src/usecases/contacts/log-contact.js'
import { settleAgreement } from '../../src/usecases/meetings/settle-agreement.js'
import type { Deps } from '../deps.js'
import type { PressHandlers } from '../handler.js'
import type { Session } from '../session.js'
import { notUndone } from '../undo/taking-back.js'
import type { BriefCards, Left } from './brief-cards.js'

/** Acting on a row of the brief: done at one press, shown on the card itself, taken back there too. */
export function briefButtons(
  deps: Pick<Deps, 'books' | 'journal' | 'sensitiveWords'>,
  briefs: BriefCards,
): PressHandlers {
  const log = logContact(deps)
  const defer = deferContact(deps)
  const settle = settleAgreement(deps)
  const accept = acceptTask(deps)
  const undo = undoChange(deps)

  const turn = async ({ data }: Press, session: Session, left?: Left): Promise<PressAnswer> => {
    const newest = session.memory.brief
    const card = await briefs.turnTo(session, session.today, Number(data['page']) || 0, left)
    // A press on an older brief of the chat leaves the newest one behind.
    if (newest !== undefined && newest.day === session.today && newest.cardId !== session.cardId) {
      session.memory.brief = newest
      await briefs.refresh(session)
    }
    return { kind: 'card', card }
  }

  const customerOf = async ({ data }: Press, { manager }: Session) =>
    findCustomer(await deps.books.read(manager.id), String(data['customerId']))

  async function put(press: Press, session: Session, how: Put): Promise<PressAnswer> {
    const { turnId: changeId, manager, today, at, locale } = session
    const words = dayWordsFor(locale).acts
    const customerId = String(press.data['customerId'])
    const result = await defer({ changeId, managerId: manager.id, customerId, put: how, today, at })
    if (result.status !== 'deferred') return { kind: 'line', text: words.gone }
    const name = shortName(result.customer)
    const text =
      how.kind === 'snooze'
        ? words.noted.putOff(name, describeDay(how.until, locale, today))
        : words.noted.skipped(name, how.reason)
    return turn(press, session, { last: { text, changeId } })
  }

  return {
    'brief.page': async ({ data }, session) => {
      const day = parseDay(String(data['day'])) ?? session.today
      return { kind: 'card', card: await briefs.turnTo(session, day, Number(data['page']) || 0) }
    },

    'brief.attempt': async (press, session) => {
      const { turnId: changeId, manager, today, at, locale } = session
      const customerId = String(press.data['customerId'])
      const contacts = [{ customerId, channel: 'call', reached: false, outcome: 'no-answer' }] as const
      const result = await log({ changeId, managerId: manager.id, contacts, today, at })
      const words = dayWordsFor(locale).acts
      if (result.status !== 'logged') return { kind: 'line', text: words.gone }
      const text = words.noted.notReached(shortName(result.logged[0]!.customer)) // one was asked for
      return turn(press, session, { last: { text, changeId } })
    },

    'brief.defer': (press, session) => {
      const until = parseDay(String(press.data['until']))
      if (until !== undefined) return put(press, session, { kind: 'snooze', until })
      return Promise.resolve({ kind: 'line', text: dayWordsFor(session.locale).acts.gone })
    },

    'brief.skip': async (press, session) => {
      const customer = await customerOf(press, session)
      return turn(press, session, customer === undefined ? {} : { skipping: customer.id })
    },

    'brief.skip.because': (press, session) => {
      const words = dayWordsFor(session.locale).acts
      const code = SKIP_REASONS.find((reason) => reason === press.data['reason']) ?? 'other'
      return put(press, session, { kind: 'skip', reason: words.skipReasons[code] })
    },

    'brief.done': async (press, session) => {
      const { turnId: changeId, manager, at, locale } = session
      const words: DayWords['acts'] = dayWordsFor(locale).acts
      const { customerId, agreementId } = press.data
      const result = await settle({
        changeId,
        managerId: manager.id,
        customerId: String(customerId),
        agreementId: String(agreementId),
        to: 'kept',
        today: session.today,
        at,
      })
      if (result.status !== 'settled') return { kind: 'line', text: words.doneAlready }
      const { customer, agreement } = result
      const text = words.noted.done(shortName(customer), words.agreements[agreement.kind])
      return turn(press, session, { last: { text, changeId } })
    },

    'brief.accept': async (press, session) => {
      const { manager, today, at, locale } = session
      const words: DayWords['acts'] = dayWordsFor(locale).acts
      const { customerId, agreementId } = press.data
      const customer = await accept({
        managerId: manager.id,
        customerId: String(customerId),
        agreementId: String(agreementId),
        today,
        at,
      })
      if (customer === undefined) return { kind: 'line', text: words.doneAlready }
      await briefs.refresh(session)
      return { kind: 'line', text: words.accepted(shortName(customer)) }
    },

    'brief.undo': async (press, session) => {
      const changeId = String(press.data['changeId'])
      const result = await undo({ managerId: session.manager.id, changeId, at: session.at })
      if (result.status === 'undone') return turn(press, session)
      return { kind: 'line', text: notUndone(result.status, session.locale) }
    },
  }
}
