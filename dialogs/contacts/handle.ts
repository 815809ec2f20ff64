import { findCustomer } from '../../src/domain/book.js'
import type { Reading } from '../../src/language/reading.js'
import { loggedReply } from '../../src/messaging/cards/contacts/logged-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type LogContactDeps, logContact } from '../../src/usecases/contacts/log-contact.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { ChangeInput } from '../changes/flow.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  type Begin,
  type Handlers,
  type PressHandlers,
  sayNobody,
  whoIsMeant,
} from '../handler.js'
import { takeProposed } from '../scripts/said-lines.js'
import type { Session } from '../session.js'
import { type ContactsToLog, LOG_CONTACT, type LogInput } from './flow.js'
import { toldContact } from './told-contact.js'

type ContactDeps = LogContactDeps & Pick<Deps, 'policy' | 'calendar'>

/** Writing down what happened. */
export function contactHandlers(): Handlers {
  return {
    async 'contact.log'(request) {
      const { reading, unsure } = request
      const { contacts = [] } = reading.slots
      if (contacts.length === 0) return sayNobody(request)
      const { errand, quiet, reviewWith } = reading.asked ?? {}
      if (quiet === true && contacts.length === 1) return askForQuiet(reading)
      const input: LogInput = {
        contacts,
        unsure,
        text: reading.text,
        ...(errand === undefined ? {} : { errand }),
        ...(quiet === undefined ? {} : { quiet }),
        ...(reviewWith === undefined ? {} : { reviewWith }),
      }
      return { flow: LOG_CONTACT, input }
    },
  }
}

/** "Never contact me again" is kept with the customer, after it was shown: it ends every marketing and every cadence. */
function askForQuiet(reading: Reading): Begin {
  const customers = reading.slots.contacts?.flatMap((contact) => contact.customers) ?? []
  const stated = { field: 'do-not-contact', value: 'true' } as const
  const about = { ...reading, slots: { ...reading.slots, customers }, asked: { ...reading.asked, stated } }
  const input: ChangeInput = { who: whoIsMeant(about), reading: about, unsure: true }
  return { flow: 'update', input }
}

export function contactButtons({ books }: Pick<Deps, 'books'>): PressHandlers {
  return {
    'contact.log': async ({ data }, session) => {
      const customerId = String(data['customerId'])
      const customer = findCustomer(await books.read(session.manager.id), customerId)
      if (customer === undefined)
        return { kind: 'line', text: wordingFor(session.locale).noCustomer(customerId) }
      const isReview = data['review'] === 1
      return { flow: LOG_CONTACT, input: { customerId, ...(isReview ? { review: true } : {}) } }
    },
  }
}

/** Lines that were proposed for the customer are used where the customer was reached. */
function usedIn({ customerId, told }: ContactsToLog['entries'][number], session: Session) {
  const lines = told.reached ? takeProposed(customerId, session) : []
  return lines.length === 0 ? {} : { lines }
}

/** Writes the contacts, and shows what was understood. */
export function contactActs(deps: ContactDeps, briefs: BriefCards): Acts {
  const log = logContact(deps)
  return {
    [LOG_CONTACT]: async (
      { entries, unknown, text: told, errand, quiet }: ContactsToLog,
      session: Session,
      changeId,
    ) => {
      const { manager, locale, today, at } = session
      const words = wordingFor(locale)
      const notes = unknown.map((said) => words.noCustomer(said))
      if (entries.length === 0) {
        await session.reply({ text: [...notes, words.whoIsMeant].slice(0, 1).join('\n') })
        return
      }
      const text = told !== '' && entries.length === 1 ? told : undefined
      const about = text === undefined || errand === undefined ? {} : { about: errand }
      const result = await log({
        changeId,
        managerId: manager.id,
        today,
        at,
        contacts: entries.map((entry) => ({
          customerId: entry.customerId,
          ...toldContact(entry.told, text),
          ...(entry.review === undefined || !entry.told.reached ? {} : { review: entry.review }),
          ...about,
          ...usedIn(entry, session),
        })),
      })
      if (result.status === 'not-in-book') {
        await session.reply({ text: words.noCustomer(result.customerIds.join(', ')) })
        return
      }
      const { policy, calendar } = deps
      await session.reply(
        loggedReply({
          changeId: result.changeId,
          logged: result.logged,
          notes,
          ...(text !== undefined && quiet === true ? { offerQuiet: true } : {}),
          policy,
          calendar,
          locale,
          today,
        }),
      )
      await briefs.refresh(session)
    },
  }
}
