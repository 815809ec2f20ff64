import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import type { Holding } from '../../../src/domain/ledger/holding.js'
import { addKept, bookMoneyKept, moneyKeptOf } from '../../../src/domain/ledger/money-kept.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

const ON = day('2026-11-02')
const DECIDED = day('2026-11-13')

const matured = (over: Partial<Holding> = {}) =>
  aHolding(ON, { id: 'old', kind: 'time-deposit', amountFen: fenOfYuan(100), ...over })
const begun = (startsOn: string, yuan: number, over: Partial<Holding> = {}) =>
  aHolding('2027-11-02', {
    id: `new-${startsOn}`,
    startsOn: day(startsOn),
    amountFen: fenOfYuan(yuan),
    ...over,
  })
const account = (yuan: number, over: Partial<Holding> = {}): Holding => {
  const { maturesOn: _, ...rest } = aHolding('2099-01-01', {
    id: 'account',
    kind: 'current',
    amountFen: fenOfYuan(yuan),
    ...over,
  })
  return rest
}

function kept(holdings: readonly Holding[], today = TODAY) {
  return moneyKeptOf(aCustomer('c1', { holdings }), POLICY, today).map((one) => ({
    id: one.holding.id,
    state: one.isDecided ? 'decided' : 'undecided',
    kept: one.keptFen / 100,
    inCurrent: one.inCurrentFen / 100,
    gone: one.goneFen / 100,
    unknown: one.unknownFen / 100,
  }))
}
const of = (parts: object) => [{ state: 'decided', kept: 0, inCurrent: 0, gone: 0, unknown: 0, ...parts }]

describe('money that matured', () => {
  it('is decided from the 11th day after, and not before', () => {
    expect(kept([matured(), account(0)], addDays(DECIDED, -1))).toMatchObject([
      { state: 'undecided', gone: 0 },
    ])
    expect(kept([matured(), account(0)], DECIDED)).toMatchObject([{ state: 'decided', gone: 100 }])
  })

  it.each<[string, Holding, number]>([
    ['begun the day before', begun('2026-11-01', 100), 0],
    ['begun on the maturity day', begun('2026-11-02', 100), 100],
    ['begun on the 10th day', begun('2026-11-12', 100), 100],
    ['begun on the 11th day', begun('2026-11-13', 100), 0],
    ['more than matured', begun('2026-11-05', 250), 100],
    ['gold', begun('2026-11-05', 60, { kind: 'gold' }), 60],
    ['a loan', begun('2026-11-05', 60, { kind: 'loan' }), 0],
    ['foreign money', begun('2026-11-05', 60, { currency: 'USD' }), 0],
    ['ended again before the 10th day', begun('2026-11-05', 60, { endedOn: day('2026-11-12') }), 0],
    ['ended after it', begun('2026-11-05', 60, { endedOn: day('2026-11-13') }), 60],
    [
      'matured itself before the 10th day',
      begun('2026-11-03', 60, { maturesOn: day('2026-11-10'), endedOn: day('2026-11-11') }),
      60,
    ],
  ])('is kept by what is begun in the ten days: %s', (_what, next, sum) => {
    expect(kept([matured(), next, account(0)])[0]).toMatchObject({ kept: sum, gone: 100 - sum })
  })

  it('is in the current account as far as that goes, and else gone', () => {
    expect(kept([matured(), begun('2026-11-03', 30), account(50)])).toMatchObject(
      of({ kept: 30, inCurrent: 50, gone: 20 }),
    )
  })

  it('is unknown, not gone, where no current account was ever imported', () => {
    expect(kept([matured(), begun('2026-11-03', 30)])).toMatchObject(of({ kept: 30, unknown: 70 }))
  })

  it('uses each new yuan and each yuan on the account once, the earliest maturity first', () => {
    const second = matured({ id: 'second', maturesOn: day('2026-11-05') })
    expect(kept([second, matured(), begun('2026-11-06', 150), account(30)])).toMatchObject([
      { id: 'old', kept: 100, inCurrent: 0, gone: 0 },
      { id: 'second', kept: 50, inCurrent: 30, gone: 20 },
    ])
  })

  it('is not kept by the holding itself', () => {
    expect(kept([matured({ startsOn: ON }), account(0)])).toMatchObject(of({ gone: 100 }))
  })

  it('of a deposit with automatic renewal is kept in full until the file ends it', () => {
    expect(kept([matured({ autoRenew: true }), account(0)])).toMatchObject(of({ kept: 100 }))
    expect(kept([matured({ autoRenew: true, endedOn: day('2026-11-12') }), account(0)])).toMatchObject(
      of({ gone: 100 }),
    )
    expect(kept([matured({ autoRenew: true, kind: 'wealth' }), account(0)])).toMatchObject(of({ gone: 100 }))
  })

  it('is renewed where the file moved the day of the same holding on, and its yuan keeps nothing else', () => {
    const renewed = matured({
      startsOn: ON,
      maturesOn: day('2027-11-02'),
      amountFen: fenOfYuan(120),
      matured: [
        {
          on: ON,
          kind: 'time-deposit',
          amountFen: fenOfYuan(100),
          currency: 'CNY',
          renewedOn: day('2026-11-04'),
        },
      ],
    })
    expect(kept([renewed, matured({ id: 'other' }), account(0)])).toMatchObject([
      { id: 'old', kept: 100 },
      { id: 'other', kept: 20, gone: 80 },
    ])
  })

  it('goes by what the account held on the day of decision, where that is on record', () => {
    const before = [{ from: day('2026-11-01'), until: day('2026-11-20'), amountFen: fenOfYuan(80) }]
    const recorded = account(0, { onRecord: { since: day('2026-11-20'), before } })
    expect(kept([matured(), recorded])).toMatchObject(of({ inCurrent: 80, gone: 20 }))
    const unrecorded = account(0, { onRecord: { since: day('2026-11-20') } })
    expect(kept([matured(), unrecorded])).toMatchObject(of({ gone: 100 }))
  })

  it('adds up over books, other currencies apart, with a rate of what is decided', () => {
    const period = { from: day('2026-11-01'), to: day('2026-11-30') }
    const one = aCustomer('c1', { holdings: [matured(), begun('2026-11-03', 30), account(0)] })
    const two = aCustomer('c2', {
      holdings: [
        matured({ id: 'late', maturesOn: TODAY, kind: 'bond' }),
        matured({ id: 'dollars', currency: 'USD' }),
        matured({ id: 'before', maturesOn: day('2026-10-31') }),
      ],
    })
    const books = [[one], [two], []].map((customers) => bookMoneyKept(customers, period, POLICY, TODAY).sums)
    expect(addKept(books)).toMatchObject({
      count: 2,
      maturedFen: 20_000,
      decidedFen: 10_000,
      keptFen: 3_000,
      goneFen: 7_000,
      undecidedFen: 10_000,
      rate: 30,
      byKind: [
        { kind: 'time-deposit', rate: 30 },
        { kind: 'bond', rate: null },
      ],
      otherCurrencies: [{ currency: 'USD', maturedFen: 10_000 }],
    })
  })
})
