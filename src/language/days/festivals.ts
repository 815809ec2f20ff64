import type { Day } from '../../domain/day.js'

/** One festival: the words for it and its day in each year that the table covers. */
export interface Festival {
  readonly id: string
  /** Parts of a pattern, in folded letters. */
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** `MM-DD` where it is the same every year. */
  readonly fixed?: string
  /** Days of single years; never computed, for `Intl` has the Spring Festival of 2027 a day late. */
  readonly days?: Readonly<Record<string, Day>>
}

export type Festivals = readonly Festival[]

/** The next such festival from `today` on, or the last before it; undefined beyond the table. */
export function festivalDay(
  festival: Festival,
  today: Day,
  look: 'ahead' | 'back',
  year?: number,
): Day | undefined {
  const first = Number(today.slice(0, 4))
  const years = year !== undefined ? [year] : look === 'ahead' ? [first, first + 1] : [first, first - 1]
  const days = years.map((y) => dayIn(festival, y)).filter((at) => at !== undefined)
  if (year !== undefined) return days[0]
  return days.find((at) => (look === 'ahead' ? at >= today : at <= today))
}

function dayIn(festival: Festival, year: number): Day | undefined {
  // The table was checked for real days when it was loaded.
  if (festival.fixed !== undefined) return `${year}-${festival.fixed}` as Day
  return festival.days?.[String(year)]
}
