import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, type Day, parseDay, yearOf } from '../domain/day.js'
import { type HolidayName, WorkingCalendar, type YearCalendar } from '../domain/working-days.js'
import { DataFileError, readDataFile } from './data-file.js'

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: `is not a day YYYY-MM-DD: ${text}` })
  return z.NEVER
})

const calendarFile = z
  .strictObject({
    year: z.int().min(1900).max(9998),
    /** Where the facts were taken from. */
    source: z.string().optional(),
    holidays: z.array(
      z.strictObject({
        zh: z.string().min(1),
        en: z.string().min(1),
        /** First and last day off. */
        from: day,
        to: day,
        /** Saturdays and Sundays worked for it (调休). */
        worked: z.array(day),
      }),
    ),
  })
  .check(({ value, issues }) => {
    value.holidays.forEach((holiday, index) => {
      const object = (key: string, message: string) =>
        issues.push({ code: 'custom', input: value, path: ['holidays', index, key], message })
      if (holiday.to < holiday.from) object('to', 'is before `from`')
      for (const at of [holiday.from, holiday.to, ...holiday.worked])
        if (yearOf(at) !== value.year) object('from', `${at} is not in ${value.year}`)
      for (const worked of holiday.worked)
        if (value.holidays.some((h) => h.from <= worked && worked <= h.to))
          object('worked', `${worked} is a day off too`)
    })
  })

/**
 * Reads the calendar files (`2026.json`) of a folder; other files are left alone.
 *
 * @throws DataFileError with every problem of the first file that has any.
 */
export function loadCalendar(folder: string): WorkingCalendar {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name))
  } catch {
    throw new DataFileError(folder, ['is no folder that can be read'])
  }
  return new WorkingCalendar(
    names.sort().map((name) => readYear(join(folder, name), Number(name.slice(0, 4)))),
  )
}

function readYear(path: string, year: number): YearCalendar {
  const file = readDataFile(path, calendarFile)
  if (file.year !== year) throw new DataFileError(path, [`year: says ${file.year}`])
  const holidays = new Map<Day, HolidayName>()
  const makeUpDays = new Map<Day, HolidayName>()
  for (const { zh, en, from, to, worked } of file.holidays) {
    for (let at = from; at <= to; at = addDays(at, 1)) holidays.set(at, { zh, en })
    for (const at of worked) makeUpDays.set(at, { zh, en })
  }
  return { year, holidays, makeUpDays }
}
