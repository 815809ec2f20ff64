import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import { countedTo, knownOn } from '../ledger/transaction-feed.js'
import type { OccasionContext, ReasonBase } from './occasion.js'
import { showsOn } from './recurrence.js'

/** The account sleeps: no transaction of the customer's own for a long time (Handbook §3 P3, §9). */
export interface SleepingReason extends ReasonBase {
  readonly kind: 'sleeping'
  readonly priority: 3
  readonly lastTransactionOn: Day
  readonly days: number
}

/**
 * Monthly from the day it was known to have fallen asleep. Without any transaction known it is not known to sleep, nor
 * where the bank's transactions of its last days have not come yet (Handbook §8.12).
 */
export function sleeping(customer: Customer, context: OccasionContext): readonly SleepingReason[] {
  const { today, policy, calendar, sources } = context
  const lastTransactionOn = customer.flows.findLast((flow) => flow.ownCount > 0 && flow.on <= today)?.on
  if (lastTransactionOn === undefined) return []
  const since = addDays(lastTransactionOn, policy.sleepingAfterDays)
  const to = countedTo(sources.feed, today)
  if (since > to) return []
  if (!showsOn(today, knownOn(sources.feed, since), { months: 1 }, calendar)) return []
  return [{ kind: 'sleeping', priority: 3, lastTransactionOn, days: daysBetween(lastTransactionOn, to) }]
}
