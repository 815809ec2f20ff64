import { whyReply } from '../../src/messaging/cards/why-card.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { explainWhy } from '../../src/usecases/explain-why.js'
import { type ActForCustomer, ForCustomer } from '../for-customer.js'
import { type HandlerDeps, type Handlers, saidNames, sayNobody } from './handler.js'

/** Why somebody is on the list, or is not. */
export function whyHandlers(): Handlers {
  return {
    async 'why.explain'(request) {
      const { dialogs, session, reading } = request
      const candidates = reading.slots.customers ?? []
      const said = saidNames(reading)
      if (candidates.length > 0) {
        await dialogs.beginDialog(ForCustomer.id, { act: 'why', about: {}, said, candidates })
        return 'begun'
      }
      if (said !== '') return sayNobody(request)
      await session.reply({ text: deskWordsFor(session.locale).why.which })
      return 'answered'
    },
  }
}

export function whyAct(deps: HandlerDeps): ActForCustomer {
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
