import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { hasLeft } from '../../../src/domain/manager/manager.js'

it.each([
  [undefined, '2026-11-23', false],
  ['2026-11-24', '2026-11-23', false],
  ['2026-11-23', '2026-11-23', true],
  ['2026-01-01', '2026-11-23', true],
] as const)('who leaves on %s has left by %s: %s', (leftOn, today, is) => {
  expect(hasLeft(leftOn === undefined ? {} : { leftOn: day(leftOn) }, day(today))).toBe(is)
})
