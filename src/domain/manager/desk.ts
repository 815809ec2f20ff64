import type { Day } from '../day.js'
import type { Cover } from './cover.js'
import type { Delivery } from './delivery.js'
import type { DeskSettings, SettingsChange } from './settings.js'
import type { TakenOver } from './taken-over.js'

/** What is kept of one manager besides the book: how to reach them, what they chose, and what was sent. */
export interface Desk {
  readonly managerId: string
  /** Conversation reference as the messenger gave it: JSON, opaque to the rules. */
  readonly reference?: unknown
  /** ISO 8601 instant of the activity the reference was taken from. */
  readonly referenceAt?: string
  /** ISO 8601 instant since which the messenger refuses our messages; cleared when the manager writes. */
  readonly suspendedSince?: string
  /** Days on which the messenger did not know the reference; two different ones forget it. */
  readonly notFoundOn?: readonly Day[]
  /** The ledger of sends: at most one row a day and kind, ascending by day. */
  readonly deliveries: readonly Delivery[]
  readonly settings: DeskSettings
  /** The last change of the settings, so that it can be taken back. */
  readonly settingsChange?: SettingsChange
  /** Customers whose page was opened from a card or by name on the last day that anyone was. */
  readonly opened?: Opened
  /** Whose books this manager looks after for a while besides the own one. */
  readonly covers?: readonly Cover[]
  /** Customers who came from colleagues of late, so that the manager hears of it; oldest first. */
  readonly takenOver?: readonly TakenOver[]
}

export interface Opened {
  readonly day: Day
  /** In the order in which they were first opened. */
  readonly customerIds: readonly string[]
}

export function emptyDesk(managerId: string): Desk {
  return { managerId, deliveries: [], settings: {} }
}
