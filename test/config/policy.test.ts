import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DataFileError } from '../../src/config/data-file.js'
import { loadPolicy } from '../../src/config/policy.js'

const shipped = JSON.parse(readFileSync('data/policy.json', 'utf8'))

function written(policy: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.json')
  writeFileSync(path, typeof policy === 'string' ? policy : JSON.stringify(policy))
  return path
}

function problemsOf(policy: unknown): readonly string[] {
  try {
    loadPolicy(written(policy))
  } catch (error) {
    if (error instanceof DataFileError) return error.problems
    throw error
  }
  return []
}

describe('the policy file', () => {
  it('is shipped with the numbers of the handbook', () => {
    const policy = loadPolicy('data/policy.json')
    expect(
      policy.tiers.map(({ tier, fromFen, intervalDays }) => [tier, fromFen / 100, intervalDays]),
    ).toEqual([
      ['A', 2_000_000, 7],
      ['B', 500_000, 14],
      ['C', 200_000, 30],
      ['D', 50_000, 61],
      ['E', 0, undefined],
    ])
    expect(policy).toMatchObject({ dailyCapacity: 20, maturityHeadsUpDays: [30, 7], sleepingAfterDays: 90 })
  })

  it('reports every problem at once, by its place', () => {
    const { dailyCapacity: _, ...rest } = shipped
    const problems = problemsOf({ ...rest, sleepingAfterDays: 'ninety', briefCutOff: '25:00', colour: 'red' })
    expect(problems).toHaveLength(4)
    expect(problems.join('\n')).toMatch(
      /dailyCapacity[\s\S]*sleepingAfterDays|sleepingAfterDays[\s\S]*dailyCapacity/,
    )
    expect(problems).toContain('briefCutOff: is not a time HH:mm')
    expect(problems.join('\n')).toContain('colour')
  })

  it('refuses tiers that do not go down to 0', () => {
    const [a, b] = shipped.tiers
    expect(problemsOf({ ...shipped, tiers: [b, a] })).toEqual([
      'tiers.1.fromYuan: is not below the tier above',
      'tiers.1.fromYuan: of the last tier is not 0',
    ])
  })

  it('refuses a rhythm without the days it is divided by', () => {
    const [a, ...others] = shipped.tiers
    const { intervalDays: _, ...broken } = a
    expect(problemsOf({ ...shipped, tiers: [broken, ...others] })).toEqual([
      'tiers.0: needs both `every` and `intervalDays`, or neither',
    ])
  })

  it('orders heads-ups the furthest first, however they are written', () => {
    expect(loadPolicy(written({ ...shipped, maturityHeadsUpDays: [7, 60, 30] })).maturityHeadsUpDays).toEqual(
      [60, 30, 7],
    )
  })

  it('names a file that is not there or not JSON', () => {
    expect(() => loadPolicy('data/none.json')).toThrow('data/none.json')
    expect(problemsOf('{')[0]).toContain('is not JSON')
  })
})
