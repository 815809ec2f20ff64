import { findCustomer } from '../../src/domain/book.js'
import { customerReply, historyReply } from '../../src/messaging/cards/customer-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { noteOpened } from '../../src/usecases/note-opened.js'
import type { Session } from '../session.js'
import { type CustomerPage, ShowCustomer } from '../show-customer.js'
import { type Handler, type HandlerDeps, type Handlers, saidNames, sayNobody } from './handler.js'

/** The pages of one customer. */
export function customerHandlers(): Handlers {
  const about =
    (page: CustomerPage): Handler =>
    async (request) => {
      const candidates = request.reading.slots.customers ?? []
      if (candidates.length === 0) return sayNobody(request)
      await request.dialogs.beginDialog(ShowCustomer.id, {
        page,
        said: saidNames(request.reading),
        candidates,
      })
      return 'begun'
    }
  return { 'customer.show': about('profile'), 'customer.history': about('history') }
}

/** Shows one page of a customer of the manager's own book; "not yours" and "does not exist" answer alike. */
export function createShowPage(deps: HandlerDeps) {
  const opened = noteOpened(deps)
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
    await opened(manager.id, customer.id, today)
    const input = { customer, policy: deps.policy, calendar: deps.calendar, locale, today }
    await session.reply(page === 'profile' ? customerReply(input) : historyReply(input))
  }
}
