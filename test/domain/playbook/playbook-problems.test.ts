import { describe, expect, it } from 'vitest'
import type { Playbook } from '../../../src/domain/playbook/playbook.js'
import { playbookProblems } from '../../../src/domain/playbook/playbook-problems.js'
import { CLAIMS, PLAYBOOKS } from '../../support/playbook.js'

const { 'zh-CN': zh, 'en-US': en } = PLAYBOOKS
const problemsOf = (...books: readonly Playbook[]) => playbookProblems(books, CLAIMS)
const withText = (id: string, text: string): Playbook => ({
  ...zh,
  lines: zh.lines.map((line) => (line.id === id ? { ...line, text } : line)),
})

it('the shipped words have none', () => {
  expect(problemsOf(zh, en)).toEqual([])
})

describe('each is named with its language and place', () => {
  it.each([
    [
      'a forbidden claim',
      withText('close-summary-1', '这款保本，您放心'),
      'zh-CN closing close-summary-1: 不得承诺本金或收益 (保本)',
    ],
    [
      'an unknown placeholder',
      withText('close-summary-1', '{titel}您好'),
      'zh-CN closing close-summary-1: {titel} is no placeholder',
    ],
    [
      'an id used twice',
      { ...zh, lines: [...zh.lines, zh.lines[0]!] },
      `zh-CN first-call ${zh.lines[0]!.id}: the id is there twice`,
    ],
    [
      'an occupation without a guide',
      { ...zh, occupations: zh.occupations.filter(({ id }) => id !== 'doctor') },
      'zh-CN occupation doctor: there not at all',
    ],
    ['a step told twice', { ...zh, steps: [...zh.steps, zh.steps[6]!] }, 'zh-CN step 7: there twice'],
    [
      'a sign that cannot be read',
      {
        ...zh,
        reviewSheet: {
          ...zh.reviewSheet,
          criteria: zh.reviewSheet.criteria.map((c) => (c.id === 'close' ? { ...c, signs: [['(谢谢']] } : c)),
        },
      },
      'zh-CN criterion close: Invalid regular expression',
    ],
  ])('%s', (_, book, problem) => {
    const problems = problemsOf(book, en)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(problem)
  })

  it('a situation without words, which also lacks in the other language', () => {
    const without: Playbook = {
      ...zh,
      lines: zh.lines.filter(({ situation }) => situation !== 'winter-solstice'),
    }
    expect(problemsOf(without, en)).toEqual([
      'zh-CN greeting: no line for winter-solstice',
      'zh-CN greeting greet-winter-1: is there in en-US only',
    ])
  })

  it('all of them at once', () => {
    const book = withText('close-summary-1', '{titel}，这款保本')
    expect(problemsOf({ ...book, steps: [] }, en).length).toBeGreaterThan(8)
  })
})
