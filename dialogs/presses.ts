import type { DialogContext } from 'botbuilder-dialogs'
import type { Press, PressAnswer } from '../src/bot/conversation.js'
import { findCustomer } from '../src/domain/book.js'
import { parseDay } from '../src/domain/day.js'
import { shortName } from '../src/messaging/cards/names.js'
import { noticeCard } from '../src/messaging/cards/notice-card.js'
import { ANSWER_VERB } from '../src/messaging/cards/question-cards.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { undoChange } from '../src/usecases/undo-change.js'
import type { BriefCards } from './brief-card.js'
import { briefPresses } from './brief-presses.js'
import type { HandlerDeps } from './handlers/handler.js'
import { LogContact } from './log-contact.js'
import type { Session } from './session.js'
import type { ShowPage } from './show-customer.js'

export type PressHandler = (press: Press, dialogs: DialogContext, session: Session) => Promise<PressAnswer>

const NOTHING: PressAnswer = { kind: 'none' }

/** What each button of a card does. Its data comes from outside: ids are looked up in the manager's own book. */
export function createPresses(
  deps: HandlerDeps,
  showPage: ShowPage,
  briefs: BriefCards,
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
