import type { Day } from '../day.js'
import type { Fen } from '../money.js'

export const FAVOUR_KINDS = ['gift', 'event'] as const
export type FavourKind = (typeof FAVOUR_KINDS)[number]

/** A gift that the customer received, or an event that the customer attended (Handbook §8.5). */
export interface Favour {
  readonly id: string
  readonly kind: FavourKind
  readonly name: string
  readonly on: Day
  /** Absent: not known. */
  readonly valueFen?: Fen
  /** Who recorded it. */
  readonly managerId: string
  readonly withdrawn?: true
}

/** Gifts and events that stand, up to `today`, the newest first. */
export function favoursUpTo(favours: readonly Favour[] | undefined, today: Day): readonly Favour[] {
  return (favours ?? [])
    .filter(({ on, withdrawn }) => withdrawn === undefined && on <= today)
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on > b.on ? -1 : 1))
}
