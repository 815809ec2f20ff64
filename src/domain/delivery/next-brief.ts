import { addDays, type Day } from '../day.js'
import type { Manager } from '../manager/manager.js'
import { type DeskSettings, isPaused } from '../manager/settings.js'
import type { WorkingCalendar } from '../working-days.js'

/** When the next brief comes by the settings: the first working day without a pause, today while its time is ahead. */
export function nextBrief(
  settings: DeskSettings,
  manager: Pick<Manager, 'briefTime'>,
  calendar: WorkingCalendar,
  today: Day,
  now: string,
): { readonly day: Day; readonly time: string } {
  const time = settings.briefTime ?? manager.briefTime
  let day = calendar.sameOrNext(now < time ? today : addDays(today, 1))
  while (isPaused(settings, day)) {
    // A pause has a last day, so this ends.
    day = calendar.next(settings.pausedUntil ?? day)
  }
  return { day, time }
}
