import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type OccasionContext, occasionContext } from '../occasions/occasion.js'
import type { Reason } from '../occasions/reason.js'
import { customerDay } from './customer-day.js'

/** What the same contact can see to as well, so that it is made once (Handbook §3). */
export interface Soon {
  /** Reasons that come up within the next working days, each with the day it will first be on the brief. */
  readonly soon: readonly { readonly on: Day; readonly reason: Reason }[]
  /** Today, or the day within those on which most comes together and nothing of today is lost by waiting. */
  readonly bestOn: Day
}

/** The contexts of the working days after today that are looked at. */
export function daysAhead({ policy, calendar, today, sources }: OccasionContext): readonly OccasionContext[] {
  const ahead: OccasionContext[] = []
  for (let on = calendar.next(today); ahead.length < policy.lookAheadWorkingDays; on = calendar.next(on))
    ahead.push(occasionContext(policy, calendar, on, sources))
  return ahead
}

/**
 * Only what is neither P1 nor overdue can wait, and only for a day on which all of today's reasons still stand. The row stays on
 * today's list either way: the day is a proposal.
 */
export function lookAhead(
  customer: Customer,
  today: Day,
  reasons: readonly Reason[],
  ahead: readonly OccasionContext[],
): Soon {
  const known = new Set(reasons.map(keyOf))
  const soon: { on: Day; reason: Reason }[] = []
  let bestOn = today
  let most = reasons.length
  for (const context of ahead) {
    const found = customerDay(customer, context)
    const then = found.listed ? found.reasons : []
    for (const reason of then) {
      if (known.has(keyOf(reason))) continue
      known.add(keyOf(reason))
      soon.push({ on: context.today, reason })
    }
    if (then.length > most && reasons.every((reason) => canWait(reason) && stands(reason, then))) {
      bestOn = context.today
      most = then.length
    }
  }
  return { soon, bestOn }
}

function canWait(reason: Reason): boolean {
  if (reason.priority === 1) return false
  return !('overdueWorkingDays' in reason) || reason.overdueWorkingDays === 0
}

function stands(reason: Reason, later: readonly Reason[]): boolean {
  return later.some((other) => keyOf(other) === keyOf(reason))
}

const IDENTITIES = [
  'holdingId',
  'agreementId',
  'opportunityId',
  'productId',
  'eventId',
  'giftId',
  'festivalId',
  'newsId',
  'on',
] as const

/** The same for one reason on different days. */
function keyOf(reason: Reason): string {
  const facts: Readonly<Record<string, unknown>> = { ...reason }
  const identity = IDENTITIES.find((name) => name in facts)
  return identity === undefined ? reason.kind : `${reason.kind} ${String(facts[identity])}`
}
