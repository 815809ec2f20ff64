import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Policy } from '../policy.js'
import type { Holding } from './holding.js'

/** The holding of a maturing kind that ends next, today's included; of one day the larger. */
export function nextMaturity(
  { holdings }: Pick<Customer, 'holdings'>,
  { maturingKinds }: Policy,
  today: Day,
): (Holding & { readonly maturesOn: Day }) | undefined {
  let next: (Holding & { readonly maturesOn: Day }) | undefined
  for (const holding of holdings) {
    const { maturesOn, kind, amountFen } = holding
    if (maturesOn === undefined || maturesOn < today || !maturingKinds.includes(kind)) continue
    const sooner =
      next === undefined ||
      maturesOn < next.maturesOn ||
      (maturesOn === next.maturesOn && amountFen > next.amountFen)
    if (sooner) next = { ...holding, maturesOn }
  }
  return next
}
