import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import type { Policy } from '../policy.js'
import type { RfmScore } from './rfm.js'

/** `sleeping` is the account without a transaction for long; `fading` the segment of those who come less than others. */
export const SIGNS = ['at-risk', 'sleeping', 'fading'] as const
export type Sign = (typeof SIGNS)[number]

/** A customer who may be leaving, or whose account sleeps (Handbook §6, §9). */
export interface Leaving {
  readonly customer: Customer
  /** The gravest first; at least one. */
  readonly signs: readonly [Sign, ...Sign[]]
  readonly score: RfmScore
  /** Days since the last own transaction; absent where none is known. */
  readonly quietDays?: number
}

/**
 * By the gravest sign, within one the larger assets first. An account sleeps where the last own transaction lies as far
 * back as the policy says; without any known transaction that is not known.
 *
 * @param scores of the whole branch, against which each customer is scored
 */
export function leaving(
  customers: readonly Customer[],
  scores: ReadonlyMap<string, RfmScore>,
  policy: Policy,
  today: Day,
): readonly Leaving[] {
  const found: Leaving[] = []
  for (const customer of customers) {
    const score = scores.get(customer.id)
    if (score === undefined) continue
    const last = customer.flows.findLast((flow) => flow.ownCount > 0 && flow.on <= today)?.on
    const sleeps = last !== undefined && last <= addDays(today, -policy.sleepingAfterDays)
    const [first, ...others] = SIGNS.filter(
      (sign) =>
        (sign === 'at-risk' && score.segment === 'at-risk') ||
        (sign === 'sleeping' && sleeps) ||
        (sign === 'fading' && score.segment === 'sleeping' && !sleeps),
    )
    if (first === undefined) continue
    const quiet = last === undefined ? {} : { quietDays: daysBetween(last, today) }
    found.push({ customer, signs: [first, ...others], score, ...quiet })
  }
  return found.sort(
    (a, b) =>
      SIGNS.indexOf(a.signs[0]) - SIGNS.indexOf(b.signs[0]) ||
      (b.customer.aumFen ?? -1) - (a.customer.aumFen ?? -1) ||
      (a.customer.id < b.customer.id ? -1 : 1),
  )
}
