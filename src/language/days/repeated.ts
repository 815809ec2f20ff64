import { addDays, type Day } from '../../domain/day.js'
import { type DayContext, type DaySense, onDay, type RepeatSaid, workingDay } from './sense.js'

/** What repeats from `first` on. */
export function repeated(repeats: RepeatSaid, first: Day): DaySense {
  return { ...onDay(first), repeats }
}

/** How often is said, but not on which day: the earliest is given, to be asked about. */
export function unsaid(repeats: RepeatSaid, { today }: DayContext): DaySense {
  return { ...onDay(addDays(today, 1)), repeats, vague: true }
}

/** Counting begins today only where a time said is still to come. */
export function fromFirst(context: DayContext): DayContext {
  const { today, laterToday } = context
  return { ...context, look: 'ahead', today: laterToday ? today : addDays(today, 1), laterToday: true }
}

/** The first working day on which something of every working day is done. */
export function firstWorked(context: DayContext): Day {
  const { today } = fromFirst(context)
  return workingDay(context, addDays(today, -1), 1).point
}
