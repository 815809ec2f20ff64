import { shortName } from '../../src/messaging/cards/names.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { undoChange } from '../../src/usecases/undo-change.js'
import type { BriefCards } from '../brief-card.js'
import { LogContact } from '../log-contact.js'
import { type HandlerDeps, type Handlers, sayNobody } from './handler.js'

/** Below this the reading is shown and asked about before anything is written. */
const SURE = 0.5

/** Writing down what happened, and taking it back. */
export function contactHandlers(deps: HandlerDeps, briefs: BriefCards): Handlers {
  const undo = undoChange(deps)
  return {
    async 'contact.log'(request) {
      const { dialogs, reading } = request
      const contacts = reading.slots.contacts ?? []
      if (contacts.length === 0) return sayNobody(request)
      const unsure = reading.confidence < SURE
      await dialogs.beginDialog(LogContact.id, { contacts, unsure, text: reading.text })
      return 'begun'
    },

    async undo({ session, reading }) {
      const words = wordingFor(session.locale)
      const { customers } = reading.slots
      const result = await undo({
        managerId: session.manager.id,
        at: session.at,
        ...(customers === undefined ? {} : { customerIds: customers }),
      })
      const text =
        result.status === 'undone'
          ? words.contact.undone(words.and(result.customers.map(shortName)))
          : words.contact.nothingToUndo
      await session.reply({ text })
      await briefs.refresh(session)
      return 'answered'
    },
  }
}
