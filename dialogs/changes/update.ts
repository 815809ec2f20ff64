import { findCustomer } from '../../src/domain/book.js'
import { checkFact, type StatedFact } from '../../src/domain/customer/check-fact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { statedFact } from '../../src/language/particulars/stated-fact.js'
import { shortName } from '../../src/messaging/cards/names.js'
import { describeStated, updatedReply } from '../../src/messaging/cards/update-card.js'
import { customerWordsFor } from '../../src/messaging/wording/customer-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { updateCustomer } from '../../src/usecases/update-customer.js'
import type { BriefCards } from '../brief-card.js'
import type { ChangeRequest, CustomerChange } from '../change-customers.js'
import type { HandlerDeps } from '../handlers/handler.js'

/** A fact about a customer, told without a contact. */
export function updateChange(deps: HandlerDeps, briefs: BriefCards): CustomerChange {
  const update = updateCustomer(deps)
  const statedIn = ({ reading }: ChangeRequest) =>
    reading.slots.fact === undefined
      ? undefined
      : statedFact(reading.slots.fact, deps.particulars().fold(reading.text))

  const refuses = (stated: StatedFact, customer: Customer, { today }: ChangeRequest['session']) =>
    checkFact(stated, customer, deps.sensitiveWords, today).status === 'refused'

  return {
    question: async () => undefined,

    async understood(request) {
      const { session, customerIds } = request
      const stated = statedIn(request)
      const book = await deps.books.read(session.manager.id)
      const own = customerWordsFor(session.locale).update
      return customerIds.flatMap((id) => {
        const customer = findCustomer(book, id)
        // What will be refused is not asked about first.
        if (stated !== undefined && customer !== undefined && refuses(stated, customer, session)) return []
        const line = stated === undefined ? own.nothing : describeStated(stated, session.locale)
        return [own.isThisRight(shortName(customer ?? { name: id }), line)]
      })
    },

    async write(request, changeId) {
      const { session, customerIds } = request
      const { manager, locale, today, at } = session
      const words = wordingFor(locale)
      const fact = statedIn(request)
      if (fact === undefined) {
        await session.reply({ text: customerWordsFor(locale).update.what })
        return
      }
      const result = await update({ changeId, managerId: manager.id, customerIds, fact, today, at })
      if (result.status === 'not-in-book') {
        await session.reply({ text: words.noCustomer(result.customerIds.join(', ')) })
        return
      }
      if (result.status === 'repeated') {
        await session.reply({ text: words.doneBefore })
        return
      }
      await session.reply(
        updatedReply({ changeId, updates: result.results, managerName: manager.name, locale, today }),
      )
      await briefs.refresh(session)
    },
  }
}
