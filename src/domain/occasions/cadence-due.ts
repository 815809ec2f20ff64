import { type CadenceDue, cadence } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Policy } from '../policy.js'
import type { OccasionContext, ReasonBase } from './occasion.js'

/** The regular contact is due, or overdue (Handbook §2). */
export interface CadenceReason extends ReasonBase {
  readonly kind: 'cadence'
  readonly priority: 2
  readonly dueOn: Day
  readonly overdueWorkingDays: number
  readonly lastContactOn: Day
  /** Due in the long holiday that begins on this day, and brought forward for that. */
  readonly beforeHoliday?: Day
}

/** The customer was never effectively contacted and is to be claimed (Handbook §2, §4). */
export interface ClaimReason extends ReasonBase {
  readonly kind: 'claim'
  readonly priority: 2
  readonly dueOn: Day
  readonly overdueWorkingDays: number
  /** What the first call can open with (Handbook §4). */
  readonly opening: 'vip' | 'vip-without-card' | 'new'
  readonly beforeHoliday?: Day
}

export function cadenceDue(
  customer: Customer,
  { policy, calendar, today }: OccasionContext,
): readonly (CadenceReason | ClaimReason)[] {
  const due = cadence(customer, policy, calendar, today)
  return due.kind !== 'none' && due.isDue ? [cadenceReason(customer, due, policy)] : []
}

export function cadenceReason(
  customer: Customer,
  { kind, dueOn, overdueWorkingDays, lastContactOn }: CadenceDue,
  policy: Policy,
): CadenceReason | ClaimReason {
  if (kind === 'regular' && lastContactOn !== undefined)
    return { kind: 'cadence', priority: 2, dueOn, overdueWorkingDays, lastContactOn }
  return { kind: 'claim', priority: 2, dueOn, overdueWorkingDays, opening: openingOf(customer, policy) }
}

function openingOf({ aumFen, cardLevel }: Customer, { vipFromFen }: Policy): ClaimReason['opening'] {
  if (cardLevel === 'gold' || cardLevel === 'platinum') return 'vip'
  if (aumFen === undefined || aumFen < vipFromFen) return 'new'
  return cardLevel === 'none' ? 'vip-without-card' : 'vip'
}
