import { addDays } from '../../src/domain/day.js'
import { maturitiesReply } from '../../src/messaging/cards/lists/maturities-card.js'
import { type ListMaturitiesDeps, listMaturities } from '../../src/usecases/lists/list-maturities.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import { withLeftOut } from './left-out.js'
import { ofWhom } from './of-whom.js'

/** Days ahead that "who matures" means where no period is said. */
const AHEAD_DAYS = 30
/** The same of a customer who is named: whatever they hold. */
const OF_ONE_DAYS = 3650

export function maturityHandlers(
  deps: ListMaturitiesDeps & Pick<Deps, 'journal' | 'scores' | 'products'>,
): Handlers {
  const maturities = listMaturities(deps)
  const whom = ofWhom(deps)
  return {
    async 'maturity.list'({ session, reading }) {
      const { manager, locale, today } = session
      const { period, amount, productKinds, customers = [] } = reading.slots
      const {
        matured,
        renewal,
        unrenewed,
        untouched,
        periods,
        products,
        kinds = productKinds,
      } = reading.asked ?? {}
      const [first, ...also] = periods ?? []
      const { customerIds, whose } = await whom(reading, session)
      const days = customers.length > 0 ? OF_ONE_DAYS : AHEAD_DAYS
      const query = {
        period:
          first ??
          period ??
          (matured === true
            ? { from: addDays(today, -days), to: addDays(today, -1) }
            : { from: today, to: addDays(today, days) }),
        ...(renewal === undefined ? {} : { autoRenew: renewal === 'auto' }),
        ...(amount === undefined ? {} : { amount }),
        ...(kinds === undefined || products !== undefined ? {} : { kinds }),
        ...(also.length === 0 ? {} : { also }),
        ...(products === undefined ? {} : { productIds: products }),
        ...(untouched === undefined ? {} : { untouched }),
        ...(unrenewed === undefined ? {} : { notRenewed: unrenewed }),
      }
      const list = await maturities(session.bookId, query, today, customerIds)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'maturity.list' })
      await session.reply(withLeftOut(maturitiesReply(list, locale, today, said(whose)), reading, locale))
      return undefined

      /** Of whom, and of which products. */
      function said(of: string | undefined): string | undefined {
        const names = deps.products
          .all()
          .flatMap(({ id, name }) => (products?.includes(id) === true ? [name] : []))
        const parts = [...(of === undefined ? [] : [of]), ...names]
        return parts.length === 0 ? undefined : parts.join(' · ')
      }
    },
  }
}
