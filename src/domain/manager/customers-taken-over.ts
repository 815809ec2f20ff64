import { addDays } from '../day.js'
import type { Desk } from './desk.js'
import type { TakenOver } from './taken-over.js'

/** How long a handing over may wait to be told: shorter than rows of the ledger are kept, or it would be told again. */
const TOLD_WITHIN_DAYS = 30

/** The desk with another handing over; those too old to be told go. */
export function withTakenOver(desk: Desk, taken: TakenOver): Desk {
  const oldest = addDays(taken.on, -TOLD_WITHIN_DAYS)
  const others = (desk.takenOver ?? []).filter(({ id, on }) => id !== taken.id && on >= oldest)
  return { ...desk, takenOver: [...others, taken] }
}

/** The desk without a handing over that was taken back. */
export function withoutTakenOver(desk: Desk, id: string): Desk {
  return { ...desk, takenOver: (desk.takenOver ?? []).filter((one) => one.id !== id) }
}
