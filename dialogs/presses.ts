import type { DialogContext } from 'botbuilder-dialogs'
import type { Press, PressAnswer } from '../src/bot/conversation.js'
import { findCustomer } from '../src/domain/book.js'
import { parseDay } from '../src/domain/day.js'
import { OCCUPATIONS } from '../src/domain/playbook/occupation.js'
import { shortName } from '../src/messaging/cards/names.js'
import { noticeCard } from '../src/messaging/cards/notice-card.js'
import { ANSWER_VERB } from '../src/messaging/cards/question-cards.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { undoChange } from '../src/usecases/undo-change.js'
import type { BriefCards } from './brief-card.js'
import { briefPresses } from './brief-presses.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { Objections } from './handlers/objections.js'
import { parseTopic, type Scripts, topicId } from './handlers/scripts.js'
import { LogContact } from './log-contact.js'
import { SalesProcess } from './sales-process.js'
import type { Session } from './session.js'
import type { ShowPage } from './show-customer.js'

export type PressHandler = (press: Press, dialogs: DialogContext, session: Session) => Promise<PressAnswer>

const NOTHING: PressAnswer = { kind: 'none' }

/** What each button of a card does. Its data comes from outside: ids are looked up in the manager's own book. */
export function createPresses(
  deps: HandlerDeps,
  showPage: ShowPage,
  briefs: BriefCards,
  scripts: Scripts,
  objections: Objections,
): Readonly<Record<string, PressHandler>> {
  const undo = undoChange(deps)

  return {
    ...briefPresses(deps, briefs),

    [ANSWER_VERB]: async (_press, dialogs, session) => {
      if (dialogs.activeDialog === undefined)
        return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await dialogs.continueDialog()
      return NOTHING
    },

    'brief.page': async ({ data }, _dialogs, session) => {
      const day = parseDay(String(data['day'])) ?? session.today
      return { kind: 'card', card: await briefs.turnTo(session, day, Number(data['page']) || 0) }
    },

    'customer.show': async ({ data }, _dialogs, session) => {
      await showPage('profile', String(data['customerId']), session)
      return NOTHING
    },

    'script.show': async ({ data }, _dialogs, session) => {
      const topic = parseTopic(data['topic'])
      const about = topic === undefined ? {} : { topic: topicId(topic) }
      await scripts.forCustomer(String(data['customerId']), about, session)
      return NOTHING
    },

    'objection.show': async ({ data }, _dialogs, session) => {
      const { customerId, ...about } = data
      const texts = Object.fromEntries(Object.entries(about).map(([name, value]) => [name, String(value)]))
      await objections.answer(customerId === undefined ? undefined : String(customerId), texts, session)
      return NOTHING
    },

    'sales.start': async ({ data }, dialogs) => {
      await dialogs.beginDialog(SalesProcess.id, { said: '', candidates: [String(data['customerId'])] })
      return NOTHING
    },

    'script.topic': async ({ data }, _dialogs, session) => {
      const topic = parseTopic(data['topic'])
      if (topic === undefined) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await scripts.forTopic(
        topic,
        session,
        OCCUPATIONS.find((one) => one === data['occupation']),
      )
      return NOTHING
    },

    'contact.log': async ({ data }, dialogs, session) => {
      const customerId = String(data['customerId'])
      const customer = findCustomer(await deps.books.read(session.manager.id), customerId)
      if (customer === undefined)
        return { kind: 'line', text: wordingFor(session.locale).noCustomer(customerId) }
      await dialogs.beginDialog(LogContact.id, { customerId })
      return NOTHING
    },

    undo: async ({ data }, _dialogs, session) => {
      const words = wordingFor(session.locale)
      const result = await undo({
        managerId: session.manager.id,
        changeId: String(data['changeId']),
        at: session.at,
      })
      if (result.status !== 'undone') {
        const text = result.status === 'already' ? words.contact.alreadyUndone : words.contact.nothingToUndo
        return { kind: 'line', text }
      }
      await briefs.refresh(session)
      return {
        kind: 'card',
        card: noticeCard(words.contact.undone(words.and(result.customers.map(shortName)))),
      }
    },
  }
}
