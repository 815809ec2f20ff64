import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseCampaign } from '../../../src/domain/campaign/analyse.js'
import { noCampaigns } from '../../../src/domain/campaign/campaign.js'
import { depositsOf, maturedToUnknown } from '../../../src/domain/campaign/deposits.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aCampaign, aDeposit, inBranch } from '../../support/campaigns.js'
import { aCustomer } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

const NONE = noCampaigns('0101')
const yuan = (sum: number) => fenOfYuan(sum)

it('the quartiles are the values at n/4, n/2 and 3n/4, rounded up, zeros included', () => {
  const branch = inBranch(
    [0, 10, 20, 30, 40].map((sum) => aCustomer(`C${sum}`, { holdings: sum === 0 ? [] : [aDeposit(sum)] })),
  )
  const { all } = analyseCampaign(aCampaign(), NONE, branch, POLICY, TODAY)
  expect(all.deposits).toEqual({
    sumFen: yuan(100),
    q1Fen: yuan(10),
    medianFen: yuan(20),
    q3Fen: yuan(30),
    without: 1,
  })
})

it('a customer is left out by the first rule that applies, and the parts add up to the whole', () => {
  const other = aCampaign({
    id: '0101-2',
    state: 'paused',
    firstDay: TODAY,
    members: ['C4', 'C5'].map((customerId) => ({ customerId, depositsFen: yuan(0), since: TODAY })),
    left: [{ customerId: 'C5', on: TODAY, why: 'quiet' }],
  })
  const query = { kind: 'is', attribute: { of: 'type', is: 'micro' }, said: '' } as const
  const micro = { type: 'micro' } as const
  const branch = inBranch([
    aCustomer('C1', { doNotContact: true, marketingConsent: false }),
    aCustomer('C2', { ...micro, doNotContact: true, marketingConsent: false }),
    aCustomer('C3', { ...micro, marketingConsent: false }),
    aCustomer('C4', micro),
    aCustomer('C5', micro),
  ])
  const { removed, selected, all } = analyseCampaign(
    aCampaign({ query }),
    { ...NONE, campaigns: [other] },
    branch,
    POLICY,
    TODAY,
  )
  expect(removed).toEqual([
    { rule: 'not-in-query', count: 1 },
    { rule: 'do-not-contact', count: 1 },
    { rule: 'no-consent', count: 1 },
    { rule: 'other-campaign', count: 1 },
  ])
  expect([all.count, selected.count]).toEqual([5, 1])
})

it('more customers of a trade come first, then its name; an empty one is not known', () => {
  const trades = ['餐饮', '美容', '餐饮', '建筑', undefined]
  const branch = inBranch(
    trades.map((occupation, at) => aCustomer(`C${at}`, occupation === undefined ? {} : { occupation })),
  )
  const { all } = analyseCampaign(aCampaign(), NONE, branch, POLICY, TODAY)
  expect(all.byTrade.map(({ trade, count }) => [trade, count])).toEqual([
    ['餐饮', 2],
    [undefined, 1],
    ['建筑', 1],
    ['美容', 1],
  ])
})

it('the removed and the selected are the whole, whatever the branch', () => {
  const customer = fc.record({ doNotContact: fc.boolean(), marketingConsent: fc.boolean() })
  fc.assert(
    fc.property(fc.array(customer, { maxLength: 30 }), (people) => {
      const branch = inBranch(people.map((over, at) => aCustomer(`C${at}`, over)))
      const { all, removed, selected } = analyseCampaign(aCampaign(), NONE, branch, POLICY, TODAY)
      expect(removed.reduce((sum, { count }) => sum + count, selected.count)).toBe(all.count)
    }),
  )
})

describe('deposits', () => {
  it.each([
    ['a time deposit', aDeposit(100), 100],
    ['one on its last day', aDeposit(100, { maturesOn: TODAY }), 100],
    ['one that is over', aDeposit(100, { maturesOn: day('2026-11-22') }), 0],
    ['one that renews itself', aDeposit(100, { maturesOn: day('2026-11-22'), autoRenew: true }), 100],
    ['one that renews itself and that the file ended', aDeposit(100, { autoRenew: true, endedOn: TODAY }), 0],
    ['one to begin', aDeposit(100, { startsOn: day('2026-11-24') }), 0],
    ['one in dollars', aDeposit(100, { currency: 'USD' }), 0],
    ['a fund', aDeposit(100, { kind: 'fund' }), 0],
  ])('%s', (_, holding, expected) => {
    expect(depositsOf({ holdings: [holding] }, TODAY).sumFen).toBe(yuan(expected))
  })

  it('matured ones went nobody knows where, unless the current account is known', () => {
    const matured = aDeposit(100, { maturesOn: day('2026-11-22') })
    const since = day('2026-11-01')
    expect(maturedToUnknown({ holdings: [matured] }, since, TODAY)).toBe(yuan(100))
    const current = aDeposit(5, { kind: 'current', endedOn: day('2026-11-02') })
    expect(maturedToUnknown({ holdings: [matured, current] }, since, TODAY)).toBe(yuan(0))
    expect(maturedToUnknown({ holdings: [matured] }, day('2026-11-23'), TODAY)).toBe(yuan(0))
  })
})
