import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import type { Policy } from '../policy.js'
import type { RfmScore } from './rfm.js'

/** A customer who may be leaving, or whose account sleeps (Handbook §6, §9). */
export interface Leaving {
  readonly customer: Customer
  readonly sign: 'at-risk' | 'sleeping'
  readonly score: RfmScore
  /** Days since the last own transaction; absent where none is known. */
  readonly quietDays?: number
}

/**
 * Those at risk first, then those who sleep: by the segment, or because the last own transaction lies as far back as
 * the policy says. Without any known transaction it is not known whether an account sleeps. Within a sign the larger
 * assets first.
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
    const sign =
      score.segment === 'at-risk'
        ? 'at-risk'
        : sleeps || score.segment === 'sleeping'
          ? 'sleeping'
          : undefined
    if (sign === undefined) continue
    found.push({
      customer,
      sign,
      score,
      ...(last === undefined ? {} : { quietDays: daysBetween(last, today) }),
    })
  }
  return found.sort(
    (a, b) =>
      (a.sign === b.sign ? 0 : a.sign === 'at-risk' ? -1 : 1) ||
      (b.customer.aumFen ?? -1) - (a.customer.aumFen ?? -1) ||
      (a.customer.id < b.customer.id ? -1 : 1),
  )
}
