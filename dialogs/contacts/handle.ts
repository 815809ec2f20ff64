import { findCustomer } from '../../src/domain/book.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { ToldContact } from '../../src/domain/customer/record-contact.js'
import type { Reading } from '../../src/language/reading.js'
import { loggedReply } from '../../src/messaging/cards/contacts/logged-card.js'
import { arrangedReply } from '../../src/messaging/cards/meetings/arranged-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { linkWordsFor } from '../../src/messaging/wording/customers/link-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type LogContactDeps, logContact } from '../../src/usecases/contacts/log-contact.js'
import { type AddAgreementDeps, addAgreement } from '../../src/usecases/meetings/add-agreement.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { ChangeInput } from '../changes/flow.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  type Begin,
  type Handlers,
  type PressHandlers,
  sayNobody,
  sayNotWritten,
  whoIsMeant,
} from '../handler.js'
import { takeProposed } from '../scripts/said-lines.js'
import type { Session } from '../session.js'
import { type ContactsToLog, LOG_CONTACT, type LogInput, REMIND_AGAIN, type ReminderOffer } from './flow.js'
import { toldContact } from './told-contact.js'

type ContactDeps = LogContactDeps & AddAgreementDeps & Pick<Deps, 'policy' | 'calendar'>

/** Writing down what happened. */
export function contactHandlers(): Handlers {
  return {
    async 'contact.log'(request) {
      const { reading, unsure } = request
      const { contacts = [] } = reading.slots
      if (contacts.length === 0) return sayNobody(request)
      const { errand, quiet, reviewWith, both } = reading.asked ?? {}
      if (quiet === true && contacts.length === 1) return askForQuiet(reading)
      const input: LogInput = {
        contacts,
        unsure,
        text: reading.text,
        ...(errand === undefined ? {} : { errand }),
        ...(quiet === undefined ? {} : { quiet }),
        ...(reviewWith === undefined ? {} : { reviewWith }),
        ...(both === undefined ? {} : { both }),
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
  const remind = addAgreement(deps)
  return {
    [LOG_CONTACT]: async (
      { entries, unknown, text: told, errand, quiet, both }: ContactsToLog,
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
      const shared = both === true ? await linkedBusinesses(deps, entries, session) : []
      const [first] = entries
      if (both === true) {
        const own = linkWordsFor(locale)
        notes.push(shared.length === 0 ? own.bothUnknown : own.both(words.and(shared.map(shortName))))
      }
      const result = await log({
        changeId,
        managerId: manager.id,
        today,
        at,
        contacts: [
          ...entries.map((entry) => ({
            customerId: entry.customerId,
            ...toldContact(entry.told, text),
            ...(entry.review === undefined || !entry.told.reached ? {} : { review: entry.review }),
            ...about,
            ...usedIn(entry, session),
          })),
          ...(first === undefined
            ? []
            : shared.map(({ id }) => ({ customerId: id, ...sameTalk(toldContact(first.told, text)) }))),
        ],
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

    [REMIND_AGAIN]: async ({ customerIds, when }: ReminderOffer, session: Session, changeId) => {
      const { manager, locale, today, at } = session
      const about = wordingFor(locale).contact.offer.about
      const own = `${changeId} again ${when.day} ${when.time ?? ''}`
      const { written, clashes } = await remind({
        changeId: own,
        managerId: manager.id,
        customerIds,
        agreement: { kind: 'task', when, about },
        today,
        at,
      })
      if (written.status !== 'written') return sayNotWritten(written, session)
      const { calendar } = deps
      await session.reply(
        arrangedReply({ changeId: own, added: written.results, clashes, calendar, locale, today }),
      )
      await briefs.refresh(session)
    },
  }
}

/** The companies of whom was spoken with, or the owners of the company that was: one talk was about both. */
async function linkedBusinesses(
  { books }: Pick<Deps, 'books'>,
  entries: ContactsToLog['entries'],
  { manager }: Session,
): Promise<readonly Customer[]> {
  const book = await books.read(manager.id)
  const spoken = new Set(entries.map(({ customerId }) => customerId))
  const found = new Map<string, Customer>()
  for (const customer of book.customers)
    for (const { type, otherId } of customer.links ?? []) {
      if (type !== 'owner') continue
      const owner = findCustomer(book, otherId)
      if (spoken.has(otherId)) found.set(customer.id, customer)
      else if (spoken.has(customer.id) && owner !== undefined) found.set(otherId, owner)
    }
  for (const id of spoken) found.delete(id)
  return [...found.values()]
}

/** The same talk as the other's: what was agreed and promised stands with whom it was agreed. */
function sameTalk({ when: _when, promise: _promise, ...talk }: ToldContact): ToldContact {
  return talk
}
