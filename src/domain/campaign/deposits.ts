import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Holding, ProductKind } from '../ledger/holding.js'
import { hasEnded, isRunning, reachesMaturity } from '../ledger/running.js'
import { addFen, CNY, type Fen, fen } from '../money.js'
import { GOALS } from './goals.js'

const KINDS: readonly ProductKind[] = GOALS.deposits.kinds

/** What a customer's deposits come to on a day. */
export interface Deposits {
  readonly sumFen: Fen
  /** Whether the ledger has a row of them; where it has none they are 0. */
  readonly isKnown: boolean
}

/**
 * Deposits in yuan that ran on that day. One that renews itself runs on after its day until the bank's file says
 * otherwise.
 */
export function depositsOf({ holdings }: Pick<Customer, 'holdings'>, on: Day): Deposits {
  let sumFen = fen(0)
  let isKnown = false
  for (const holding of holdings) {
    if (!KINDS.includes(holding.kind) || holding.currency !== CNY || !runsOrRenews(holding, on)) continue
    sumFen = addFen(sumFen, holding.amountFen)
    isKnown = true
  }
  return { sumFen, isKnown }
}

/**
 * Deposits that ran on `since` and have matured by `today`, of a customer whose current account no file has: nobody
 * knows where that money went.
 */
export function maturedToUnknown({ holdings }: Pick<Customer, 'holdings'>, since: Day, today: Day): Fen {
  if (holdings.some(({ kind }) => kind === 'current')) return fen(0)
  let sum = fen(0)
  for (const holding of holdings) {
    if (!KINDS.includes(holding.kind) || holding.currency !== CNY) continue
    const { maturesOn } = holding
    if (maturesOn === undefined || maturesOn >= today || !reachesMaturity(holding)) continue
    if (runsOrRenews(holding, since) && !runsOrRenews(holding, today)) sum = addFen(sum, holding.amountFen)
  }
  return sum
}

function runsOrRenews(holding: Holding, on: Day): boolean {
  if (!holding.autoRenew) return isRunning(holding, on)
  return (holding.startsOn === undefined || holding.startsOn <= on) && !hasEnded(holding, on)
}
