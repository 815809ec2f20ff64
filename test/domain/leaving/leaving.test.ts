import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, day } from '../../../src/domain/day.js'
import { balanceFalling, monthEnds } from '../../../src/domain/leaving/balance-falling.js'
import { leaving, sleepingAccounts } from '../../../src/domain/leaving/leaving.js'
import { maturedLately } from '../../../src/domain/leaving/matured-money.js'
import { silence } from '../../../src/domain/leaving/silence.js'
import type { DayFlow } from '../../../src/domain/ledger/day-flow.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import type { RfmScore } from '../../../src/domain/rfm/rfm.js'
import { groupOf } from '../../../src/domain/rfm/segments.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const own = (on: string, balance?: number): DayFlow => ({
  on: day(on),
  netFen: fen(100),
  ownCount: 1,
  ownAbsFen: fen(100),
  ...(balance === undefined ? {} : { balanceFen: fenOfYuan(balance) }),
})

describe('a balance that falls', () => {
  it('the last four completed months: a month is completed on its last day', () => {
    expect(monthEnds(day('2026-11-29'), 4)).toEqual(['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'])
    expect(monthEnds(day('2026-11-30'), 4)).toEqual(['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'])
    expect(monthEnds(day('2026-03-01'), 2)).toEqual(['2026-01-31', '2026-02-28'])
  })

  const four = (a: number, b: number, c: number, d: number) => [
    own('2026-07-10', a),
    own('2026-08-10', b),
    own('2026-09-10', c),
    own('2026-10-31', d),
  ]
  it.each([
    ['each lower than the one before', four(4, 3, 2, 1), true],
    ['one stands still', four(4, 3, 3, 1), false],
    ['the first known balance is later than the first month end', four(4, 3, 2, 1).slice(1), false],
    ['a later row says no balance', [...four(4, 3, 2, 1).slice(0, 3), own('2026-10-31')], false],
    ['a row after the last month end changes nothing', [...four(4, 3, 2, 1), own('2026-11-02', 9)], true],
  ])('%s', (_, flows, falls) => {
    expect(balanceFalling(flows, TODAY, 4) !== undefined).toBe(falls)
  })
})

describe('silence', () => {
  /** Six days ten days apart, the last one `ago` days before today. */
  const every = (gap: number, ago: number, count = 6) =>
    Array.from({ length: count }, (_, at) => own(addDays(TODAY, -ago - gap * (count - 1 - at))))

  it.each([
    ['31 days against a gap of 10', every(10, 31), 31],
    ['30 days are three gaps, not more', every(10, 30), undefined],
    ['beyond three gaps, and not 30 days yet', every(2, 29), undefined],
    ['30 days against a gap of 2', every(2, 30), 30],
    ['four gaps say nothing of a rhythm', every(2, 60, 5), undefined],
  ])('%s', (_, flows, days) => {
    expect(silence(flows, POLICY, TODAY, TODAY)?.days).toBe(days)
  })

  it('an even number of gaps: the mean of the middle two', () => {
    const flows = [0, 1, 3, 6, 10, 15, 21].map((after) => own(addDays(day('2026-06-01'), after)))
    expect(silence(flows, POLICY, TODAY, TODAY)?.medianGap).toBe(3.5)
  })

  it('is counted to the last day for which transactions are known: a file that is late makes nobody silent', () => {
    expect(silence(every(2, 31), POLICY, TODAY, addDays(TODAY, -3))).toBeUndefined()
    expect(silence(every(2, 34), POLICY, TODAY, addDays(TODAY, -3))?.days).toBe(31)
  })
})

describe('matured and not renewed', () => {
  const matured = (on: string, over = {}) => aHolding(on, { amountFen: fenOfYuan(100), ...over })
  const current = (yuan: number) => ({
    ...aHolding('2027-01-01', { id: 'cur', kind: 'current', amountFen: fenOfYuan(yuan) }),
  })
  const money = (holdings: Customer['holdings']) =>
    maturedLately(POLICY, TODAY)(aCustomer('C1', { holdings }))

  it.each([
    ['decided from the 11th day after', [matured('2026-11-12'), current(0)], 100, 100],
    ['on the 10th day it is not decided', [matured('2026-11-13'), current(0)], undefined, undefined],
    ['90 days ago counts', [matured('2026-08-25'), current(0)], 100, 100],
    ['91 days ago does not', [matured('2026-08-24'), current(0)], undefined, undefined],
    ['without a current account in the files nobody knows', [matured('2026-11-12')], 100, 0],
    ['what lies in the current account has not gone', [matured('2026-11-12'), current(70)], 100, 30],
    [
      'what renews itself has not gone',
      [matured('2026-11-12', { kind: 'time-deposit', autoRenew: true }), current(0)],
      100,
      0,
    ],
    [
      'of what renewed itself the file says that it ended',
      [matured('2026-11-12', { autoRenew: true, endedOn: day('2026-11-13') }), current(0)],
      100,
      100,
    ],
    ['other money', [matured('2026-11-12', { currency: 'USD' }), current(0)], undefined, undefined],
  ] as const)('%s', (_, holdings, maturedYuan, gone) => {
    const found = money(holdings)
    expect(found && [found.maturedFen / 100, found.goneFen / 100]).toEqual(
      maturedYuan === undefined ? undefined : [maturedYuan, gone],
    )
  })

  it('new money is used once, by the earlier maturity first, up to ten days after', () => {
    const begun = (on: string, yuan: number) => ({
      ...aHolding('2027-06-01', { id: `n-${on}`, amountFen: fenOfYuan(yuan) }),
      startsOn: day(on),
    })
    const two = [matured('2026-11-01', { id: 'a' }), matured('2026-11-05', { id: 'b' }), current(0)]
    expect(money([...two, begun('2026-11-11', 150)])?.goneFen).toBe(fenOfYuan(50))
    expect(money([...two, begun('2026-11-12', 150)])?.goneFen).toBe(fenOfYuan(100))
    expect(money([...two, begun('2026-10-31', 150)])?.goneFen).toBe(fenOfYuan(200))
  })
})

describe('who may be leaving', () => {
  const score = (segment: RfmScore['segment']): RfmScore => ({
    r: 2,
    f: 4,
    m: 4,
    segment,
    churnRisk: segment === 'at-risk',
    profitable: true,
  })
  const gone = [
    aHolding('2026-11-02', { id: 'g' }),
    aHolding('2027-01-01', { id: 'c', kind: 'current', amountFen: fen(0) }),
  ]
  const silent = [1, 3, 5, 7, 9, 11].map((after) => own(addDays(day('2026-09-01'), after)))
  const customers = [
    aCustomer('C1', { contacts: [aContact('2026-11-20')] }),
    aCustomer('C2', { flows: silent, contacts: [aContact('2026-11-20')] }),
    aCustomer('C3', { holdings: gone, contacts: [aContact('2026-11-20')] }),
    aCustomer('C4', { contacts: [aContact('2026-10-01')] }),
    aCustomer('C5', { contacts: [aContact('2026-10-01')] }),
  ]
  const listed = (segments: Record<string, RfmScore['segment']>) =>
    leaving(
      customers,
      {
        scores: new Map(customers.map(({ id }) => [id, score(segments[id] ?? 'ordinary')])),
        feed: [],
        maturedMoney: maturedLately(POLICY, TODAY),
      },
      POLICY,
      CALENDAR,
      TODAY,
    ).map(({ customer, causes }) => [customer.id, ...causes.map(({ kind }) => kind)].join(' '))

  it('in the order of the causes, at risk without one last, then by id; an overdue contact alone is no reason', () => {
    expect(listed({ C1: 'at-risk', C5: 'at-risk' })).toEqual([
      'C3 matured-gone',
      'C2 silence',
      'C5 overdue-contact',
      'C1',
    ])
  })
})

describe('accounts that sleep', () => {
  const last = (on: string) => [aCustomer('C1', { flows: [own(on)] })]

  it.each([
    ['90 days ago', '2026-08-25', [], 1],
    ['89 days ago', '2026-08-26', [], 0],
    [
      '90 days ago, and the file of the last three days has not come',
      '2026-08-25',
      [{ until: '2026-11-20' }],
      0,
    ],
  ] as const)('%s', (_, on, feed, count) => {
    const known = feed.map(({ until }) => ({ on: TODAY, until: day(until) }))
    expect(sleepingAccounts(last(on), known, POLICY, TODAY)).toHaveLength(count)
  })
})

it('a group goes by the sum of the scores, then money, frequency, recency, then id', () => {
  const facts = { recencyDays: 1, frequency: 1, monetaryFen: fen(1) }
  const rated = (r: number, f: number, m: number): RfmScore => ({
    r,
    f,
    m,
    segment: 'loyal',
    churnRisk: false,
    profitable: f >= 4 && m >= 4,
    facts,
  })
  const scores = new Map([
    ['C1', rated(5, 4, 3)],
    ['C2', rated(3, 4, 5)],
    ['C3', rated(4, 4, 4)],
    ['C4', rated(4, 3, 5)],
    ['C5', rated(5, 5, 5)],
    ['C6', rated(5, 4, 3)],
  ])
  const customers = [...scores.keys()].map((id) => aCustomer(id))
  const ids = (group: 'loyal' | 'profitable' | 'highest') =>
    groupOf(customers, scores, group).map(({ customer }) => customer.id)
  expect(ids('highest')).toEqual(['C5', 'C2', 'C4', 'C3', 'C1', 'C6'])
  expect(ids('profitable')).toEqual(['C5', 'C2', 'C3'])
  expect(ids('loyal')).toHaveLength(6)
})
