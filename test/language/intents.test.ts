import { describe, expect, it } from 'vitest'
import { canTurn, INTENTS, isQuestion, isTalk, isWrite, rowOf } from '../../src/language/intents.js'

describe('every intent', () => {
  it.each(INTENTS)('%s is of one kind', (intent) => {
    const is = [isTalk(intent), isQuestion(intent), isWrite(intent), rowOf(intent).kind === 'flow']
    expect(is.filter(Boolean)).toHaveLength(1)
  })

  it('is in the table once', () => expect(new Set(INTENTS).size).toBe(INTENTS.length))
})

it.each(INTENTS.filter(canTurn))('only a question can be turned by a few words: %s', (intent) =>
  expect(isQuestion(intent)).toBe(true),
)

it.each(INTENTS.filter((intent) => rowOf(intent).stake !== undefined))(
  'only what is written has a stake: %s',
  (intent) => expect(isWrite(intent)).toBe(true),
)

it.each(INTENTS.filter((intent) => rowOf(intent).inPractice === true))(
  'nothing is written in the middle of a practised call: %s',
  (intent) => expect(isWrite(intent)).toBe(false),
)

it.each(INTENTS.filter(isTalk).filter((intent) => intent !== 'undo'))(
  'words of conversation have no slots: %s',
  (intent) => expect(rowOf(intent).days).toBe('bare'),
)

it.each(INTENTS.filter((intent) => rowOf(intent).turns?.includes('period') === true))(
  'what can be asked of another time reads days as a span: %s',
  (intent) => expect(['span', 'back']).toContain(rowOf(intent).days),
)
