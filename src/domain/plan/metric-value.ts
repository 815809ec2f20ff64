import type { Customer } from '../customer/customer.js'
import type { CardLevel } from '../customer/profile-fields.js'
import type { Day } from '../day.js'
import { isAsset, type ProductKind } from '../ledger/holding.js'
import { isRunning } from '../ledger/running.js'
import { CNY, sumFen } from '../money.js'
import { isDeposit } from '../suitability/suitability.js'
import type { Metric } from './plan.js'

const CARDS: Readonly<Record<CardLevel, number>> = { none: 0, gold: 1, platinum: 2 }

/** What a metric is for a customer on a day, in its units; undefined where it is not known, which is never 0. */
export function metricValue(customer: Customer, metric: Metric, today: Day): number | undefined {
  switch (metric) {
    case 'aum':
      return customer.aumFen
    case 'deposits':
      return sumFen(
        customer.holdings
          .filter((one) => one.currency === CNY && isDeposit(one.kind) && isRunning(one, today))
          .map(({ amountFen }) => amountFen),
      )
    case 'kinds':
      return kindsHeld(customer, today).length
    case 'card':
      return customer.cardLevel === undefined ? undefined : CARDS[customer.cardLevel]
  }
}

/** The kinds of the running assets, in any currency. */
export function kindsHeld({ holdings }: Pick<Customer, 'holdings'>, today: Day): readonly ProductKind[] {
  const kinds = new Set<ProductKind>()
  for (const one of holdings) if (isAsset(one.kind) && isRunning(one, today)) kinds.add(one.kind)
  return [...kinds]
}
