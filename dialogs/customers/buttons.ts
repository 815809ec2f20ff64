import { isToldField } from '../../src/domain/customer/facts/completeness.js'
import { updatedReply } from '../../src/messaging/cards/customers/update-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { dayWordsFor } from '../../src/messaging/wording/days/day-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { noteSensitiveConsent, updateCustomer } from '../../src/usecases/customers/update-customer.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { gone, NOTHING, type PressHandlers } from '../handler.js'
import { KNOW_CUSTOMER, type KnowInput } from './know.js'
import type { ShowPage } from './show-page.js'

/** The pages of a customer, a product and whom it suits, and a consent that lets a note be kept. */
export function customerButtons(
  deps: Pick<Deps, 'books' | 'journal' | 'managers' | 'sensitiveWords'>,
  showPage: ShowPage,
  briefs: BriefCards,
): PressHandlers {
  const consent = noteSensitiveConsent(deps)
  const update = updateCustomer(deps)
  return {
    'customer.show': async ({ data }, session) => {
      await showPage('profile', String(data['customerId']), session)
      return NOTHING
    },

    'customer.hand-over': async ({ data }, session) => {
      const from = deps.managers.find(String(data['from']))?.name
      const handedOverBy = from ?? dayWordsFor(session.locale).handOver.colleague
      await showPage('profile', String(data['customerId']), session, { handedOverBy })
      return NOTHING
    },

    'customer.history': async ({ data }, session) => {
      await showPage('history', String(data['customerId']), session)
      return NOTHING
    },

    'know.ask': async ({ data }, session) => {
      const field = String(data['field'])
      if (!isToldField(field)) return gone(session)
      const input: KnowInput = { customerId: String(data['customerId']), field }
      return { flow: KNOW_CUSTOMER, input }
    },

    'customer.quiet': async ({ data }, session) => {
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
      return NOTHING
    },

    'consent.note': async ({ data }, session) => {
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
      return NOTHING
    },
  }
}
