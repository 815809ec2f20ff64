import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import type { DayFlow } from '../../../src/domain/ledger/day-flow.js'
import { fen } from '../../../src/domain/money.js'
import { rfmFacts, scoreFacts } from '../../../src/domain/rfm/rfm.js'
import { POLICY, TODAY } from '../../support/rules.js'

function flow(daysAgo: number, count = 1, absFen = 100): DayFlow {
  return { on: addDays(TODAY, -daysAgo), netFen: fen(absFen), ownCount: count, ownAbsFen: fen(absFen) }
}

const branchOf = (...customers: readonly (readonly DayFlow[])[]) =>
  customers.map((flows, index) => ({
    id: `c${index}`,
    flows: [...flows].sort((a, b) => (a.on < b.on ? -1 : 1)),
  }))

const scoresOf = (branch: ReturnType<typeof branchOf>) =>
  scoreFacts(new Map(branch.map(({ id, flows }) => [id, rfmFacts(flows, POLICY, TODAY)])), POLICY)

describe('the facts', () => {
  it("count the customer's own rows of the window, both ends included", () => {
    const flows = [flow(366, 9), flow(365, 2, 50), flow(10, 3, 70), flow(4, 0, 0), flow(-1, 5)]
    expect(rfmFacts(flows, POLICY, TODAY)).toEqual({ recencyDays: 10, frequency: 5, monetaryFen: 120 })
  })

  it('are none without an own row in the window', () => {
    expect(rfmFacts([flow(366), flow(5, 0, 0)], POLICY, TODAY)).toBeUndefined()
  })
})

describe('the scores of a branch', () => {
  it('go by how many are strictly worse', () => {
    const scores = scoresOf(branchOf([flow(50)], [flow(40)], [flow(30)], [flow(20)], [flow(10)], []))
    expect([...scores.values()].map((score) => score.r)).toEqual([1, 2, 3, 4, 5, 0])
  })

  it('equal customers score the same, and alone in the branch 1', () => {
    expect(scoresOf(branchOf([flow(5)], [flow(5)])).get('c1')).toMatchObject({
      r: 1,
      f: 1,
      m: 1,
    })
    expect(scoresOf(branchOf([flow(5)])).get('c0')).toMatchObject({ r: 1, f: 1, m: 1 })
  })

  it('without a transaction a customer is inactive and does not count', () => {
    const scores = scoresOf(branchOf([], [flow(400)], [flow(5)]))
    expect(scores.get('c0')).toMatchObject({ r: 0, f: 0, m: 0, segment: 'inactive' })
    expect(scores.get('c1')).toMatchObject({ segment: 'inactive' })
  })

  it('agree with counting one by one, on any branch', () => {
    const someFlows = fc.array(
      fc.record({ ago: fc.integer({ min: -3, max: 370 }), count: fc.nat(3), abs: fc.nat(500) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(someFlows, { maxLength: 25 }), (customers) => {
        const branch = branchOf(
          ...customers.map((flows) =>
            [...new Map(flows.map((f) => [f.ago, f])).values()].map((f) =>
              flow(f.ago, f.count, f.count === 0 ? 0 : f.abs),
            ),
          ),
        )
        const scores = scoresOf(branch)
        const own = branch.map(({ id, flows }) => {
          const rows = flows.filter((f) => f.ownCount > 0 && f.on <= TODAY && f.on >= addDays(TODAY, -365))
          return {
            id,
            last: rows.at(-1)?.on,
            count: sum(rows.map((f) => f.ownCount)),
            abs: sum(rows.map((f) => f.ownAbsFen)),
          }
        })
        const active = own.filter((c) => c.last !== undefined)
        const score = (worse: number) => Math.min(5, 1 + Math.floor((5 * worse) / active.length))
        for (const c of active)
          expect(scores.get(c.id)).toMatchObject({
            r: score(active.filter((other) => other.last! < c.last!).length),
            f: score(active.filter((other) => other.count < c.count).length),
            m: score(active.filter((other) => other.abs < c.abs).length),
          })
        expect([...scores.values()].filter((s) => s.segment !== 'inactive')).toHaveLength(active.length)
      }),
    )
  })
})

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('segments', () => {
  // Fifteen customers, each one step better than the one before in what the table gives; 15 gives 5, 12 gives 4, 6 gives 2.
  it.each([
    [6, 12, 3, 'at-risk', true],
    [6, 3, 12, 'at-risk', false],
    [9, 12, 12, 'best', false],
    [9, 12, 9, 'loyal', false],
    [9, 9, 12, 'big', false],
    [15, 6, 9, 'new', false],
    [6, 9, 9, 'sleeping', false],
    [9, 9, 9, 'ordinary', false],
    [15, 7, 9, 'ordinary', false],
  ])('recency %i, frequency %i, money %i of 15 is %s', (r, f, m, segment, churnRisk) => {
    const others = Array.from({ length: 15 }, (_, i) => i + 1)
    const pick = (wanted: number, i: number) =>
      i === 0 ? wanted : others.filter((n) => n !== wanted)[i - 1]!
    const branch = branchOf(...others.map((_, i) => [flow(100 - pick(r, i), pick(f, i), pick(m, i) * 1_000)]))
    expect(scoresOf(branch).get('c0')).toMatchObject({ segment, churnRisk })
  })
})

it('the last day of the window is today', () => {
  expect(rfmFacts([flow(0)], POLICY, day('2026-11-23'))).toMatchObject({ recencyDays: 0 })
})
