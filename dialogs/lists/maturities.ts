import { addDays } from '../../src/domain/day.js'
import { maturitiesReply } from '../../src/messaging/cards/lists/maturities-card.js'
import { type ListMaturitiesDeps, listMaturities } from '../../src/usecases/lists/list-maturities.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import { ofWhom } from './of-whom.js'

/** Days ahead that "who matures" means where no period is said. */
const AHEAD_DAYS = 30
/** The same of a customer who is named: whatever they hold. */
const OF_ONE_DAYS = 3650

export function maturityHandlers(deps: ListMaturitiesDeps & Pick<Deps, 'journal'>): Handlers {
  const maturities = listMaturities(deps)
  const whom = ofWhom(deps)
  return {
    async 'maturity.list'({ session, reading }) {
      const { manager, locale, today } = session
      const { period, amount, productKinds, customers = [] } = reading.slots
      const { matured, renewal } = reading.asked ?? {}
      const { customerIds, whose } = await whom(reading, session)
      const days = customers.length > 0 ? OF_ONE_DAYS : AHEAD_DAYS
      const query = {
        period:
          period ??
          (matured === true
            ? { from: addDays(today, -days), to: addDays(today, -1) }
            : { from: today, to: addDays(today, days) }),
        ...(renewal === undefined ? {} : { autoRenew: renewal === 'auto' }),
        ...(amount === undefined ? {} : { amount }),
        ...(productKinds === undefined ? {} : { kinds: productKinds }),
      }
      const list = await maturities(manager.id, query, today, customerIds)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'maturity.list' })
      await session.reply(maturitiesReply(list, locale, today, whose))
      return undefined
    },
  }
}
