import type { Day } from './day.js'
import type { Locale } from './manager.js'

/** What the assistant keeps about reaching one manager: where, whether it may, what was sent, and the manager's own settings. */
export interface Desk {
  readonly managerId: string
  /** Where the messenger is written to, as it gave it; only the transport reads it. Absent: not installed, or forgotten. */
  readonly reference?: unknown
  /** ISO 8601 instant at which the reference was last confirmed. */
  readonly referenceAt?: string
  /** ISO 8601 instant of the messenger's refusal (403); nothing is pushed until the manager writes. */
  readonly suspendedSince?: string
  /** Days on which the reference was answered with 404 since it last worked, ascending. */
  readonly notFoundOn?: readonly Day[]
  /** The ledger of sends, oldest first; at most one of a day and kind. */
  readonly deliveries: readonly Delivery[]
  readonly settings: DeskSettings
}

/** What the manager has chosen; an absent setting is the roster's or the policy's. */
export interface DeskSettings {
  /** `HH:mm` in the manager's zone. */
  readonly briefTime?: string
  readonly locale?: Locale
  /** IANA zone. */
  readonly timeZone?: string
  /** The first day on which the brief comes again. */
  readonly pausedUntil?: Day
  /** Customers on one brief. */
  readonly capacity?: number
}

export type DeliveryState = 'planned' | 'sending' | 'sent' | 'unknown' | 'failed' | 'suspended'

/** One push to one manager on one day of theirs, whatever became of it. */
export interface Delivery {
  readonly day: Day
  readonly kind: 'brief'
  readonly state: DeliveryState
  /** ISO 8601 instant of the last change of state. */
  readonly at: string
  /** How often a POST was about to be made. */
  readonly attempts: number
  /** What the messenger called the message. */
  readonly activityId?: string
  /** Why it stands so, for the log and `daybook deliveries`: a code, never a customer's data. */
  readonly detail?: string
}

export function emptyDesk(managerId: string): Desk {
  return { managerId, deliveries: [], settings: {} }
}
