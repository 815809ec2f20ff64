import type { Day } from '../day.js'
import type { Policy } from '../policy.js'
import type { DeliveryKind } from './delivery.js'
import { DELIVERY_KINDS } from './delivery.js'
import type { Locale } from './manager.js'

/** What the manager set differently from the roster; what is absent goes by the roster and the policy. */
export interface DeskSettings {
  /** `HH:mm`, local. */
  readonly briefTime?: string
  readonly locale?: Locale
  /** IANA zone. */
  readonly timeZone?: string
  /** First day without a brief; absent: at once. Counts only with `pausedUntil`. */
  readonly pausedFrom?: Day
  /** Last day without a brief. */
  readonly pausedUntil?: Day
  /** Customers on one brief. */
  readonly capacity?: number
  /** Local time of the evening wrap-up, and of Friday's results with it, `HH:mm`. */
  readonly wrapUpTime?: string
  /** What the manager does not want pushed. */
  readonly without?: readonly DeliveryKind[]
}

export interface SettingsChange {
  /** Also the key of repeats: the same change is made once. */
  readonly id: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly before: DeskSettings
  /** The last change of the book by then, so that it is known which of the two came later. */
  readonly afterChange?: string
  readonly undone: boolean
}

/** The settings with pushes of that kind switched on or off. */
export function withPush(settings: DeskSettings, kind: DeliveryKind, on: boolean): DeskSettings {
  const { without = [], ...rest } = settings
  const off = DELIVERY_KINDS.filter((one) => (one === kind ? !on : without.includes(one)))
  return off.length === 0 ? rest : { ...rest, without: off }
}

/** The policy with the daily capacity that the manager chose, where one was chosen. */
export function withOwnCapacity(policy: Policy, { capacity }: DeskSettings): Policy {
  if (capacity === undefined) return policy
  const known = ownPolicies.get(policy) ?? new Map<number, Policy>()
  ownPolicies.set(policy, known)
  const own = known.get(capacity) ?? { ...policy, dailyCapacity: capacity }
  known.set(capacity, own)
  return own
}

/** The same policy for the same number: what is remembered of a brief hangs on it. */
const ownPolicies = new WeakMap<Policy, Map<number, Policy>>()

/** Whether no brief is wanted on that day. */
export function isPaused({ pausedFrom, pausedUntil }: DeskSettings, on: Day): boolean {
  if (pausedUntil === undefined || on > pausedUntil) return false
  return pausedFrom === undefined || on >= pausedFrom
}
