import { findCustomer } from '../../src/domain/book.js'
import { checkFact } from '../../src/domain/customer/facts/check-fact.js'
import type { SensitiveWords } from '../../src/domain/customer/facts/sensitive-note.js'
import { describeStated, updatedReply } from '../../src/messaging/cards/customers/update-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { type UpdateCustomerDeps, updateCustomer } from '../../src/usecases/customers/update-customer.js'
import type { BriefCards } from '../brief/brief-cards.js'
import { sayNotWritten } from '../handler.js'
import type { Session } from '../session.js'
import type { ChangeRequest, CustomerChange } from './flow.js'

/** A fact about a customer, told without a contact, as its flow sees it. */
export function updateChange(sensitiveWords: SensitiveWords): CustomerChange {
  return {
    question: () => undefined,

    understood({ reading, customerIds }, { book, locale, today }) {
      const stated = reading.asked?.stated
      const own = customerWordsFor(locale).update
      return customerIds.flatMap((id) => {
        const customer = findCustomer(book, id)
        const isRefused =
          stated !== undefined &&
          customer !== undefined &&
          checkFact(stated, customer, sensitiveWords, today).status === 'refused'
        // What will be refused is not asked about first.
        if (isRefused) return []
        const line = stated === undefined ? own.nothing : describeStated(stated, locale)
        return [own.isThisRight(shortName(customer ?? { name: id }), line)]
      })
    },
  }
}

export function updateAct(deps: UpdateCustomerDeps, briefs: BriefCards) {
  const update = updateCustomer(deps)
  return async (
    { reading, customerIds }: ChangeRequest,
    session: Session,
    changeId: string,
  ): Promise<void> => {
    const { manager, locale, today, at } = session
    const fact = reading.asked?.stated
    if (fact === undefined) {
      await session.reply({ text: customerWordsFor(locale).update.what })
      return
    }
    const result = await update({ changeId, managerId: manager.id, customerIds, fact, today, at })
    if (result.status !== 'written') return sayNotWritten(result, session)
    await session.reply(
      updatedReply({ changeId, updates: result.results, managerName: manager.name, locale, today }),
    )
    await briefs.refresh(session)
  }
}
