import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, daysBetween } from '../../../src/domain/day.js'
import { interest, isCounted, wholeMonths } from '../../../src/domain/ledger/interest.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'

describe('a time deposit counts whole years and months from day to day, odd days over 360', () => {
  it.each([
    ['one year', 1_000_000, 1.1, '2025-11-25', '2026-11-25', 11_000],
    ['one year over 29 February is one year', 1_000_000, 1.1, '2027-11-25', '2028-11-25', 11_000],
    ['three months', 100_000, 0.65, '2026-08-25', '2026-11-25', 162.5],
    ['three years', 200_000, 1.55, '2026-11-23', '2029-11-23', 9_300],
    ['a year and twenty days', 100_000, 1.1, '2025-11-05', '2026-11-25', 1_161.11],
    ['31 January to 28 February is one month', 120_000, 1.2, '2026-01-31', '2026-02-28', 120],
    ['28 February to 31 March is a month and three days', 360_000, 1, '2026-02-28', '2026-03-31', 330],
    ['no day, no interest', 1_000_000, 1.1, '2026-11-25', '2026-11-25', 0],
  ])('%s', (_, yuan, percent, from, to, expected) => {
    expect(interest('time-deposit', fenOfYuan(yuan), percent, day(from), day(to))).toBe(fenOfYuan(expected))
  })
})

describe('the other kinds count the days that pass', () => {
  it.each([
    ['notice-deposit', 500_000, 0.45, '2026-11-23', '2026-11-30', 43.75],
    ['current', 100_000, 0.05, '2026-09-21', '2026-12-21', 12.64],
    ['bond', 100_000, 1.63, '2025-11-10', '2026-11-10', 1_630],
    ['wealth', 1_000_000, 2.5, '2026-08-02', '2026-11-25', 7_876.71],
  ] as const)('%s', (kind, yuan, percent, from, to, expected) => {
    expect(interest(kind, fenOfYuan(yuan), percent, day(from), day(to))).toBe(fenOfYuan(expected))
  })

  it('funds, insurance, gold and debts have no interest that could be told', () => {
    expect((['fund', 'insurance', 'gold', 'loan', 'credit-card'] as const).filter(isCounted)).toEqual([])
  })
})

it('half a fen is rounded up, less is dropped', () => {
  // 1 yuan at 1.8 % for one day over 360 is 0.005 fen; 100 yuan 0.5 fen; 99 yuan 0.495 fen.
  expect(interest('notice-deposit', fenOfYuan(100), 1.8, day('2026-11-23'), day('2026-11-24'))).toBe(1)
  expect(interest('notice-deposit', fenOfYuan(99), 1.8, day('2026-11-23'), day('2026-11-24'))).toBe(0)
})

it('an end before the beginning and a rate that is none are refused', () => {
  const [from, to] = [day('2026-11-24'), day('2026-11-23')]
  expect(() => interest('bond', fen(1), 1, from, to)).toThrow(RangeError)
  expect(() => interest('bond', fen(1), Number.NaN, to, from)).toThrow(RangeError)
})

const aDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2000-01-01'), n))

it('whole months never pass the end, and one more would', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 4_000 }), (from, span) => {
      const to = addDays(from, span)
      const months = wholeMonths(from, to)
      expect(addMonths(from, months) <= to).toBe(true)
      expect(addMonths(from, months + 1) > to).toBe(true)
    }),
  )
})

it('the interest of two spans that meet differs from that of the whole by a fen at most', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 0, max: 1e12 }),
      (from, first, second, principal) => {
        const middle = addDays(from, first)
        const to = addDays(middle, second)
        const of = (a: typeof from, b: typeof from) => interest('bond', fen(principal), 1.63, a, b)
        expect(Math.abs(of(from, middle) + of(middle, to) - of(from, to))).toBeLessThanOrEqual(1)
        expect(of(from, to)).toBeCloseTo((principal * 1.63 * daysBetween(from, to)) / 36_500, -3)
      },
    ),
  )
})
