import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Policy, Tier } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { cadence } from './cadence.js'

/** How far the regular contacts of a tier are kept up: `onTime` ÷ `withCadence` (Handbook §9). */
export interface Coverage {
  readonly tier: Tier
  /** Customers who have a cadence. */
  readonly withCadence: number
  /** Those of them who are not overdue; due today is on time. */
  readonly onTime: number
}

/** The coverage of every tier that has a cadence, in the order of the policy; of one without customers nothing is covered or missed. */
export function coverageByTier(
  customers: readonly Customer[],
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): readonly Coverage[] {
  const counts = new Map<Tier, { withCadence: number; onTime: number }>()
  for (const { tier, every } of policy.tiers)
    if (every !== undefined) counts.set(tier, { withCadence: 0, onTime: 0 })
  for (const customer of customers) {
    const due = cadence(customer, policy, calendar, today)
    const count = counts.get(due.tier)
    if (due.kind === 'none' || count === undefined) continue
    count.withCadence++
    if (due.overdueWorkingDays === 0) count.onTime++
  }
  return [...counts].map(([tier, count]) => ({ tier, ...count }))
}
