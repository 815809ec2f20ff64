import { expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { simulateDays } from '../support/simulated-days.js'

it.each([
  ['2026-10-10', '2026-10-11', 'a make-up Saturday and the Sunday after it'],
  ['2026-12-31', '2027-01-01', 'the turn of the year, after which the calendar has no file'],
])('%s and %s, %s: each push once to whom it is due, and nothing else', async (from, to) => {
  const { violations, pushes } = await simulateDays(day(from), day(to), 1)
  expect(violations).toEqual([])
  expect(pushes).toBeGreaterThan(0)
})
