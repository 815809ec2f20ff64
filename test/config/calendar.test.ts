import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { DataFileError } from '../../src/config/data-file.js'
import { day } from '../../src/domain/day.js'

const PUBLIC = '../shared/data/public/calendar'

function folderWith(name: string, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  writeFileSync(join(folder, name), JSON.stringify(content))
  return folder
}

describe('the calendar files', () => {
  it('are shipped for 2023 to 2026, with names in both languages', () => {
    const calendar = loadCalendar('data/calendar')
    expect(calendar.yearsWithData()).toEqual([2023, 2024, 2025, 2026])
    expect(calendar.year(2026)?.holidays.get(day('2026-02-17'))).toEqual({
      zh: '春节',
      en: 'Spring Festival',
    })
    expect(calendar.year(2026)?.makeUpDays.get(day('2026-10-10'))).toEqual({
      zh: '国庆节',
      en: 'National Day',
    })
  })

  it('report every problem of a file', () => {
    const folder = folderWith('2027.json', {
      year: 2027,
      holidays: [
        { zh: '元旦', en: "New Year's Day", from: '2027-01-03', to: '2027-01-01', worked: [] },
        {
          zh: '春节',
          en: 'Spring Festival',
          from: '2027-02-05',
          to: '2027-02-11',
          worked: ['2026-02-04', '2027-02-06'],
        },
      ],
    })
    try {
      loadCalendar(folder)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DataFileError)
      expect(error).toHaveProperty('problems', [
        'holidays.0.to: is before `from`',
        'holidays.1.from: 2026-02-04 is not in 2027',
        'holidays.1.worked: 2027-02-06 is a day off too',
      ])
    }
  })

  it('refuse a file that says another year than its name', () => {
    expect(() => loadCalendar(folderWith('2027.json', { year: 2026, holidays: [] }))).toThrow('says 2026')
  })

  it('leave other files alone', () => {
    expect(loadCalendar(folderWith('README.json', {})).yearsWithData()).toEqual([])
  })

  it.skipIf(!existsSync(PUBLIC))(`agree with the published calendar (skipped without ${PUBLIC})`, () => {
    const calendar = loadCalendar('data/calendar')
    for (const year of calendar.yearsWithData()) {
      const { days } = JSON.parse(readFileSync(`${PUBLIC}/${year}.json`, 'utf8'))
      for (const { date, isOffDay } of days)
        expect([date, calendar.isWorkingDay(day(date))]).toEqual([date, !isOffDay])
      const decreed = days.filter(({ date }: { date: string }) => date.startsWith(String(year))).length
      expect((calendar.year(year)?.holidays.size ?? 0) + (calendar.year(year)?.makeUpDays.size ?? 0)).toBe(
        decreed,
      )
    }
  })
})
