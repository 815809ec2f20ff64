import { describe, expect, it } from 'vitest'
import { keptDialogs } from '../../../src/cli/converse/kept-dialogs.js'

const stack = (...ids: readonly string[]) => ({
  dialogs: { dialogStack: ids.map((id) => ({ id, state: { promptId: `${id}-1`, options: {} } })) },
})

describe('the open question', () => {
  it('is the one on top, whatever flow it belongs to', () => {
    expect(
      keptDialogs.openQuestionOf(stack('sales-process', 'ask-step', 'log-contact', 'choose-customer')),
    ).toEqual({
      id: 'choose-customer-1',
      kind: 'customer',
    })
  })

  it.each([
    ['nothing is kept', undefined],
    ['no dialog is open', { dialogs: { dialogStack: [] } }],
    ['a call is practised', stack('practice', 'ask-practice-line')],
  ])('is none where %s', (_, memory) => {
    expect(keptDialogs.openQuestionOf(memory)).toBeUndefined()
  })

  it('is which reading was meant, as long as nothing was said since', () => {
    const thread = (turn: number) => ({
      memory: {
        thread: { turn, unclear: { turn: 3, value: { id: 'u1', intents: ['brief.show', 'help'] } } },
      },
    })
    const asked = { id: 'u1', kind: 'choice', options: ['brief.show', 'help'], lapses: true }
    expect(keptDialogs.openQuestionOf(thread(3))).toEqual(asked)
    expect(keptDialogs.openQuestionOf(thread(4))).toBeUndefined()
  })
})
