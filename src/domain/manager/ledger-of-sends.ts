import type { Day } from '../day.js'
import { addDays } from '../day.js'
import type { Delivery, DeliveryKind } from './delivery.js'
import type { Desk } from './desk.js'

export function findDelivery(
  desk: Pick<Desk, 'deliveries'>,
  day: Day,
  kind: DeliveryKind,
): Delivery | undefined {
  return desk.deliveries.find((d) => d.day === day && d.kind === kind)
}

/** How long a row of the ledger is kept: two months of answers to "did I get Friday's brief?". */
const KEPT_DAYS = 60

/** The desk with `delivery` in the place of the row of its day and kind; rows 60 days older than it go. */
export function withDelivery(desk: Desk, delivery: Delivery): Desk {
  const others = desk.deliveries.filter((d) => d.day !== delivery.day || d.kind !== delivery.kind)
  // Not of the newest: a clock that was ahead for a while leaves rows of days that are still to come.
  const oldest = addDays(delivery.day, -KEPT_DAYS)
  const kept = [...others.filter((d) => d.day >= oldest), delivery]
  return { ...desk, deliveries: kept.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }
}
