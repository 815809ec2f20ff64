import { findCustomer } from '../../src/domain/book.js'
import { type AttributeQuery, attributeMatcher } from '../../src/domain/customer/attribute-query.js'
import { DETAILS } from '../../src/domain/customer/facts/detail.js'
import { answerReply } from '../../src/messaging/cards/customers/answer-card.js'
import { customerReply, historyReply } from '../../src/messaging/cards/customers/customer-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { noteOpened } from '../../src/usecases/customers/note-opened.js'
import type { Deps } from '../deps.js'
import { type Handlers, sayNobody } from '../handler.js'
import type { Finding } from './finding.js'
import { type ActForCustomer, forCustomer } from './for-customer.js'
import type { ShowPage } from './show-page.js'

/** The pages of one customer. A name that the book does not have as it was said is looked for in other ways. */
export function customerHandlers(finding: Finding): Handlers {
  return {
    async 'customer.show'(request) {
      const { session, reading } = request
      const { detail, sought = '' } = reading.asked ?? {}
      if ((reading.slots.customers ?? []).length === 0)
        return (await finding.byWords(sought, session)) ? undefined : sayNobody(request)
      const query = reading.asked?.query?.query
      return forCustomer('profile', reading, {
        ...(detail === undefined ? {} : { detail }),
        ...(query === undefined ? {} : { is: JSON.stringify(query) }),
      })
    },

    async 'customer.history'(request) {
      const { reading } = request
      return (reading.slots.customers ?? []).length === 0
        ? sayNobody(request)
        : forCustomer('history', reading)
    },
  }
}

/** The pages as what is done for one customer who is clear. */
export function customerActs(showPage: ShowPage): Readonly<Record<string, ActForCustomer>> {
  return {
    profile: (customerId, { detail: said, is }, session) => {
      const detail = DETAILS.find((one) => one === said)
      return showPage('profile', customerId, session, {
        ...(detail === undefined ? {} : { detail }),
        // Kept with the question by the handler above.
        ...(is === undefined ? {} : { is: JSON.parse(is) as AttributeQuery }),
      })
    },
    history: (customerId, _about, session) => showPage('history', customerId, session),
  }
}

/** Shows one page of a customer of the manager's own book; "not yours" and "does not exist" answer alike. */
export function createShowPage(
  deps: Pick<Deps, 'books' | 'desks' | 'journal' | 'policy' | 'calendar' | 'scores'>,
): ShowPage {
  const opened = noteOpened(deps)
  return async (page, customerId, session, about = {}) => {
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
    const input = { customer, policy: deps.policy, calendar: deps.calendar, locale, today, ...about }
    if (page === 'history') {
      await session.reply(historyReply(input))
      return
    }
    if (about.is !== undefined || about.detail !== undefined) {
      const { is, detail } = about
      const rules = { policy: deps.policy, calendar: deps.calendar, today }
      const scores = await deps.scores(manager.id, today)
      const isTrue = is === undefined ? {} : { isTrue: attributeMatcher(is, { ...rules, scores })(customer) }
      const of = {
        ...(detail === undefined ? {} : { detail }),
        ...(is === undefined ? {} : { is }),
        ...isTrue,
      }
      const answer = answerReply({ customer, ...rules, locale, ...of })
      if (answer !== undefined) {
        await session.reply(answer)
        return
      }
    }
    const segment = (await deps.scores(manager.id, today)).get(customer.id)?.segment
    await session.reply(customerReply({ ...input, ...(segment === undefined ? {} : { segment }) }))
  }
}
