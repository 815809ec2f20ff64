import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { planWeekAhead } from '../../../src/domain/wrap-up/week-ahead.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR as calendar, POLICY as policy } from '../../support/rules.js'

const MONDAY = day('2026-11-23')
const week = (customers: readonly Customer[], from = MONDAY) =>
  planWeekAhead({ managerId: 'M1', customers, changes: [] }, policy, calendar, from)
const quiet = { contacts: [aContact('2026-11-20')], assignedOn: day('2026-11-01') }

describe('Monday’s week', () => {
  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-29', 1],
    ['2026-11-30', 0],
  ])('a maturity on %s: %i', (on, count) => {
    expect(week([aCustomer('C1', { ...quiet, holdings: [aHolding(on)] })]).maturities).toHaveLength(count)
  })

  it.each([
    { state: 'open', on: '2026-11-27', count: 1 },
    { state: 'kept', on: '2026-11-27', count: 0 },
    { state: 'open', on: '2026-12-01', count: 0 },
  ] as const)('an agreement $state for $on: $count', ({ state, on, count }) => {
    const agreed = { id: 'a1', kind: 'appointment', on: day(on), madeOn: day('2026-11-20'), state } as const
    expect(week([aCustomer('C1', { ...quiet, agreements: [agreed] })]).agreed).toHaveLength(count)
  })

  it('what is agreed comes in the order of its moments', () => {
    const at = (id: string, on: string, time?: string) =>
      ({
        id,
        kind: 'appointment',
        on: day(on),
        madeOn: MONDAY,
        state: 'open',
        ...(time && { time }),
      }) as const
    const agreements = [
      at('late', '2026-11-25'),
      at('ten', '2026-11-25', '10:00'),
      at('first', '2026-11-24', '16:00'),
    ]
    const { agreed } = week([aCustomer('C1', { ...quiet, agreements })])
    expect(agreed.map(({ agreement }) => agreement.id)).toEqual(['first', 'ten', 'late'])
  })

  it('everyone counts once, on the first day they come up, and days off are none', () => {
    const due = aCustomer('C1', { contacts: [aContact('2026-11-02')] })
    const friday = aCustomer('C2', quiet)
    const { days } = week([due, friday])
    expect(days).toEqual([
      { day: '2026-11-23', count: 1 },
      { day: '2026-11-24', count: 0 },
      { day: '2026-11-25', count: 0 },
      { day: '2026-11-26', count: 0 },
      { day: '2026-11-27', count: 1 },
    ])
  })
})
