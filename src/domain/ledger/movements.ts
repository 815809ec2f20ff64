import { tierOf } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import { type Day, isWithin, type Period } from '../day.js'
import type { Fen } from '../money.js'
import type { Policy } from '../policy.js'

/** A large sum that came in or went out, net over one customer's day (Handbook §3, §9). */
export interface Movement {
  readonly customer: Customer
  readonly on: Day
  /** Positive in, negative out. */
  readonly netFen: Fen
}

/**
 * The large movements of a period, in the order of the customers and their days. Whether a customer may be contacted
 * plays no part: the branch head is told of all of them.
 */
export function largeMovements(
  customers: readonly Customer[],
  period: Period,
  policy: Policy,
): readonly Movement[] {
  return customers.flatMap((customer) => movementsOf(customer, period, policy))
}

/** The large movements of one customer; the tier is that of today. */
export function movementsOf(customer: Customer, period: Period, policy: Policy): readonly Movement[] {
  const { fromFen, tiers } = policy.largeMovement
  if (!tiers.includes(tierOf(customer, policy))) return []
  const found: Movement[] = []
  for (let index = customer.flows.length - 1; index >= 0; index--) {
    const { on, netFen } = customer.flows[index]!
    if (on < period.from) break
    if (isWithin(period, on) && Math.abs(netFen) >= fromFen) found.unshift({ customer, on, netFen })
  }
  return found
}

/** How a movement is remembered as shown. */
export function movementKey(customerId: string, on: Day): string {
  return `${customerId} ${on}`
}
