import { describe, expect, it } from 'vitest'
import { aDay, callsAhead, whatIfDays, withIntervals } from '../../../src/domain/cadence/what-if.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const { ahead, back, isProvisional } = whatIfDays(POLICY, CALENDAR, TODAY)

const calls = (customer: Customer, policy = POLICY) => callsAhead([customer], policy, CALENDAR, TODAY, ahead)
const tierB = (over: Partial<Customer> = {}) => aCustomer('c1', { aumFen: fenOfYuan(600_000), ...over })

describe('what if the intervals were others', () => {
  it('looks at the 20 working days after today, and back at 20 up to today', () => {
    expect([ahead[0], ahead.at(-1), back[0], back.at(-1), isProvisional]).toEqual([
      '2026-11-24',
      '2026-12-21',
      '2026-10-27',
      '2026-11-23',
      false,
    ])
  })

  it('is provisional where a year among them has no calendar', () => {
    expect(whatIfDays(POLICY, CALENDAR, day('2026-12-31')).isProvisional).toBe(true)
  })

  it.each<[string, Customer, number]>([
    ['overdue: called on the first day, then every 14', tierB({ contacts: [aContact('2026-10-01')] }), 2],
    ['contacted today: due in 14 days', tierB({ contacts: [aContact('2026-11-23')] }), 2],
    ['never contacted', tierB(), 2],
    ['without a cadence', aCustomer('c1', { aumFen: fenOfYuan(1) }), 0],
    ['quiet', tierB({ doNotContact: true }), 0],
  ])('counts every call on its due day: %s', (_what, customer, expected) => {
    expect(calls(customer)).toBe(expected)
  })

  it('sets the next due day by the other interval', () => {
    const weekly = withIntervals(POLICY, new Map([['B', { days: 7 }]]))
    expect(calls(tierB(), weekly)).toBe(4)
    const none = withIntervals(POLICY, new Map([['E', { months: 1 }]]))
    expect(calls(aCustomer('c1', { aumFen: fenOfYuan(1) }), none)).toBe(1)
  })

  it('gives calls a working day to one decimal, half up', () => {
    expect([1, 2, 3, 30].map((count) => aDay(count, ahead))).toEqual([0.1, 0.1, 0.2, 1.5])
  })
})
