import { expect, it } from 'vitest'
import { senderBudget } from '../../../src/adapters/bot/sender-budget.js'

function budget(perMinute: number) {
  let at = 0
  const { take } = senderBudget(perMinute, () => at)
  const pass = (ms: number): void => {
    at += ms
  }
  return { take, pass }
}

it('a minute’s messages may come at once, and then as many as the time brings', () => {
  const { take, pass } = budget(60)
  expect(Array.from({ length: 60 }, () => take('a'))).toEqual(Array(60).fill(undefined))
  expect(take('a')).toBe(1)
  pass(999)
  expect(take('a')).toBe(1)
  pass(1)
  expect(take('a')).toBeUndefined()
  expect(take('a')).toBe(1)
})

it('one sender takes nothing from another', () => {
  const { take } = budget(1)
  expect([take('a'), take('a'), take('b')]).toEqual([undefined, 60, undefined])
})

it('waiting long saves no more than a minute’s messages', () => {
  const { take, pass } = budget(2)
  pass(3_600_000)
  expect([take('a'), take('a'), take('a')]).toEqual([undefined, undefined, 30])
})

it('a clock set back keeps nobody out longer than a minute', () => {
  const { take, pass } = budget(60)
  for (let count = 0; count < 61; count++) take('a')
  pass(-3_600_000)
  expect(take('a')).toBe(1)
  pass(60_000)
  expect(take('a')).toBeUndefined()
})
