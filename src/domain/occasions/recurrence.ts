import { addDays, addMonths, type Day } from '../day.js'
import type { WorkingCalendar } from '../working-days.js'

/** How long after it was shown an occasion shows again while its condition holds. */
export type Every = { readonly days: number } | { readonly months: number }

/**
 * Whether an occasion whose condition has held since `since` shows on `today`: on the first working day it holds, then on
 * the first working day an interval or more after it was last shown (Handbook §9).
 *
 * The days are worked out from `since` alone, so a restart, a missed morning or a repeated run give the same answer.
 */
export function showsOn(today: Day, since: Day, every: Every, calendar: WorkingCalendar): boolean {
  if (today < since) return false
  let shown = calendar.sameOrNext(since)
  while (shown < today)
    shown = calendar.sameOrNext('days' in every ? addDays(shown, every.days) : addMonths(shown, every.months))
  return shown === today
}
