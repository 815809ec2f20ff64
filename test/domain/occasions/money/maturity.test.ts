import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../../src/domain/customer/customer.js'
import { fenOfYuan } from '../../../../src/domain/money.js'
import { maturity } from '../../../../src/domain/occasions/money/maturity.js'
import { aContact, aCustomer, aHolding } from '../../../support/customers.js'
import { contextOn } from '../../../support/rules.js'

const on = (today: string, over: Partial<Customer>) => maturity(aCustomer('c1', over), contextOn(today))

describe('a maturity', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 'same-day', undefined],
    ['2026-11-24', '2026-11-23', 'day-before', undefined],
    ['2026-11-23', '2026-11-20', 'day-before', undefined],
    ['2026-11-30', '2026-11-23', 'heads-up', 7],
    ['2026-12-23', '2026-11-23', 'heads-up', 30],
  ])('of %s is told on %s as %s %s', (maturesOn, today, notice, headsUpDays) => {
    const [reason, ...more] = on(today, { holdings: [aHolding(maturesOn)] })
    expect(more).toEqual([])
    expect(reason).toMatchObject({ priority: 1, notice, maturesOn, countsOn: maturesOn })
    expect(reason?.headsUpDays).toBe(headsUpDays)
  })

  it.each([
    ['2026-11-24', '2026-11-20'],
    ['2026-11-24', '2026-11-25'],
    ['2026-11-24', '2026-11-18'],
    ['2026-12-23', '2026-11-24'],
  ])('of %s is not told on %s', (maturesOn, today) => {
    expect(on(today, { holdings: [aHolding(maturesOn)] })).toEqual([])
  })

  it.each([
    ['2026-10-03', '2026-09-30', 'same-day', 'counts as the last working day before National Day'],
    ['2026-10-03', '2026-09-29', 'day-before', 'the working day before the day it counts as'],
    ['2026-10-03', '2026-09-23', 'heads-up', 'seven days before the day it counts as'],
    ['2026-10-03', '2026-08-31', 'heads-up', 'thirty days before the day it counts as'],
    ['2026-10-08', '2026-09-30', 'day-before', 'told before the holiday, not as a heads-up in it'],
    ['2026-10-12', '2026-09-30', 'heads-up', 'a heads-up of 5 October moves to the working day before'],
    ['2026-10-11', '2026-10-10', 'same-day', 'a Sunday counts as the worked Saturday'],
  ])('of %s is told on %s as %s: %s', (maturesOn, today, notice) => {
    expect(on(today, { holdings: [aHolding(maturesOn)] })).toMatchObject([{ notice, maturesOn }])
  })

  it.each([
    ['time-deposit', 1],
    ['notice-deposit', 1],
    ['wealth', 1],
    ['fund', 1],
    ['insurance', 1],
    ['bond', 1],
    ['gold', 0],
    ['loan', 0],
    ['credit-card', 0],
    ['current', 0],
  ] as const)('of a %s calls for %i contact', (kind, count) => {
    expect(on('2026-11-24', { holdings: [aHolding('2026-11-24', { kind })] })).toHaveLength(count)
  })

  it('a fund without a term never matures', () => {
    const { maturesOn: _, ...open } = aHolding('2026-11-24', { kind: 'fund' })
    expect(on('2026-11-24', { holdings: [open] })).toEqual([])
  })

  it('puts yuan at stake, and no other currency', () => {
    const holdings = [aHolding('2026-11-24'), aHolding('2026-11-24', { id: 'usd', currency: 'USD' })]
    expect(on('2026-11-24', { holdings }).map((reason) => reason.atStakeFen)).toEqual([
      fenOfYuan(1_000_000),
      undefined,
    ])
  })

  it('of a renewing deposit is told all the same, with its mark', () => {
    const holdings = [aHolding('2026-11-24', { autoRenew: true })]
    expect(on('2026-11-24', { holdings })).toMatchObject([{ autoRenew: true }])
  })

  it('says when the customer was last spoken with, within 30 days before it', () => {
    const holdings = [aHolding('2026-11-24')]
    const spokenWith = (last: string) =>
      on('2026-11-23', { holdings, contacts: [aContact(last)] })[0]?.spokenWith
    expect(spokenWith('2026-10-25')).toBe('2026-10-25')
    expect(spokenWith('2026-10-24')).toBeUndefined()
  })

  it('the soonest comes first, then the largest', () => {
    const holdings = [
      aHolding('2026-11-30', { id: 'later' }),
      aHolding('2026-11-24', { id: 'small', amountFen: fenOfYuan(10) }),
      aHolding('2026-11-24', { id: 'large', amountFen: fenOfYuan(99) }),
    ]
    expect(on('2026-11-23', { holdings }).map((reason) => reason.holdingId)).toEqual([
      'large',
      'small',
      'later',
    ])
  })
})
