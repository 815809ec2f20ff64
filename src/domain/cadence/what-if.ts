import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Interval, Policy, Tier } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { addInterval, cadence, tierRuleOf } from './cadence.js'

/** Other intervals for some tiers. */
export type OtherIntervals = ReadonlyMap<Tier, Interval>

/** The working days looked at: after today, and up to today at the calls that were made. */
export interface WhatIfDays {
  readonly ahead: readonly Day[]
  readonly back: readonly Day[]
  /** A year without a calendar is among them. */
  readonly isProvisional: boolean
}

export function whatIfDays({ whatIfWorkingDays }: Policy, calendar: WorkingCalendar, today: Day): WhatIfDays {
  const ahead = [calendar.next(today)]
  const back = [calendar.sameOrPrevious(today)]
  while (ahead.length < whatIfWorkingDays) ahead.push(calendar.next(ahead.at(-1)!))
  while (back.length < whatIfWorkingDays) back.push(calendar.previous(back.at(-1)!))
  return { ahead, back: back.reverse(), isProvisional: calendar.isProvisional(today, ahead.at(-1)!) }
}

/** The policy with other intervals; a tier without a cadence gets one. */
export function withIntervals(policy: Policy, others: OtherIntervals): Policy {
  return {
    ...policy,
    tiers: policy.tiers.map((rule) => {
      const every = others.get(rule.tier)
      return every === undefined ? rule : { ...rule, every, intervalDays: daysOf(every) }
    }),
  }
}

/**
 * Regular calls of a book over the days ahead (Handbook §8.11): what is due or overdue by the first of them counts on it;
 * every call is made on its due day and sets the next. Nothing else that calls for a contact is looked at.
 */
export function callsAhead(
  customers: readonly Customer[],
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  ahead: readonly Day[],
): number {
  const [first, last] = [ahead[0]!, ahead.at(-1)!]
  let calls = 0
  for (const customer of customers) {
    const due = cadence(customer, policy, calendar, today)
    const { every } = tierRuleOf(customer, policy)
    if (due.kind === 'none' || every === undefined) continue
    let on = due.dueOn < first ? first : due.dueOn
    while (on <= last) {
      calls++
      on = calendar.sameOrNext(addInterval(on, every))
    }
  }
  return calls
}

/** Calls a working day, one decimal, half up. */
export function aDay(calls: number, { length }: readonly Day[]): number {
  return Math.floor((calls * 20 + length) / (2 * length)) / 10
}

function daysOf(every: Interval): number {
  return 'days' in every ? every.days : Math.round(every.months * 30.5)
}
