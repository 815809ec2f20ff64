import { briefReply } from '../../src/messaging/cards/brief-card.js'
import { dueContactsReply } from '../../src/messaging/cards/due-contacts-card.js'
import { listDueContacts } from '../../src/usecases/list-due-contacts.js'
import { showBrief } from '../../src/usecases/show-brief.js'
import type { HandlerDeps, Handlers } from './handler.js'

/** The day's list, and who is due by the rhythm of their tier. */
export function briefHandlers(deps: HandlerDeps): Handlers {
  const brief = showBrief(deps)
  const dueContacts = listDueContacts(deps)
  return {
    async 'brief.show'({ session, reading }) {
      const { manager, locale, today } = session
      const day = reading.slots.period?.from ?? today
      const view = await brief(manager.id, day)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'brief.view', detail: day })
      await session.reply(briefReply({ view, locale, today }))
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
