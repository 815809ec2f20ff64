import type { Customer } from '../../customer/customer.js'
import type { Day } from '../../day.js'
import { movementKey, movementsOf } from '../../ledger/movements.js'
import { CNY, type Currency, type Fen, fen } from '../../money.js'
import type { OccasionContext, ReasonBase } from '../occasion.js'

/** A large sum moved (Handbook §3 P1, §9). */
export interface MovementReason extends ReasonBase {
  readonly kind: 'movement'
  readonly priority: 1
  readonly on: Day
  readonly direction: 'in' | 'out'
  /** Without its sign. */
  readonly amountFen: Fen
  readonly currency: Currency
}

/**
 * The morning's brief covers every day from the last working day to yesterday, but for what the evening wrap-up of that
 * working day has shown. Only account rows are known, and those are yuan.
 */
export function movement(customer: Customer, context: OccasionContext): readonly MovementReason[] {
  const { policy, previous, today, sources } = context
  return movementsOf(customer, { from: previous, to: today }, policy)
    .filter(({ on }) => on < today && !sources.movementsReported.has(movementKey(customer.id, on)))
    .map(({ on, netFen }) => {
      const amountFen = fen(Math.abs(netFen))
      return {
        kind: 'movement',
        priority: 1,
        atStakeFen: amountFen,
        on,
        direction: netFen > 0 ? 'in' : 'out',
        amountFen,
        currency: CNY,
      }
    })
}
