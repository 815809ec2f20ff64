import { Command } from 'commander'
import {
  addDays,
  calendarMonthOf,
  type Day,
  dayOf,
  dayOfMonth,
  weekday,
  yearOf,
} from '../../../domain/day.js'
import type { HolidayName, WorkingCalendar } from '../../../domain/working-days.js'

export interface CalendarDeps {
  readonly calendar: () => WorkingCalendar
  readonly today: () => Day
  readonly out: (line: string) => void
}

interface Month {
  /** 1 … 12. */
  readonly month: number
  readonly workingDays: number
  readonly holidays: readonly NamedDay[]
  /** Saturdays and Sundays that are worked. */
  readonly makeUpDays: readonly NamedDay[]
}

interface NamedDay extends HolidayName {
  readonly day: Day
}

/** `calendar [year]`: the working days of a year, its holidays and make-up days. Exit code 2 for what is no year. */
export function calendarCommand(deps: CalendarDeps): Command {
  return new Command('calendar')
    .description('working days of a year, with its public holidays and make-up days')
    .argument('[year]', "four digits; this year's where none is given")
    .option('--json', 'the months as data')
    .action((given: string | undefined, options: { json?: boolean }, command: Command) => {
      const year = given === undefined ? yearOf(deps.today()) : Number(given)
      if (given !== undefined && !/^(19|2\d)\d\d$/.test(given))
        command.error(`not a year between 1900 and 2999: ${given}`, { exitCode: 2 })
      const calendar = deps.calendar()
      const months = Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1, calendar))
      const workingDays = months.reduce((sum, month) => sum + month.workingDays, 0)
      const hasData = calendar.hasData(year)
      if (options.json === true) {
        deps.out(JSON.stringify({ year, hasData, provisional: !hasData, workingDays, months }))
        return
      }
      deps.out(`${year}: ${workingDays} working days`)
      if (!hasData)
        deps.out(
          `no calendar for ${year}: every Monday to Friday is taken as worked, and answers are provisional`,
        )
      for (const month of months) deps.out(lineOf(month))
    })
}

function monthOf(year: number, month: number, calendar: WorkingCalendar): Month {
  const holidays: NamedDay[] = []
  const makeUpDays: NamedDay[] = []
  let workingDays = 0
  const known = calendar.year(year)
  const { from, to } = calendarMonthOf(dayOf(year, month, 1)!) // every month has a first day
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) workingDays++
    const holiday = known?.holidays.get(day)
    if (holiday !== undefined) holidays.push({ day, ...holiday })
    const makeUp = known?.makeUpDays.get(day)
    if (makeUp !== undefined) makeUpDays.push({ day, ...makeUp })
  }
  return { month, workingDays, holidays, makeUpDays }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** `Oct  18   off 1–7 National Day 国庆节 · worked Sat 10`. */
function lineOf({ month, workingDays, holidays, makeUpDays }: Month): string {
  const off = stretchesOf(holidays).map((days) => {
    const [first, last] = [days[0]!, days.at(-1)!]
    const span = first === last ? '' : `–${dayOfMonth(last.day)}`
    return `off ${dayOfMonth(first.day)}${span} ${first.en} ${first.zh}`
  })
  const worked = makeUpDays.map(({ day }) => `worked ${WEEKDAYS[weekday(day) - 1]} ${dayOfMonth(day)}`)
  return `${MONTHS[month - 1]}  ${String(workingDays).padStart(2)}   ${[...off, ...worked].join(' · ')}`.trimEnd()
}

/** The days of one holiday together. */
function stretchesOf(days: readonly NamedDay[]): readonly (readonly NamedDay[])[] {
  const stretches: NamedDay[][] = []
  for (const day of days) {
    const current = stretches.at(-1)
    if (current?.at(-1)?.zh === day.zh) current.push(day)
    else stretches.push([day])
  }
  return stretches
}
