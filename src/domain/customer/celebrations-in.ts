import type { Day, Period } from '../day.js'
import { addDays } from '../day.js'
import { type Celebration, celebrationsOf, keptDays } from './celebrations.js'
import type { Customer } from './customer.js'

/** A birthday or anniversary with who keeps it. */
export interface Kept {
  readonly customer: Customer
  readonly celebration: Celebration
}

/** Nobody keeps the same day twice within so many days. */
const MOST_DAYS = 364

/** What is kept in a period, by day, then by customer; of a period longer than a year its first year. */
export function celebrationsIn(
  customers: readonly Customer[],
  period: Period,
  of?: Celebration['of'],
): readonly Kept[] {
  const lastDay: Day = addDays(period.from, MOST_DAYS)
  const kept = keptDays({ from: period.from, to: period.to < lastDay ? period.to : lastDay })
  return customers
    .flatMap((customer) => celebrationsOf(customer, kept).map((celebration) => ({ customer, celebration })))
    .filter(({ celebration }) => of === undefined || celebration.of === of)
    .sort((a, b) =>
      a.celebration.on !== b.celebration.on
        ? a.celebration.on < b.celebration.on
          ? -1
          : 1
        : a.customer.id < b.customer.id
          ? -1
          : 1,
    )
}
