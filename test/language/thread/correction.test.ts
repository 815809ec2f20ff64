import { describe, expect, it } from 'vitest'
import { alsoIn, correctionIn } from '../../../src/language/thread/correction.js'
import { heardOf } from '../a-thread.js'

function corrected(says: string) {
  const correction = correctionIn(heardOf(says).plain)
  return correction && [correction.from?.customers ?? [], correction.to.customers]
}

describe('nothing but another customer', () => {
  it.each([
    ['不是陈总,是陈姐', ['C1'], ['C2']],
    ['不是陈总,而是李总', ['C1'], ['C3']],
    ['是陈姐,不是陈总', ['C1'], ['C2']],
    ['错了,是李总', [], ['C3']],
    ['打错了,应该是李总', [], ['C3']],
    ['我说的是李总', [], ['C3']],
    ['not Grace, Helen', ['C4'], ['C5']],
    ['Helen, not Grace', ['C4'], ['C5']],
    ["sorry, it's Helen", [], ['C5']],
    ['I meant Helen', [], ['C5']],
    ['no, I meant David', [], ['C6']],
    ['make it Helen', [], ['C5']],
  ])('%s', (says, from, to) => expect(corrected(says)).toEqual([from, to]))

  it.each([
    '陈总',
    '不是陈总',
    '不对',
    '错了,是李总,没接',
    '不是陈总,是陈姐,约了明天三点',
    'not Grace',
    'sorry',
    'no, Helen did not pick up',
    'I meant Helen and David',
    'not Grace, Helen tomorrow at 3',
  ])('and none: %s', (says) => expect(corrected(says)).toBeUndefined())
})

describe('another one too', () => {
  it.each([
    ['还有李总', 'C3'],
    ['李总也是', 'C3'],
    ['and Helen', 'C5'],
    ['Helen too', 'C5'],
    ['also David', 'C6'],
  ])('%s', (says, id) => expect(alsoIn(heardOf(says).plain)?.customers).toEqual([id]))

  it.each(['李总', '还有李总和陈姐', '还有谁', 'and Helen and David', 'Helen'])('and none: %s', (says) =>
    expect(alsoIn(heardOf(says).plain)).toBeUndefined(),
  )
})
