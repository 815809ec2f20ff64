import type { Day } from '../day.js'
import { stopLineOf } from '../ledger/stop-line.js'
import { heldSteps } from '../plan/ticks.js'
import type { Policy } from '../policy.js'
import type { Customer } from './customer.js'

/** The rules the conditions go by. */
export type ConditionRules = Pick<Policy, 'vipFromFen' | 'stopLines'>

export const VIP_WITHOUT_CARD = 'vip-without-card'

export function stopLineKey(line: 'profit' | 'loss', holdingId: string): string {
  return `stop-${line} ${holdingId}`
}

/** The day a condition that holds today was first seen; today, where nobody has noted one or notes are from later. */
export function heldSince({ firstSeen }: Pick<Customer, 'firstSeen'>, key: string, today: Day): Day {
  const noted = firstSeen?.[key]
  return noted === undefined || noted > today ? today : noted
}

/** The customer with today noted for what holds and was not known yet; the same object where nothing changed. */
export function noteFirstSeen(customer: Customer, policy: ConditionRules, today: Day): Customer {
  const holding = conditionsOf(customer, policy, today)
  const known = customer.firstSeen ?? {}
  const isSame = holding.length === Object.keys(known).length && holding.every((key) => key in known)
  if (isSame) return customer
  const { firstSeen: _, ...rest } = customer
  if (holding.length === 0) return rest
  return { ...rest, firstSeen: Object.fromEntries(holding.map((key) => [key, known[key] ?? today])) }
}

function conditionsOf(customer: Customer, policy: ConditionRules, today: Day): readonly string[] {
  return [
    ...(isVipWithoutCard(customer, policy) ? [VIP_WITHOUT_CARD] : []),
    ...customer.holdings.flatMap((holding) => {
      const line = stopLineOf(holding, policy)
      return line === undefined ? [] : [stopLineKey(line, holding.id)]
    }),
    ...heldSteps(customer, today),
  ]
}

/** A card level that is not known is not taken for none. */
export function isVipWithoutCard(
  { aumFen, cardLevel }: Customer,
  { vipFromFen }: Pick<Policy, 'vipFromFen'>,
): boolean {
  return aumFen !== undefined && aumFen >= vipFromFen && cardLevel === 'none'
}
