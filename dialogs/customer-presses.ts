import { shortName } from '../src/messaging/cards/names.js'
import { updatedReply } from '../src/messaging/cards/update-card.js'
import { customerWordsFor } from '../src/messaging/wording/customer-words.js'
import { dayWordsFor } from '../src/messaging/wording/day-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { noteSensitiveConsent, updateCustomer } from '../src/usecases/update-customer.js'
import type { BriefCards } from './brief-card.js'
import type { ShowPage } from './handlers/customers.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { Products } from './handlers/products.js'
import type { PressHandler } from './presses.js'

/** The pages of a customer, a product and whom it suits, and a consent that lets a note be kept. */
export function customerPresses(
  deps: HandlerDeps,
  showPage: ShowPage,
  products: Products,
  briefs: BriefCards,
): Readonly<Record<string, PressHandler>> {
  const consent = noteSensitiveConsent(deps)
  const update = updateCustomer(deps)
  return {
    'customer.show': async ({ data }, _dialogs, session) => {
      await showPage('profile', String(data['customerId']), session)
      return { kind: 'none' }
    },

    'customer.hand-over': async ({ data }, _dialogs, session) => {
      const from = deps.managers.find(String(data['from']))?.name
      const handedOverBy = from ?? dayWordsFor(session.locale).handOver.colleague
      await showPage('profile', String(data['customerId']), session, { handedOverBy })
      return { kind: 'none' }
    },

    'customer.history': async ({ data }, _dialogs, session) => {
      await showPage('history', String(data['customerId']), session)
      return { kind: 'none' }
    },

    'product.show': async ({ data }, _dialogs, session) => {
      await products.show(String(data['productId']), session)
      return { kind: 'none' }
    },

    'product.match': async ({ data }, _dialogs, session) => {
      await products.whoFor(String(data['productId']), session)
      return { kind: 'none' }
    },

    'customer.quiet': async ({ data }, _dialogs, session) => {
      const { turnId: changeId, manager, today, at, locale } = session
      const customerId = String(data['customerId'])
      const fact = { field: 'do-not-contact', value: 'true' } as const
      const input = { changeId, managerId: manager.id, customerIds: [customerId], fact, today, at }
      const result = await update(input)
      if (result.status !== 'written')
        return { kind: 'line', text: wordingFor(locale).noCustomer(customerId) }
      const managerName = manager.name
      await session.reply(updatedReply({ changeId, updates: result.results, managerName, locale, today }))
      await briefs.refresh(session)
      return { kind: 'none' }
    },

    'consent.note': async ({ data }, _dialogs, session) => {
      const { turnId: changeId, manager, today, at, locale } = session
      const customerId = String(data['customerId'])
      const result = await consent({ changeId, managerId: manager.id, customerId, today, at })
      const words = wordingFor(locale)
      if (result.status === 'not-in-book') return { kind: 'line', text: words.noCustomer(customerId) }
      const own = customerWordsFor(locale).sensitive
      const [customer] = result.status === 'written' ? result.results : []
      const text =
        customer === undefined || customer.sensitiveConsent === true
          ? own.consentKnown
          : own.consentNoted(shortName(customer))
      await session.reply({ text })
      return { kind: 'none' }
    },
  }
}
