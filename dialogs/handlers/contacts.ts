import { LogContact } from '../log-contact.js'
import type { TakingBack } from '../taking-back.js'
import { type Handlers, isUnsure, sayNobody } from './handler.js'

/** Writing down what happened, and taking it back. */
export function contactHandlers(takingBack: TakingBack): Handlers {
  return {
    async 'contact.log'(request) {
      const { dialogs, reading } = request
      const contacts = reading.slots.contacts ?? []
      if (contacts.length === 0) return sayNobody(request)
      await dialogs.beginDialog(LogContact.id, { contacts, unsure: isUnsure(reading), text: reading.text })
      return 'begun'
    },

    async undo({ session, reading }) {
      const { text } = await takingBack.last(reading.slots.customers, session)
      await session.reply({ text })
      return 'answered'
    },
  }
}
