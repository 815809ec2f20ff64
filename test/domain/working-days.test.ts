import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/day.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import { CALENDAR } from '../support/rules.js'

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'a Thursday of National Day'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2026-09-20', true, 'a Sunday worked for National Day'],
    ['2026-02-28', true, 'a Saturday worked for Spring Festival'],
    ['2027-01-01', true, 'a Friday of a year without a file'],
    ['2027-01-02', false, 'a Saturday of a year without a file'],
  ])('%s is worked: %s (%s)', (on, isWorked) => {
    expect(CALENDAR.isWorkingDay(day(on))).toBe(isWorked)
  })

  it('moves over a long holiday and stays on a worked day', () => {
    expect(CALENDAR.sameOrNext(day('2026-10-01'))).toBe('2026-10-08')
    expect(CALENDAR.sameOrNext(day('2026-10-08'))).toBe('2026-10-08')
    expect(CALENDAR.sameOrPrevious(day('2026-10-07'))).toBe('2026-09-30')
    expect(CALENDAR.previous(day('2026-10-10'))).toBe('2026-10-09')
    expect(CALENDAR.next(day('2026-10-09'))).toBe('2026-10-10')
  })

  it('counts after a day up to and including another', () => {
    expect(CALENDAR.countAfter(day('2026-11-20'), day('2026-11-23'))).toBe(1)
    expect(CALENDAR.countAfter(day('2026-11-23'), day('2026-11-23'))).toBe(0)
    expect(CALENDAR.countAfter(day('2026-11-24'), day('2026-11-23'))).toBe(0)
    expect(CALENDAR.countAfter(day('2026-09-30'), day('2026-10-12'))).toBe(4)
  })

  it('counts as going day by day does, over any years', () => {
    const anyDay = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2021-01-01'), n))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10, max: 1_200 }), (from, length) => {
        const to = addDays(from, length)
        let count = 0
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (CALENDAR.isWorkingDay(at)) count++
        expect(CALENDAR.countAfter(from, to)).toBe(count)
      }),
    )
  })

  it('takes the 29th of February of a leap year into account', () => {
    const plain = new WorkingCalendar([])
    expect(plain.isWorkingDay(day('2024-02-29'))).toBe(true)
    expect(plain.countAfter(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(plain.isWorkingDay(day('2024-12-31'))).toBe(true)
  })

  it('a year whose file names no day counts as one without a file', () => {
    const empty = new WorkingCalendar([{ year: 2027, holidays: new Map(), makeUpDays: new Map() }])
    expect(empty.hasData(2027)).toBe(false)
    expect(empty.isProvisional(day('2027-02-01'))).toBe(true)
  })

  it('an answer that needs any day of a year without data is provisional', () => {
    expect(CALENDAR.isProvisional(day('2026-12-31'))).toBe(false)
    expect(CALENDAR.isProvisional(day('2026-12-31'), day('2027-01-01'))).toBe(true)
    expect(CALENDAR.isProvisional(day('2023-01-01'), day('2026-12-31'))).toBe(false)
  })

  it('a run of days off holds its weekends, and a plain weekend is none', () => {
    expect(CALENDAR.daysOffAround(day('2026-10-03'))).toMatchObject({ from: '2026-10-01', to: '2026-10-07' })
    expect(CALENDAR.daysOffAround(day('2024-04-05'))).toMatchObject({ from: '2024-04-04', to: '2024-04-06' })
    expect(CALENDAR.daysOffAround(day('2023-01-22'))?.names.map((name) => name.zh)).toEqual(['春节'])
    expect(CALENDAR.daysOffAround(day('2026-11-21'))).toBeUndefined()
    expect(CALENDAR.daysOffAround(day('2026-09-30'))).toBeUndefined()
  })
})
