import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { type MaturityQuery, maturities, maturityTotals } from '../../../src/domain/ledger/maturities.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const week = { from: day('2026-11-23'), to: day('2026-11-29') }

const list = (customers: Parameters<typeof maturities>[0], query: Partial<MaturityQuery> = {}) =>
  maturities(customers, { period: week, ...query }, POLICY, CALENDAR, TODAY)

const idsOf = (rows: ReturnType<typeof list>) => rows.map((row) => row.holding.id)

describe('maturities of a period', () => {
  it('go by the day in the ledger, and show the day it counts as', () => {
    const holdings = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map((on) => aHolding(on))
    expect(list([aCustomer('c1', { holdings })])).toMatchObject([
      { maturesOn: '2026-11-23', countsOn: '2026-11-23', daysLeft: 0 },
      { maturesOn: '2026-11-29', countsOn: '2026-11-27', daysLeft: 6 },
    ])
  })

  it('list loans and cards only where they are named', () => {
    const holdings = [
      aHolding('2026-11-24', { id: 'loan', kind: 'loan' }),
      aHolding('2026-11-24', { id: 'wealth' }),
    ]
    expect(idsOf(list([aCustomer('c1', { holdings })]))).toEqual(['wealth'])
    expect(idsOf(list([aCustomer('c1', { holdings })], { kinds: ['loan'] }))).toEqual(['loan'])
  })

  it('list customers who may not be contacted, too', () => {
    expect(list([aCustomer('c1', { doNotContact: true, holdings: [aHolding('2026-11-24')] })])).toHaveLength(
      1,
    )
  })

  it('are narrowed by sums, bounds included, of one currency', () => {
    const holdings = [
      aHolding('2026-11-24', { id: 'just', amountFen: fenOfYuan(500_000) }),
      aHolding('2026-11-24', { id: 'less', amountFen: fenOfYuan(499_999.99) }),
      aHolding('2026-11-24', { id: 'dollars', amountFen: fenOfYuan(900_000), currency: 'USD' }),
    ]
    const customers = [aCustomer('c1', { holdings })]
    expect(idsOf(list(customers, { amount: { min: 500_000 } }))).toEqual(['just'])
    expect(idsOf(list(customers, { amount: { min: 500_000, currency: 'USD' } }))).toEqual(['dollars'])
  })

  it('come the earliest first, yuan before other money, the largest first', () => {
    const holdings = [
      aHolding('2026-11-25', { id: 'd' }),
      aHolding('2026-11-24', { id: 'c', currency: 'USD', amountFen: fenOfYuan(9_000_000) }),
      aHolding('2026-11-24', { id: 'b', amountFen: fenOfYuan(1) }),
      aHolding('2026-11-24', { id: 'a' }),
    ]
    expect(idsOf(list([aCustomer('c1', { holdings })]))).toEqual(['a', 'b', 'c', 'd'])
  })

  it.each<[string, string | undefined, string]>([
    ['2026-10-25', '2026-10-25', '30 days before the maturity'],
    ['2026-10-24', undefined, '31 days before it'],
    ['2026-11-24', undefined, 'after today'],
  ])('spoken with on %s counts as %s: %s', (on, expected) => {
    const customer = aCustomer('c1', { contacts: [aContact(on)], holdings: [aHolding('2026-11-24')] })
    expect(list([customer])[0]?.spokenWith).toBe(expected)
  })

  it('an attempt is not spoken with', () => {
    const contacts = [aContact('2026-11-20', { reached: false })]
    expect(list([aCustomer('c1', { contacts, holdings: [aHolding('2026-11-24')] })])[0]).not.toHaveProperty(
      'spokenWith',
    )
  })

  it('are added up by currency, never across', () => {
    const holdings = [
      aHolding('2026-11-24'),
      aHolding('2026-11-25'),
      aHolding('2026-11-24', { id: 'u', currency: 'USD' }),
    ]
    expect(maturityTotals(list([aCustomer('c1', { holdings })]))).toEqual([
      { currency: 'CNY', amountFen: fenOfYuan(2_000_000), count: 2 },
      { currency: 'USD', amountFen: fenOfYuan(1_000_000), count: 1 },
    ])
  })
})
