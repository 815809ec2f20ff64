/** Days as counts since 1970-01-01: the oracle's own arithmetic, sharing nothing with the program's. */
export type N = number

const read = new Map<string, N>()

export function n(text: string): N {
  let at = read.get(text)
  if (at === undefined) {
    const [y = 0, m = 0, d = 0] = text.split('-').map(Number)
    at = Date.UTC(y, m - 1, d) / 86_400_000
    read.set(text, at)
  }
  return at
}

export const text = (at: N): string => new Date(at * 86_400_000).toISOString().slice(0, 10)

/** 0 = Sunday. */
export const weekdayOf = (at: N): number => new Date(at * 86_400_000).getUTCDay()

export const yearOf = (at: N): number => new Date(at * 86_400_000).getUTCFullYear()

export function plusMonths(at: N, months: number): N {
  const from = new Date(at * 86_400_000)
  const lastOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)
  const wanted = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate())
  return Math.min(wanted, lastOfMonth) / 86_400_000
}

/** Which days are worked, from plain sets of days. */
export interface PlainCalendar {
  readonly off: ReadonlySet<N>
  readonly worked: ReadonlySet<N>
  /** First and last day of Spring Festival and National Day, as decreed. */
  readonly longHolidays: readonly (readonly [N, N])[]
}

export function isWorked({ off, worked }: PlainCalendar, at: N): boolean {
  if (worked.has(at)) return true
  if (off.has(at)) return false
  return weekdayOf(at) !== 0 && weekdayOf(at) !== 6
}

export function onOrAfter(calendar: PlainCalendar, at: N): N {
  return isWorked(calendar, at) ? at : onOrAfter(calendar, at + 1)
}

export function onOrBefore(calendar: PlainCalendar, at: N): N {
  return isWorked(calendar, at) ? at : onOrBefore(calendar, at - 1)
}

export function workedBetween(calendar: PlainCalendar, after: N, upTo: N): number {
  let count = 0
  for (let at = after + 1; at <= upTo; at++) if (isWorked(calendar, at)) count++
  return count
}

interface CalendarFile {
  readonly holidays: readonly {
    readonly zh: string
    readonly from: string
    readonly to: string
    readonly worked: readonly string[]
  }[]
}

export function plainCalendar(files: readonly CalendarFile[]): PlainCalendar {
  const off = new Set<N>()
  const worked = new Set<N>()
  const longHolidays: [N, N][] = []
  for (const holiday of files.flatMap((file) => file.holidays)) {
    for (let at = n(holiday.from); at <= n(holiday.to); at++) off.add(at)
    for (const at of holiday.worked) worked.add(n(at))
    if (holiday.zh.includes('春节') || holiday.zh.includes('国庆'))
      longHolidays.push([n(holiday.from), n(holiday.to)])
  }
  return { off, worked, longHolidays }
}
