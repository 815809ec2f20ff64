import { whyReply } from '../../src/messaging/cards/brief/why-card.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type ExplainWhyDeps, explainWhy } from '../../src/usecases/brief/explain-why.js'
import { type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { type Handlers, saidNames, sayNobody } from '../handler.js'

/** Why somebody is on the list, or is not. */
export function whyHandlers(): Handlers {
  return {
    async 'why.explain'(request) {
      const { session, reading } = request
      if ((reading.slots.customers ?? []).length > 0) return forCustomer('why', reading)
      if (saidNames(reading) !== '') return sayNobody(request)
      await session.reply({ text: deskWordsFor(session.locale).why.which })
      return undefined
    },
  }
}

export function whyAct(deps: ExplainWhyDeps & Pick<Deps, 'policy' | 'journal'>): ActForCustomer {
  const explain = explainWhy(deps)
  return async (customerId, _about, session) => {
    const { manager, locale, today, at } = session
    const explained = await explain(manager.id, customerId, today)
    if (explained === undefined) {
      await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
      return
    }
    await deps.journal.append({ at, managerId: manager.id, act: 'why.explain', customerIds: [customerId] })
    await session.reply(whyReply({ ...explained, policy: deps.policy, locale, today }))
  }
}
