import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import type { Holding } from '../../../src/domain/ledger/holding.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { reviewJson } from '../../../src/domain/review/review-json.js'
import { reviewSheet } from '../../../src/domain/review/review-sheet.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

const yuan = fenOfYuan
const held = ({ id, on, ...over }: Partial<Holding> & { id: string; on?: string }): Holding => {
  const { maturesOn: _, ...open } = aHolding('2027-11-23', { ...over, id })
  return on === undefined ? open : { ...open, maturesOn: day(on) }
}
const sheetOf = (over: Parameters<typeof aCustomer>[1], products: Parameters<typeof reviewSheet>[1] = []) =>
  reviewSheet(
    aCustomer('C1', { riskRating: 'C3', riskAssessedOn: day('2026-11-01'), ...over }),
    products,
    POLICY,
    TODAY,
  )
const codes = (sheet: ReturnType<typeof reviewSheet>) => sheet.flags.map(({ code }) => code)

describe('the sheet of a wealth review', () => {
  it('is over what runs in yuan: debts, cards, pay and other currencies stand apart', () => {
    const sheet = sheetOf({
      holdings: [
        held({ id: 'a', kind: 'current', amountFen: yuan(100) }),
        held({ id: 'b', kind: 'loan', amountFen: yuan(500) }),
        held({ id: 'c', kind: 'credit-card', amountFen: yuan(20) }),
        held({ id: 'd', kind: 'payroll', amountFen: yuan(8_000) }),
        held({ id: 'e', kind: 'wealth', amountFen: yuan(300), currency: 'USD' }),
        held({ id: 'f', kind: 'wealth', amountFen: yuan(900), on: '2026-11-22' }),
      ],
    })
    expect(sheet).toMatchObject({
      totalFen: yuan(100),
      byKind: [{ kind: 'current', percent: 100 }],
      otherCurrencies: [{ currency: 'USD', amountFen: yuan(300) }],
      liabilities: [
        { kind: 'loan', amountFen: yuan(500) },
        { kind: 'credit-card', amountFen: yuan(20) },
      ],
    })
  })

  it('shows the AUM beside its own total, with the difference', () => {
    expect(sheetOf({ aumFen: yuan(150), holdings: [held({ id: 'a', amountFen: yuan(100) })] }).aum).toEqual({
      aumFen: yuan(150),
      besideFen: yuan(50),
    })
    expect(sheetOf({ aumFen: undefined as never }).aum).toBeUndefined()
  })

  it('puts the larger kind first, and kinds of one sum in the handbook’s order', () => {
    const kinds = (['gold', 'bond', 'time-deposit', 'current'] as const).map((kind) =>
      held({ id: kind, kind, amountFen: yuan(kind === 'bond' ? 20 : 10) }),
    )
    expect(sheetOf({ holdings: kinds }).byKind.map(({ kind }) => kind)).toEqual([
      'bond',
      'current',
      'time-deposit',
      'gold',
    ])
  })

  it('rounds every percentage half up by itself, so that they may add to 99.9', () => {
    const sheet = sheetOf({
      holdings: (['current', 'fund', 'bond'] as const).map((kind) =>
        held({ id: kind, kind, amountFen: yuan(1) }),
      ),
    })
    expect(sheet.byKind.map(({ percent }) => percent)).toEqual([33.3, 33.3, 33.3])
  })

  it.each([
    ['current', '2030-01-01', 'on-demand'],
    ['notice-deposit', '2027-06-01', 'on-demand'],
    ['gold', undefined, 'on-demand'],
    ['wealth', TODAY, 'to-30'],
    ['wealth', addDays(TODAY, 30), 'to-30'],
    ['wealth', addDays(TODAY, 31), 'to-90'],
    ['wealth', addDays(TODAY, 90), 'to-90'],
    ['wealth', addDays(TODAY, 91), 'to-365'],
    ['wealth', addDays(TODAY, 365), 'to-365'],
    ['wealth', addDays(TODAY, 366), 'longer'],
  ] as const)('%s that matures %s is %s', (kind, on, term) => {
    const sheet = sheetOf({ holdings: [held({ id: 'a', kind, ...(on === undefined ? {} : { on }) })] })
    expect(sheet.byTerm.map((part) => part.term)).toEqual([term])
  })

  it('takes the highest level of the holding and of its product’s two', () => {
    const products = [
      { id: 'W1', name: '稳享', kind: 'wealth', currency: 'CNY', riskLevel: 'R2', issuerRiskLevel: 'R4' },
    ] as const
    const sheet = sheetOf({ holdings: [held({ id: 'a', productId: 'W1', riskLevel: 'R3' })] }, products)
    expect(sheet.byLevel).toMatchObject([{ level: 'R4', aboveRating: true }])
    expect(codes(sheet)).toContain('above-rating')
  })

  it('gives deposits and bonds no level, and calls any other without one unknown', () => {
    const sheet = sheetOf({
      holdings: [
        held({ id: 'a', kind: 'bond', riskLevel: 'R3' }),
        held({ id: 'b', kind: 'time-deposit' }),
        held({ id: 'c', kind: 'gold' }),
      ],
    })
    expect(sheet.byLevel.map(({ level }) => level)).toEqual(['unknown', 'none'])
  })

  it('cuts the months of the maturities at today and 180 days on', () => {
    const days = [TODAY, addDays(TODAY, 180), addDays(TODAY, 181)]
    const sheet = sheetOf({ holdings: days.map((on, at) => held({ id: `h${at}`, on })) })
    expect(sheet.maturities.map(({ month, count }) => [month, count])).toEqual([
      ['2026-11', 1],
      ['2027-05', 1],
    ])
  })
})

describe('the flags of a wealth review', () => {
  it('stand in the handbook’s order', () => {
    const sheet = sheetOf({
      riskRating: 'C1',
      riskAssessedOn: day('2025-11-01'),
      holdings: [
        held({ id: 'a', riskLevel: 'R2', amountFen: yuan(60), on: '2027-02-01' }),
        held({ id: 'b', riskLevel: 'R2', amountFen: yuan(40), on: '2027-02-09' }),
      ],
    })
    expect(codes(sheet)).toEqual([
      'above-rating',
      'one-product',
      'illiquid',
      'one-month',
      'assessment',
      'one-kind',
    ])
  })

  it.each([
    [50, 50, false],
    [50.01, 49.99, true],
  ])('one product is more than half: %s beside %s', (one, other, flagged) => {
    const sheet = sheetOf({
      holdings: [
        held({ id: 'a', amountFen: yuan(one) }),
        held({ id: 'b', kind: 'time-deposit', amountFen: yuan(other) }),
      ],
    })
    expect(codes(sheet).includes('one-product')).toBe(flagged)
  })

  it('takes a deposit for no product', () => {
    expect(codes(sheetOf({ holdings: [held({ id: 'a', kind: 'time-deposit' })] }))).not.toContain(
      'one-product',
    )
  })

  it.each([
    [5, 95, false],
    [4.99, 95.01, true],
  ])('on demand under 5 %%: %s of 100', (near, far, flagged) => {
    const sheet = sheetOf({
      holdings: [
        held({ id: 'a', kind: 'current', amountFen: yuan(near) }),
        held({ id: 'b', kind: 'bond', amountFen: yuan(far), on: '2028-01-01' }),
      ],
    })
    expect(codes(sheet).includes('illiquid')).toBe(flagged)
  })

  it.each([
    [2, 40, true],
    [2, 39.99, false],
    [1, 40, false],
  ])('%s holdings that mature in one month with %s of 100', (count, sum, flagged) => {
    const maturing = Array.from({ length: count }, (_, at) =>
      held({ id: `m${at}`, kind: 'time-deposit', amountFen: yuan(sum / count), on: `2027-02-0${at + 1}` }),
    )
    const rest = held({ id: 'z', kind: 'bond', amountFen: yuan(100 - sum), on: '2028-01-01' })
    expect(codes(sheetOf({ holdings: [...maturing, rest] })).includes('one-month')).toBe(flagged)
  })

  it.each([
    [addDays(TODAY, 60 - 365), 'expiring'],
    [addDays(TODAY, 61 - 365), undefined],
    [addDays(TODAY, -365), 'expiring'],
    [addDays(TODAY, -366), 'expired'],
  ])('an assessment of %s is %s', (riskAssessedOn, state) => {
    const flag = sheetOf({ riskAssessedOn }).flags.find(({ code }) => code === 'assessment')
    expect(flag && 'state' in flag ? flag.state : undefined).toBe(state)
  })

  it('a rating without a day is not assessed, and still marks what is above it', () => {
    const { riskAssessedOn: _, ...rest } = aCustomer('C1', {
      riskRating: 'C1',
      holdings: [held({ id: 'a', riskLevel: 'R3' })],
    })
    const sheet = reviewSheet(rest, [], POLICY, TODAY)
    expect(sheet.flags).toContainEqual({ code: 'assessment', state: 'not-assessed' })
    expect(codes(sheet)).toContain('above-rating')
  })

  it('in per cent are left out of an empty sheet', () => {
    const sheet = sheetOf({})
    expect(codes(sheet)).toEqual([])
    expect(reviewJson(sheet)).toMatchObject({ total: 0, byKind: [], sinceLast: null })
  })
})

describe('the change since the last review', () => {
  const then = [
    { id: 'a', kind: 'current', amountFen: yuan(100) },
    { id: 'b', kind: 'wealth', amountFen: yuan(200) },
    { id: 'c', kind: 'fund', amountFen: yuan(300) },
  ] as const
  const reviewed = aContact('2026-09-01', { review: { holdings: then } })
  const now = [
    held({ id: 'a', kind: 'current', amountFen: yuan(150) }),
    held({ id: 'c', kind: 'fund', amountFen: yuan(280) }),
    held({ id: 'd', kind: 'bond', amountFen: yuan(500) }),
  ]

  it('is the current account, what began, what ended and the rest, and they add up', () => {
    expect(sheetOf({ holdings: now, contacts: [reviewed] }).since).toEqual({
      on: '2026-09-01',
      changeFen: yuan(330),
      currentFen: yuan(50),
      begunFen: yuan(500),
      endedFen: yuan(200),
      restFen: yuan(-20),
    })
  })

  it('has the flow of the account beside it, counted after the day of the review', () => {
    const flow = (on: string, net: number) => ({
      on: day(on),
      netFen: yuan(net),
      ownCount: 1,
      ownAbsFen: yuan(1),
    })
    const flows = [
      flow('2026-09-01', 7),
      flow('2026-09-02', 50),
      flow('2026-11-23', -20),
      flow('2026-11-24', 9),
    ]
    expect(sheetOf({ holdings: now, contacts: [reviewed], flows }).since).toMatchObject({
      flowFen: yuan(30),
      changeFen: yuan(330),
    })
  })

  it.each([
    ['was taken back', { withdrawn: true }],
    ['did not reach the customer', { reached: false }],
  ] as const)('does not count from a review that %s', (_, over) => {
    expect(sheetOf({ contacts: [{ ...reviewed, ...over }] }).since).toBeUndefined()
  })
})
