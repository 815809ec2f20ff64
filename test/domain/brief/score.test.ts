import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScoreFacts, scoreOf, scoreParts } from '../../../src/domain/brief/score.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { POLICY } from '../../support/rules.js'

const facts: ScoreFacts = {
  priority: 2,
  atStakeFen: fen(0),
  overdueWorkingDays: 0,
  intervalDays: 7,
  tier: 'A',
  brokenPromise: false,
}

const score = (over: Partial<ScoreFacts>) => scoreOf(scoreParts({ ...facts, ...over }, POLICY))

describe('the score', () => {
  it.each([
    ['priority before all money', { priority: 1 }, { atStakeFen: fenOfYuan(9_000_000_000) }],
    [
      'more money first',
      { atStakeFen: fenOfYuan(200_000) },
      { atStakeFen: fenOfYuan(199_999.99), overdueWorkingDays: 300 },
    ],
    [
      'overdue time by its share of the interval',
      { overdueWorkingDays: 2 },
      { overdueWorkingDays: 3, intervalDays: 14 },
    ],
    [
      'a seventh before eight sixty-firsts',
      { overdueWorkingDays: 1 },
      { overdueWorkingDays: 8, intervalDays: 61 },
    ],
    ['overdue time before the tier', { overdueWorkingDays: 1, intervalDays: 61, tier: 'D' }, {}],
    ['tier A before B', {}, { tier: 'B' }],
    ['the tier before a broken promise', {}, { tier: 'B', brokenPromise: true }],
    ['a broken promise before none', { brokenPromise: true }, {}],
  ] as const)('puts %s', (_, first, second) => {
    expect(score(first)).toBeGreaterThan(score(second))
  })

  it.each([
    ['money of one step', { atStakeFen: fenOfYuan(100_000) }, { atStakeFen: fenOfYuan(199_999.99) }],
    [
      'equal shares of different intervals',
      { overdueWorkingDays: 3 },
      { overdueWorkingDays: 6, intervalDays: 14 },
    ],
    ['nothing at stake and less than a step', { atStakeFen: fenOfYuan(99_999.99) }, {}],
  ] as const)('does not tell apart %s', (_, one, other) => {
    expect(score(one)).toBe(score(other))
  })

  it('a tier without cadence has nothing overdue', () => {
    const { intervalDays: _, ...without } = facts
    expect(scoreParts({ ...without, tier: 'E' }, POLICY)).toEqual({
      priority: 2e15,
      money: 0,
      overdue: 0,
      tier: 0,
      promise: 0,
    })
  })

  it('keeps the order of the handbook, and stays exact', () => {
    const interval = { A: 7, B: 14, C: 30, D: 61 } as const
    const some: fc.Arbitrary<ScoreFacts> = fc
      .record({
        priority: fc.constantFrom(1, 2, 3),
        atStakeFen: fc.integer({ min: 0, max: 90_000_000 }).map((n) => fen(n)),
        overdueWorkingDays: fc.nat(600),
        tier: fc.constantFrom('A', 'B', 'C', 'D'),
        brokenPromise: fc.boolean(),
      })
      .map((of) => ({ ...of, intervalDays: interval[of.tier] }))
    const stepsOf = (of: ScoreFacts) => Math.floor(of.atStakeFen / 10_000_000)
    fc.assert(
      fc.property(some, some, (a, b) => {
        const differences = [
          b.priority - a.priority,
          stepsOf(a) - stepsOf(b),
          a.overdueWorkingDays * b.intervalDays! - b.overdueWorkingDays * a.intervalDays!,
          b.tier.charCodeAt(0) - a.tier.charCodeAt(0),
          Number(a.brokenPromise) - Number(b.brokenPromise),
        ]
        const expected = Math.sign(differences.find((difference) => difference !== 0) ?? 0)
        expect(Math.sign(score(a) - score(b))).toBe(expected)
        expect(Number.isSafeInteger(score(a))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
