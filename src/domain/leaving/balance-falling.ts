import { addDays, calendarMonthOf, type Day } from '../day.js'
import type { DayFlow } from '../ledger/day-flow.js'
import type { Fen } from '../money.js'

/** What stood on the account at the end of a month. */
export interface MonthEnd {
  readonly on: Day
  readonly balanceFen: Fen
}

/** The last days of the last completed months, oldest first; a month is completed on its last day. */
export function monthEnds(today: Day, count: number): readonly Day[] {
  const { to } = calendarMonthOf(today)
  const ends: Day[] = []
  let end = to === today ? to : addDays(calendarMonthOf(today).from, -1)
  while (ends.length < count) {
    ends.unshift(end)
    end = addDays(calendarMonthOf(end).from, -1)
  }
  return ends
}

/**
 * The balances of the last completed months' ends where each is lower than the one before (Handbook §8.12); undefined
 * where they are not, or where one is not known from the transactions.
 */
export function balanceFalling(
  flows: readonly DayFlow[],
  today: Day,
  count: number,
): readonly MonthEnd[] | undefined {
  const ends: MonthEnd[] = []
  for (const on of monthEnds(today, count)) {
    const balanceFen = flows.findLast((flow) => flow.on <= on)?.balanceFen
    const before = ends.at(-1)
    if (balanceFen === undefined || (before !== undefined && balanceFen >= before.balanceFen))
      return undefined
    ends.push({ on, balanceFen })
  }
  return ends
}
