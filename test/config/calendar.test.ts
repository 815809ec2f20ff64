import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { DataFileError } from '../../src/config/data-file.js'
import { addDays, type Day, day } from '../../src/domain/day.js'

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

  /** As the State Council announced it, written down a second time. */
  it.each([
    {
      year: 2023,
      off: '01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
      worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
    },
    {
      year: 2024,
      off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
      worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    },
    {
      year: 2025,
      off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
      worked: '01-26 02-08 04-27 09-28 10-11',
    },
    {
      year: 2026,
      off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
      worked: '01-04 02-14 02-28 05-09 09-20 10-10',
    },
  ])('the days off and the worked weekends of $year are as announced', ({ year, off, worked }) => {
    const known = loadCalendar('data/calendar').year(year)
    const days = off.split(' ').flatMap((run) => daysOfRun(year, run))
    expect([...(known?.holidays.keys() ?? [])].toSorted()).toEqual(days)
    expect([...(known?.makeUpDays.keys() ?? [])].toSorted()).toEqual(
      worked.split(' ').map((monthAndDay) => `${year}-${monthAndDay}`),
    )
  })
})

/** `10-01..10-08` */
function daysOfRun(year: number, run: string): readonly string[] {
  const [first, last = first] = run.split('..')
  const days: Day[] = []
  for (let at = day(`${year}-${first}`); at <= `${year}-${last}`; at = addDays(at, 1)) days.push(at)
  return days
}
