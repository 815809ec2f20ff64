import { findCustomer } from '../../src/domain/book.js'
import { DETAILS, type Detail } from '../../src/domain/customer/detail.js'
import { askedDetail } from '../../src/language/particulars/asked-detail.js'
import { soughtWords } from '../../src/language/particulars/sought-words.js'
import { customerReply, historyReply } from '../../src/messaging/cards/customer-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { noteOpened } from '../../src/usecases/note-opened.js'
import { type ActForCustomer, ForCustomer } from '../for-customer.js'
import type { Session } from '../session.js'
import type { Finding } from './finding.js'
import { type HandlerDeps, type Handlers, saidNames, sayNobody } from './handler.js'

export type CustomerPage = 'profile' | 'history'

export type ShowPage = (
  page: CustomerPage,
  customerId: string,
  session: Session,
  about?: PageAbout,
) => Promise<void>

export interface PageAbout {
  /** The one thing that was asked, answered first. */
  readonly detail?: Detail
  /** Name of the colleague who handed the customer over. */
  readonly handedOverBy?: string
}

/** The pages of one customer. A name that the book does not have as it was said is looked for in other ways. */
export function customerHandlers(deps: HandlerDeps, finding: Finding): Handlers {
  return {
    async 'customer.show'(request) {
      const { dialogs, session, reading } = request
      const candidates = reading.slots.customers ?? []
      const { fold } = deps.particulars()
      if (candidates.length === 0) {
        const said = saidNames(reading)
        const sought = soughtWords(fold(said === '' ? reading.text : said))
        return (await finding.byWords(sought, session)) ? 'answered' : sayNobody(request)
      }
      const detail = askedDetail(withoutNames(fold(reading.text), request.reading.mentions ?? []))
      await dialogs.beginDialog(ForCustomer.id, {
        act: 'profile',
        about: detail === undefined ? {} : { detail },
        said: saidNames(reading),
        candidates,
      })
      return 'begun'
    },

    async 'customer.history'(request) {
      const { dialogs, reading } = request
      const candidates = reading.slots.customers ?? []
      if (candidates.length === 0) return sayNobody(request)
      await dialogs.beginDialog(ForCustomer.id, {
        act: 'history',
        about: {},
        said: saidNames(reading),
        candidates,
      })
      return 'begun'
    },
  }
}

/** The pages as what is done for one customer who is clear. */
export function customerActs(showPage: ShowPage): Readonly<Record<string, ActForCustomer>> {
  return {
    profile: (customerId, { detail: said }, session) => {
      const detail = DETAILS.find((one) => one === said)
      return showPage('profile', customerId, session, detail === undefined ? {} : { detail })
    },
    history: (customerId, _about, session) => showPage('history', customerId, session),
  }
}

/** Shows one page of a customer of the manager's own book; "not yours" and "does not exist" answer alike. */
export function createShowPage(deps: HandlerDeps): ShowPage {
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
    const segment = (await deps.scores(manager.id, today)).get(customer.id)?.segment
    await session.reply(customerReply({ ...input, ...(segment === undefined ? {} : { segment }) }))
  }
}

/** The company in 建国建材那个老板 asks for no company. */
function withoutNames(
  folded: string,
  names: readonly { readonly start: number; readonly end: number }[],
): string {
  let out = folded
  for (const { start, end } of names) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end)
  return out
}
