import { addDays, addMonths, type Day } from '../day.js'
import type { WorkingCalendar } from '../working-days.js'

/** The contacts that follow a sale. */
export const AFTER_SALES = ['day-1', 'month-1', 'before-maturity'] as const
export type AfterSales = (typeof AFTER_SALES)[number]

export interface PlannedCare {
  readonly what: AfterSales
  /** A working day. */
  readonly on: Day
}

/**
 * The contacts a sale calls for: the working day after the start, a month after it, and `noticeDays` before the
 * maturity where there is one. One that falls on a day off moves on, the last one back; of two on one day, or one
 * that would come before the contact ahead of it, the earlier is enough.
 */
export function planAfterSales(
  startsOn: Day,
  maturesOn: Day | undefined,
  noticeDays: number,
  calendar: WorkingCalendar,
): readonly PlannedCare[] {
  const planned: PlannedCare[] = [
    { what: 'day-1', on: calendar.next(startsOn) },
    { what: 'month-1', on: calendar.sameOrNext(addMonths(startsOn, 1)) },
  ]
  const before = maturesOn && calendar.sameOrPrevious(addDays(maturesOn, -noticeDays))
  if (before === undefined || before <= startsOn)
    return planned.filter(({ on }) => isBeforeEnd(on, maturesOn))
  return [...planned.filter(({ on }) => on < before), { what: 'before-maturity', on: before }]
}

function isBeforeEnd(on: Day, maturesOn: Day | undefined): boolean {
  return maturesOn === undefined || on < maturesOn
}
