import { dueContactsReply } from '../../src/messaging/cards/due-contacts-card.js'
import { listDueContacts } from '../../src/usecases/list-due-contacts.js'
import type { BriefCards } from '../brief-card.js'
import type { HandlerDeps, Handlers } from './handler.js'

/** The day's list, and who is due by the rhythm of their tier. */
export function briefHandlers(deps: HandlerDeps, briefs: BriefCards): Handlers {
  const dueContacts = listDueContacts(deps)
  return {
    async 'brief.show'({ session, reading }) {
      const day = reading.slots.period?.from ?? session.today
      const { at, manager } = session
      await deps.journal.append({ at, managerId: manager.id, act: 'brief.view', detail: day })
      await briefs.show(session, day)
      return 'answered'
    },

    async 'contact.due'({ session, reading }) {
      const { manager, locale, today } = session
      const by = reading.slots.period?.to ?? today
      const due = await dueContacts(manager.id, by, today, reading.slots.amount)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'contact.due' })
      await session.reply(dueContactsReply(due, locale, today))
      return 'answered'
    },
  }
}
