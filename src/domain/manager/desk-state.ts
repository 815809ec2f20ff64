import type { Day } from '../day.js'
import type { Delivery } from './delivery.js'
import type { Desk } from './desk.js'

/** What the minute is planned by: of a desk what says whether something is due. */
export interface DeskState extends Pick<Desk, 'settings' | 'suspendedSince' | 'covers'> {
  /** Of a whole desk the messenger's own; here it only matters whether there is one. */
  readonly reference?: unknown
  readonly deliveries: readonly Delivery[]
}

/** A desk as the minute needs it: sends from `since` on, and older ones that are still under way. */
export function deskState(
  { settings, suspendedSince, covers, reference, deliveries }: Desk,
  since: Day,
): DeskState {
  return {
    settings,
    deliveries: deliveries.filter(({ day, state }) => day >= since || state === 'sending'),
    ...(reference === undefined ? {} : { reference: true }),
    ...(suspendedSince === undefined ? {} : { suspendedSince }),
    ...(covers === undefined ? {} : { covers }),
  }
}
