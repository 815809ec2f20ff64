import type { Day, Moment } from '../day.js'
import type { WorkingCalendar } from '../working-days.js'

const MORNING = '10:00'
const AFTERNOON = '15:00'
/** Before this a customer can still come the same afternoon. */
const NOON = '12:00'

/**
 * The two times to offer ("today or tomorrow?", Handbook §5): before noon of a working day this afternoon and the next
 * working morning, else the morning of the next working day and the afternoon of the one after.
 *
 * @param time `HH:mm` in the manager's zone.
 */
export function twoTimes(today: Day, time: string, calendar: WorkingCalendar): readonly [Moment, Moment] {
  const next = calendar.next(today)
  if (calendar.isWorkingDay(today) && time < NOON) {
    return [
      { day: today, time: AFTERNOON },
      { day: next, time: MORNING },
    ]
  }
  return [
    { day: next, time: MORNING },
    { day: calendar.next(next), time: AFTERNOON },
  ]
}
