import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import { lunarDayOf, springFestivalOf } from '../../../src/domain/lunar/lunar-calendar.js'

describe('the lunar calendar', () => {
  it.each([
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2030, '2030-02-03'],
  ])('the lunar year %i begins on %s', (year, on) => {
    expect(springFestivalOf(year)).toBe(on)
    expect(lunarDayOf(day(on))).toMatchObject({ year, month: 1, day: 1, isLeap: false })
  })

  it.each([
    ['2026-09-25', 8, 15, false, 'Mid-Autumn'],
    ['2026-06-19', 5, 5, false, 'Dragon Boat'],
    ['2026-02-16', 12, 29, false, "New Year's Eve of a short month"],
    ['2025-07-25', 6, 1, true, 'the first day of the leap sixth month'],
    ['2025-07-24', 6, 30, false, 'the last day of the sixth month'],
    ['2023-03-22', 2, 1, true, 'the first day of the leap second month'],
  ])('%s is month %i, day %i (leap: %s): %s', (on, month, dayInMonth, isLeap) => {
    expect(lunarDayOf(day(on))).toMatchObject({ month, day: dayInMonth, isLeap })
  })

  it('days follow each other without a gap over the whole table', () => {
    const gaps: string[] = []
    let before = lunarDayOf(day('1950-02-17'))!
    for (let on = day('1950-02-18'); on <= '2100-02-08'; on = addDays(on, 1)) {
      const now = lunarDayOf(on)!
      const isNextDay =
        now.month === before.month && now.isLeap === before.isLeap && now.day === before.day + 1
      const isNewMonth = before.day === before.monthLength && now.day === 1
      const isLeapMonth = isNewMonth && now.isLeap && now.month === before.month
      const isNextMonth = isNewMonth && !now.isLeap && now.month === (before.month % 12) + 1
      if (!isNextDay && !isLeapMonth && !isNextMonth) gaps.push(on)
      before = now
    }
    expect(gaps).toEqual([])
  })

  it('ends with its table', () => {
    expect(lunarDayOf(day('1950-02-16'))).toBeUndefined()
    expect(lunarDayOf(day('2100-02-09'))).toBeUndefined()
  })

  it("agrees with the platform's calendar, which is a day late in a few months", () => {
    // It computes new moons; one minutes before midnight, as on 6 February 2027, can fall on the wrong day.
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const differing = new Set<string>()
    for (let on = day('2020-01-01'); on <= '2049-12-31'; on = addDays(on, 1)) {
      const parts = format.formatToParts(new Date(`${on}T00:00:00Z`))
      const value = (type: string) => parts.find((part) => part.type === type)?.value
      const lunar = lunarDayOf(on)!
      const own = `${lunar.month}${lunar.isLeap ? 'bis' : ''} ${lunar.day}`
      if (own !== `${value('month')} ${value('day')}`) differing.add(on.slice(0, 7))
    }
    expect(differing.has('2026-02')).toBe(false)
    expect(differing.size).toBeLessThan(8)
  })
})
