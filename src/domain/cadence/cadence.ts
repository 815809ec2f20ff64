import { lastEffectiveContact } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { lastSkip } from '../customer/deferral.js'
import { addDays, addMonths, type Day } from '../day.js'
import type { Fen } from '../money.js'
import type { Interval, Policy, Tier, TierRule } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'

/** When a customer's regular contact is due (Handbook §2, §9). */
export type Cadence =
  | {
      readonly kind: 'none'
      readonly tier: Tier
      readonly because: 'do-not-contact' | 'tier-without-cadence' | 'aum-unknown'
    }
  | CadenceDue

export interface CadenceDue {
  /** `claim`: never effectively contacted; the due day comes from the day of assignment. */
  readonly kind: 'regular' | 'claim'
  readonly tier: Tier
  /** A working day, but for the never assigned and never contacted: those are due `today`, whatever day it is. */
  readonly dueOn: Day
  /** Due from the due day on. */
  readonly isDue: boolean
  /** Working days after the due day up to and including today. */
  readonly overdueWorkingDays: number
  /** Days of the tier's interval, by which overdue time is divided for ordering: 7, 14, 30, 61. */
  readonly intervalDays: number
  /** The last effective contact; absent in a claim. */
  readonly lastContactOn?: Day
  /** The day the interval is counted from: the last effective contact or a later skip; absent where there is none. */
  readonly countedFrom?: Day
  /** The due day before it was moved to a working day. */
  readonly fallsOn: Day
}

/** The tier by assets under management; unknown assets are tier E (Handbook §9). */
export function tierOf(customer: { readonly aumFen?: Fen }, policy: Policy): Tier {
  return tierRuleOf(customer, policy).tier
}

export function tierRuleOf({ aumFen }: { readonly aumFen?: Fen }, policy: Policy): TierRule {
  const last = policy.tiers.at(-1)!
  return aumFen === undefined ? last : (policy.tiers.find((rule) => aumFen >= rule.fromFen) ?? last)
}

/** The cadence of a customer as it stands on `today`; contacts dated later are ignored. */
export function cadence(customer: Customer, policy: Policy, calendar: WorkingCalendar, today: Day): Cadence {
  const { tier, every, intervalDays } = tierRuleOf(customer, policy)
  if (customer.doNotContact) return { kind: 'none', tier, because: 'do-not-contact' }
  if (customer.aumFen === undefined) return { kind: 'none', tier, because: 'aum-unknown' }
  if (every === undefined || intervalDays === undefined)
    return { kind: 'none', tier, because: 'tier-without-cadence' }

  const lastContactOn = lastEffectiveContact(customer.contacts, today)
  const countedFrom = later(lastContactOn, lastSkip(customer, today))
  const fallsOn = countedFrom === undefined ? (customer.assignedOn ?? today) : addInterval(countedFrom, every)
  const isUnassigned = countedFrom === undefined && customer.assignedOn === undefined
  const dueOn = isUnassigned ? today : calendar.sameOrNext(fallsOn)
  return {
    kind: lastContactOn === undefined ? 'claim' : 'regular',
    tier,
    dueOn,
    isDue: dueOn <= today,
    overdueWorkingDays: calendar.countAfter(dueOn, today),
    intervalDays,
    ...(lastContactOn === undefined ? {} : { lastContactOn }),
    ...(countedFrom === undefined ? {} : { countedFrom }),
    fallsOn,
  }
}

export function addInterval(from: Day, every: Interval): Day {
  return 'days' in every ? addDays(from, every.days) : addMonths(from, every.months)
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}
