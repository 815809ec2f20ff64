import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { periodShift, shiftedPeriod } from '../../../src/language/particulars/shifted-period.js'

const WEEK = { from: day('2026-11-30'), to: day('2026-12-06') }

describe('words that only move the days that were asked for', () => {
  it.each([
    ['and the week after?', '2026-12-07', '2026-12-13'],
    ['再往后一周呢', '2026-12-07', '2026-12-13'],
    ['那再下周呢', '2026-12-07', '2026-12-13'],
    ['and after that?', '2026-12-07', '2026-12-13'],
    ['the week before', '2026-11-23', '2026-11-29'],
    ['再往前一周呢', '2026-11-23', '2026-11-29'],
    ['what about the following month?', '2027-01-01', '2027-01-31'],
    ['the day after', '2026-12-07', '2026-12-07'],
  ])('%s', (text, from, to) => {
    const shift = periodShift(text)
    expect(shift).toBeDefined()
    expect(shift && shiftedPeriod(WEEK, shift)).toEqual({ from, to })
  })

  it.each(['下周呢', 'the week after next', 'next month', '接下来一周', 'call her the day after', '后天呢'])(
    'names days of its own, or says more: %s',
    (text) => {
      expect(periodShift(text)).toBeUndefined()
    },
  )
})
