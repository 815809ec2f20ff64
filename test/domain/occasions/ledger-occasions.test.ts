import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { noteFirstSeen } from '../../../src/domain/customer/first-seen.js'
import { day } from '../../../src/domain/day.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { fundValue } from '../../../src/domain/occasions/money/fund-value.js'
import { payment } from '../../../src/domain/occasions/money/payment.js'
import { news } from '../../../src/domain/occasions/news.js'
import type { NewsItem, Price } from '../../../src/domain/occasions/sources.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { contextOn, POLICY } from '../../support/rules.js'

describe('a payment', () => {
  const on = (today: string, over: Parameters<typeof aHolding>[1]) =>
    payment(aCustomer('c1', { holdings: [aHolding('2030-01-01', over)] }), contextOn(today)).map(
      (r) => r.kind,
    )

  it.each([
    ['2026-11-26', '2026-11-23', ['payment'], 'three days before'],
    ['2026-11-26', '2026-11-24', [], 'two days before'],
    ['2026-12-01', '2026-11-27', ['payment'], 'three days before is a Saturday, moved to Friday'],
    ['2026-12-01', '2026-11-30', [], 'the day before'],
  ])('due on %s is told on %s: %o (%s)', (nextPaymentOn, today, kinds) => {
    for (const kind of ['loan', 'credit-card'] as const)
      expect(on(today, { kind, nextPaymentOn: day(nextPaymentOn) })).toEqual(kinds)
    expect(on(today, { kind: 'wealth', nextPaymentOn: day(nextPaymentOn) })).toEqual([])
  })

  it('an overdue loan is told until the ledger says it no longer is', () => {
    expect(on('2026-11-23', { kind: 'loan', overdue: true })).toEqual(['loan-overdue'])
    expect(on('2026-11-24', { kind: 'loan', overdue: true })).toEqual(['loan-overdue'])
    expect(on('2026-11-24', { kind: 'loan', overdue: false })).toEqual([])
    expect(on('2026-11-24', { kind: 'credit-card', overdue: true })).toEqual([])
  })
})

describe("a fund's value", () => {
  const fund = { id: 'f1', kind: 'fund', productId: 'FEQ', startsOn: day('2026-01-05') } as const
  const valued = (cost: number, value: number): Customer =>
    aCustomer('c1', {
      holdings: [
        aHolding('2030-01-01', { ...fund, costFen: fenOfYuan(cost), marketValueFen: fenOfYuan(value) }),
      ],
    })

  it.each([
    [100, 120, 'stop-profit', 20],
    [100, 119.99, undefined, 0],
    [100, 90, 'stop-loss', -10],
    [100, 90.01, undefined, 0],
  ])('of cost %d and value %d passes %s', (cost, value, kind, changePercent) => {
    const reasons = fundValue(valued(cost, value), contextOn('2026-11-23'))
    expect(reasons).toMatchObject(kind === undefined ? [] : [{ kind, changePercent, priority: 3 }])
  })

  it('is told once, from the day an import saw the line passed', () => {
    const noted = noteFirstSeen(valued(100, 125), POLICY, day('2026-11-21'))
    expect(fundValue(noted, contextOn('2026-11-23'))).toHaveLength(1)
    expect(fundValue(noted, contextOn('2026-11-24'))).toHaveLength(0)
  })

  const prices = (...values: readonly (readonly [string, number, number?])[]): readonly Price[] =>
    values.map(([on, value, dividend]) => ({
      productId: 'FEQ',
      on: day(on),
      value,
      ...(dividend === undefined ? {} : { dividend }),
    }))
  const holder = aCustomer('c1', { holdings: [aHolding('2030-01-01', fund)] })

  it('is worked out from prices where the ledger gives no value, on the morning after the line was passed', () => {
    const sources = {
      prices: prices(['2026-01-02', 1], ['2026-11-19', 1.1], ['2026-11-20', 1.21], ['2026-11-23', 1.3]),
    }
    expect(fundValue(holder, contextOn('2026-11-20', sources))).toEqual([])
    expect(fundValue(holder, contextOn('2026-11-23', sources))).toMatchObject([
      { kind: 'stop-profit', changePercent: 21 },
    ])
    expect(fundValue(holder, contextOn('2026-11-24', sources))).toEqual([])
  })

  it('falling from past one line to past the other is told again', () => {
    const sources = { prices: prices(['2026-01-02', 1], ['2026-11-19', 1.3], ['2026-11-20', 0.8]) }
    expect(fundValue(holder, contextOn('2026-11-23', sources))).toMatchObject([
      { kind: 'stop-loss', changePercent: -20 },
    ])
  })

  it('without a price from before it was bought it is not known', () => {
    const sources = { prices: prices(['2026-11-19', 1], ['2026-11-20', 9]) }
    expect(fundValue(holder, contextOn('2026-11-23', sources))).toEqual([])
  })

  it('a dividend is told to who holds the fund, on the next morning', () => {
    const sources = { prices: prices(['2026-11-20', 1, 0.05]) }
    expect(fundValue(holder, contextOn('2026-11-23', sources))).toMatchObject([
      { kind: 'dividend', paidOn: '2026-11-20' },
    ])
    expect(fundValue(holder, contextOn('2026-11-24', sources))).toEqual([])
    expect(fundValue(aCustomer('c2'), contextOn('2026-11-23', sources))).toEqual([])
  })
})

describe('what was first seen at an import', () => {
  const reached = aCustomer('c1', { aumFen: fenOfYuan(600_000), cardLevel: 'none' })

  it('keeps its day as long as it holds, and is new when it begins again', () => {
    const seen = noteFirstSeen(reached, POLICY, day('2026-09-01'))
    expect(seen.firstSeen).toEqual({ 'vip-without-card': '2026-09-01' })
    expect(noteFirstSeen(seen, POLICY, day('2026-10-08'))).toBe(seen)
    const left = noteFirstSeen({ ...seen, aumFen: fen(0) }, POLICY, day('2026-10-08'))
    expect(left.firstSeen).toBeUndefined()
    expect(
      noteFirstSeen({ ...left, aumFen: fenOfYuan(600_000) }, POLICY, day('2026-11-23')).firstSeen,
    ).toEqual({
      'vip-without-card': '2026-11-23',
    })
  })

  it('a customer with nothing to note stays the same object', () => {
    const plain = aCustomer('c2')
    expect(noteFirstSeen(plain, POLICY, day('2026-09-01'))).toBe(plain)
  })
})

describe('news', () => {
  const item: NewsItem = {
    id: 'n1',
    title: '金价回落',
    on: day('2026-11-21'),
    productIds: [],
    productKinds: ['gold'],
    topics: [],
  }
  const on = (today: string, over: Partial<Customer>, of: Partial<NewsItem> = {}) =>
    news(aCustomer('c1', over), contextOn(today, { news: [{ ...item, ...of }] }))
  const gold = { holdings: [aHolding('2030-01-01', { kind: 'gold', productId: 'AU9999' })] }

  it('of a kind or a product is told to who holds it, on the first working day', () => {
    expect(on('2026-11-23', gold)).toMatchObject([{ kind: 'news', touches: '稳享120天' }])
    expect(on('2026-11-23', gold, { productKinds: [], productIds: ['AU9999'] })).toHaveLength(1)
    expect(on('2026-11-20', gold)).toEqual([])
    expect(on('2026-11-24', gold)).toEqual([])
    expect(on('2026-11-23', {})).toEqual([])
  })

  it('what has matured is not held', () => {
    expect(on('2026-11-23', { holdings: [aHolding('2026-11-20', { kind: 'gold' })] })).toEqual([])
  })

  it.each([
    [{ hobbies: '钓鱼、太极拳' }, '太极'],
    [{ occupation: '餐饮店主' }, '餐饮'],
    [{ company: 'Golden Wok Ltd' }, 'golden wok'],
  ])('of a hobby or a trade is told to %o', (over, topic) => {
    expect(on('2026-11-23', over, { productKinds: [], topics: ['足球', topic] })).toMatchObject([
      { kind: 'interest', touches: topic },
    ])
  })
})
