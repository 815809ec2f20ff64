import { describe, expect, it } from 'vitest'
import { pressedAnswer } from '../../src/conversation/pressed.js'
import { ASKED, type AskedName } from '../language/questions-asked.js'

type Case = readonly [asked: AskedName, choice: string, answer: object]

it.each<Case>([
  ['which of two', 'C2', { kind: 'customer', customerId: 'C2' }],
  ['is it right', 'yes', { kind: 'confirm', yes: true }],
  ['is it right', 'no', { kind: 'confirm', yes: false }],
  ['when to call him', '2026-11-30', { kind: 'choice', id: '2026-11-30' }],
  ['when to call him', 'open', { kind: 'choice', id: 'open' }],
  ['how it went', 'declined', { kind: 'choice', id: 'declined' }],
  ['till when', 'next-week', { kind: 'put', put: { kind: 'snooze', until: '2026-11-30' } }],
  ['till when', 'skip', { kind: 'put', put: { kind: 'skip', reason: '没空' } }],
  ['which meeting', 'a2', { kind: 'meeting', meeting: ASKED['which meeting'].meetings[1] }],
  ['which sale', 'o1', { kind: 'choice', id: 'o1' }],
  ['what he needs', 'skip', { kind: 'choice', id: 'skip' }],
  ['why it was lost', 'price', { kind: 'choice', id: 'price' }],
  ['which language', 'en-US', { kind: 'choice', id: 'en-US' }],
  ['which entry', '1', { kind: 'entry', at: 1 }],
])('%s: the button %s', (asked, choice, answer) =>
  expect(pressedAnswer(ASKED[asked], choice)).toEqual(answer),
)

describe('a button of another question answers nothing', () => {
  it.each<readonly [AskedName, string]>([
    ['which of two', 'C3'],
    ['which of two', 'yes'],
    ['when to call him', '2026-12-01'],
    ['when to meet her', 'open'],
    ['how it went', 'closed'],
    ['till when', '2026-11-30'],
    ['which meeting', 'a9'],
    ['which meeting', 'C1'],
    ['which sale', 'o9'],
    ['which entry', '2'],
    ['which entry', ''],
    ['his phone', '13900001234'],
    ['a practised call', 'yes'],
  ])('%s: %s', (asked, choice) => expect(pressedAnswer(ASKED[asked], choice)).toBeUndefined())
})
