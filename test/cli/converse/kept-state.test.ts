import { describe, expect, it } from 'vitest'
import { keptState } from '../../../src/cli/converse/kept-state.js'
import { type ConversationState, emptyState } from '../../../src/conversation/state.js'
import { day } from '../../../src/domain/day.js'
import type { OpenQuestion } from '../../../src/language/context.js'

const WHEN = { at: '2026-11-23T01:00:00.000Z', day: day('2026-11-23'), turn: 3 }

const asking = (...questions: readonly OpenQuestion[]): ConversationState => ({
  ...emptyState('M1'),
  turn: 3,
  stack: questions.map((open, n) => ({
    flow: 'some-flow',
    version: 1,
    state: {},
    changeId: 't1',
    question: { open, promptId: `q${n}`, put: WHEN, reminded: false, passing: false },
  })),
})

describe('the open question', () => {
  it('is the one on top', () => {
    const state = asking(
      { kind: 'step', customerId: 'C01', step: 2 },
      { kind: 'customer', said: '张伟', candidates: ['C02', 'C03'] },
    )
    expect(keptState.openQuestionOf(state)).toEqual({ id: 'q1', kind: 'customer' })
  })

  it.each([
    ['nothing is kept', undefined],
    ['nothing is open', emptyState('M1')],
    ['a call is practised', asking({ kind: 'line' })],
  ])('is none where %s', (_, memory) => {
    expect(keptState.openQuestionOf(memory)).toBeUndefined()
  })

  it('is which reading was meant, as long as nothing was said since', () => {
    const unclear = { ...WHEN, value: { id: 'u1', text: '看', intents: ['brief.show', 'help'] as const } }
    const at = (turn: number): ConversationState => ({ ...emptyState('M1'), turn, focus: { unclear } })
    const asked = { id: 'u1', kind: 'choice', options: ['brief.show', 'help'], lapses: true }
    expect(keptState.openQuestionOf(at(3))).toEqual(asked)
    expect(keptState.openQuestionOf(at(4))).toBeUndefined()
  })
})
