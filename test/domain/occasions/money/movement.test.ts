import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../../src/domain/customer/customer.js'
import { day } from '../../../../src/domain/day.js'
import type { DayFlow } from '../../../../src/domain/ledger/day-flow.js'
import { largeMovements, movementKey } from '../../../../src/domain/ledger/movements.js'
import { fen, fenOfYuan } from '../../../../src/domain/money.js'
import { movement } from '../../../../src/domain/occasions/money/movement.js'
import { aCustomer } from '../../../support/customers.js'
import { contextOn, POLICY } from '../../../support/rules.js'

function flow(on: string, yuan: number): DayFlow {
  return { on: day(on), netFen: fenOfYuan(yuan), ownCount: 1, ownAbsFen: fen(0) }
}

const on = (today: string, flows: readonly DayFlow[], over: Partial<Customer> = {}) =>
  movement(aCustomer('c1', { flows, ...over }), contextOn(today))

describe('a large movement', () => {
  it.each([
    [200_000, 'in'],
    [-200_000, 'out'],
    [199_999.99, undefined],
    [-199_999.99, undefined],
  ])('of %d net goes %s', (yuan, direction) => {
    const reasons = on('2026-11-24', [flow('2026-11-23', yuan)])
    expect(reasons.map((reason) => reason.direction)).toEqual(direction === undefined ? [] : [direction])
    for (const reason of reasons)
      expect(reason).toMatchObject({ priority: 1, amountFen: 20_000_000, atStakeFen: 20_000_000 })
  })

  it.each([
    [2_000_000, 1],
    [500_000, 1],
    [499_999, 0],
  ])('of a customer who has %d today is told %i times: tiers A and B', (aum, count) => {
    expect(on('2026-11-24', [flow('2026-11-23', 300_000)], { aumFen: fenOfYuan(aum) })).toHaveLength(count)
  })

  it('the morning covers every day since the last working day, that day included, and not today', () => {
    const flows = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((d) =>
      flow(d, 250_000),
    )
    expect(on('2026-11-23', flows).map((reason) => reason.on)).toEqual([
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  it('what an evening wrap-up has shown is not shown again', () => {
    const flows = [flow('2026-11-20', 250_000), flow('2026-11-21', 250_000)]
    const movementsReported = new Set([movementKey('c1', day('2026-11-20'))])
    const reasons = movement(aCustomer('c1', { flows }), contextOn('2026-11-23', { movementsReported }))
    expect(reasons.map((reason) => reason.on)).toEqual(['2026-11-21'])
  })

  it('the branch head hears of it whether or not the customer may be contacted', () => {
    const customer = aCustomer('c1', { doNotContact: true, flows: [flow('2026-11-20', -250_000)] })
    const period = { from: day('2026-11-20'), to: day('2026-11-20') }
    expect(largeMovements([customer], period, POLICY)).toEqual([
      { customer, on: '2026-11-20', netFen: -25_000_000 },
    ])
  })
})
