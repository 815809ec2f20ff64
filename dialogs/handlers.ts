import type { DialogContext } from 'botbuilder-dialogs'
import { findCustomer } from '../src/domain/book.js'
import { addDays, type Period } from '../src/domain/day.js'
import type { Policy } from '../src/domain/policy.js'
import type { WorkingCalendar } from '../src/domain/working-days.js'
import type { Intent, Reading } from '../src/language/reading.js'
import { briefReply } from '../src/messaging/cards/brief-card.js'
import { customerReply, historyReply } from '../src/messaging/cards/customer-card.js'
import { dueContactsReply } from '../src/messaging/cards/due-contacts-card.js'
import { helpReply } from '../src/messaging/cards/help-card.js'
import { maturitiesReply } from '../src/messaging/cards/maturities-card.js'
import { shortName } from '../src/messaging/cards/names.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { listDueContacts } from '../src/usecases/list-due-contacts.js'
import { listMaturities } from '../src/usecases/list-maturities.js'
import type { Books, Journal, Products } from '../src/usecases/ports.js'
import { showBrief } from '../src/usecases/show-brief.js'
import { undoChange } from '../src/usecases/undo-change.js'
import { LogContact } from './log-contact.js'
import type { Session } from './session.js'
import { type CustomerPage, ShowCustomer } from './show-customer.js'

export interface HandlerDeps {
  readonly books: Books
  readonly products: Products
  readonly journal: Journal
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** `answered` in this turn, or `begun`: something that may go on over several. */
export type Handled = 'answered' | 'begun'

export interface Request {
  readonly dialogs: DialogContext
  readonly session: Session
  readonly reading: Reading
}

export type Handler = (request: Request) => Promise<Handled>

/** Days ahead that "who matures" means where no period is said. */
const MATURITIES_AHEAD_DAYS = 30

export type Handlers = Partial<Record<Intent, Handler>>

/** What is done for each intent; one that is missing is said to be understood and not yet done. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const brief = showBrief(deps)
  const maturities = listMaturities(deps)
  const dueContacts = listDueContacts(deps)
  const undo = undoChange(deps)

  const say =
    (sentence: (session: Session) => string): Handler =>
    async ({ session }) => {
      await session.reply({ text: sentence(session) })
      return 'answered'
    }

  const aboutCustomer =
    (page: CustomerPage): Handler =>
    async ({ dialogs, session, reading }) => {
      const candidates = reading.slots.customers ?? []
      const said = saidNames(reading)
      if (candidates.length === 0) {
        const words = wordingFor(session.locale)
        await session.reply({ text: said === '' ? words.whoIsMeant : words.noCustomer(said) })
        return 'answered'
      }
      await dialogs.beginDialog(ShowCustomer.id, { page, said, candidates })
      return 'begun'
    }

  return {
    async 'brief.show'({ session, reading }) {
      const { manager, locale, today } = session
      const day = reading.slots.period?.from ?? today
      const view = await brief(manager.id, day)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'brief.view', detail: day })
      await session.reply(briefReply({ view, locale, today }))
      return 'answered'
    },

    async 'maturity.list'({ session, reading }) {
      const { manager, locale, today } = session
      const { period, amount, productKinds, customers } = reading.slots
      const query = {
        period: period ?? nextDays(session, MATURITIES_AHEAD_DAYS),
        ...(amount === undefined ? {} : { amount }),
        ...(productKinds === undefined ? {} : { kinds: productKinds }),
      }
      const list = await maturities(manager.id, query, today, customers)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'maturity.list' })
      await session.reply(maturitiesReply(list, locale, today))
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

    'customer.show': aboutCustomer('profile'),
    'customer.history': aboutCustomer('history'),

    async 'contact.log'({ dialogs, session, reading }) {
      const contacts = reading.slots.contacts ?? []
      if (contacts.length === 0) {
        await session.reply({ text: wordingFor(session.locale).whoIsMeant })
        return 'answered'
      }
      const unsure = reading.confidence < 0.5
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
      return 'answered'
    },

    async help({ session }) {
      await session.reply(helpReply(session.locale))
      return 'answered'
    },
    greet: say((s) => wordingFor(s.locale).greet(s.manager.name)),
    thanks: say((s) => wordingFor(s.locale).thanks),
    confirm: say((s) => wordingFor(s.locale).confirmedNothing),
    deny: say((s) => wordingFor(s.locale).confirmedNothing),
    cancel: say((s) => wordingFor(s.locale).nothingToCancel),
    async none({ session }) {
      await session.reply(helpReply(session.locale, wordingFor(session.locale).notUnderstood))
      return 'answered'
    },
  }

  function nextDays({ today }: Session, count: number): Period {
    return { from: today, to: addDays(today, count) }
  }

  function saidNames(reading: Reading): string {
    return reading.mentions?.map((m) => m.text).join(' ') ?? ''
  }
}

/** Shows one page of a customer of the manager's own book; "not yours" and "does not exist" answer alike. */
export function createShowPage(deps: HandlerDeps) {
  return async (page: CustomerPage, customerId: string, session: Session): Promise<void> => {
    const { manager, locale, today, at } = session
    const customer = findCustomer(await deps.books.read(manager.id), customerId)
    if (customer === undefined) {
      await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
      return
    }
    await deps.journal.append({
      at,
      managerId: manager.id,
      act: `customer.${page}`,
      customerIds: [customer.id],
    })
    const input = { customer, policy: deps.policy, calendar: deps.calendar, locale, today }
    await session.reply(page === 'profile' ? customerReply(input) : historyReply(input))
  }
}
