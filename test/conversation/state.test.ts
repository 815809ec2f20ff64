import { describe, expect, it } from 'vitest'
import { emptyState, parseState, STATE_VERSION } from '../../src/conversation/state.js'
import { inTurn } from './a-flow.js'

const KEPT = {
  ...emptyState('M1', { locale: 'en-US', said: { C1: ['l1'] } }),
  turn: 7,
  stack: [{ flow: 'note', version: 3, state: { about: '陈总没接' }, changeId: 't1' }],
  focus: { customer: { value: 'C1', ...inTurn(6) } },
}

describe('what was kept of a conversation', () => {
  it('is taken up as it was, also from its file', () => {
    expect(parseState(KEPT, 'M1')).toEqual(KEPT)
    expect(parseState(JSON.parse(JSON.stringify(KEPT)), 'M1')).toEqual(KEPT)
  })

  it.each([
    ['by an older program', { ...KEPT, version: STATE_VERSION - 1 }, 'M1'],
    ['by a newer program', { ...KEPT, version: STATE_VERSION + 1 }, 'M1'],
    ['of another manager', KEPT, 'M2'],
  ])('%s is forgotten, but for the language', (_by, kept, managerId) =>
    expect(parseState(kept, managerId)).toEqual(emptyState(managerId, { locale: 'en-US' })),
  )

  it.each([[undefined], [null], ['text'], [7], [[]], [{}], [{ version: STATE_VERSION }], [{ memory: null }]])(
    'that is none of ours is nothing: %j',
    (kept) => expect(parseState(kept, 'M1')).toEqual(emptyState('M1')),
  )
})

it('a conversation begins with nothing open and nobody spoken of', () =>
  expect(emptyState('M1')).toEqual({
    version: STATE_VERSION,
    managerId: 'M1',
    turn: 0,
    memory: {},
    stack: [],
    focus: {},
  }))
