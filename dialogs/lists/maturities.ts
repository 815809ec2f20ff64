import { addDays } from '../../src/domain/day.js'
import { maturitiesReply } from '../../src/messaging/cards/maturities-card.js'
import { type ListMaturitiesDeps, listMaturities } from '../../src/usecases/list-maturities.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'

/** Days ahead that "who matures" means where no period is said. */
const AHEAD_DAYS = 30

export function maturityHandlers(deps: ListMaturitiesDeps & Pick<Deps, 'journal'>): Handlers {
  const maturities = listMaturities(deps)
  return {
    async 'maturity.list'({ session, reading }) {
      const { manager, locale, today } = session
      const { period, amount, productKinds, customers } = reading.slots
      const query = {
        period: period ?? { from: today, to: addDays(today, AHEAD_DAYS) },
        ...(amount === undefined ? {} : { amount }),
        ...(productKinds === undefined ? {} : { kinds: productKinds }),
      }
      const list = await maturities(manager.id, query, today, customers)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'maturity.list' })
      await session.reply(maturitiesReply(list, locale, today))
      return undefined
    },
  }
}
