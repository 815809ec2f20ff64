import { addDays, type Day } from './day.js'
import type { Locale } from './manager.js'

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
}

export interface SettingsChange {
  /** Also the key of repeats: the same change is made once. */
  readonly id: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly before: DeskSettings
  readonly undone: boolean
}

/** What the manager set differently from the roster; what is absent goes by the roster and the policy. */
export interface DeskSettings {
  /** `HH:mm`, local. */
  readonly briefTime?: string
  readonly locale?: Locale
  /** IANA zone. */
  readonly timeZone?: string
  /** First day without a brief; absent: at once. Counts only with `pausedUntil`. */
  readonly pausedFrom?: Day
  /** Last day without a brief. */
  readonly pausedUntil?: Day
  /** Customers on one brief. */
  readonly capacity?: number
}

export const DELIVERY_KINDS = ['brief', 'alert'] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

export const DELIVERY_STATES = ['planned', 'sending', 'sent', 'unknown', 'failed', 'suspended'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One push of one day, written down before it is sent, so that a restart neither forgets nor repeats it. */
export interface Delivery {
  readonly day: Day
  readonly kind: DeliveryKind
  readonly state: DeliveryState
  /** ISO 8601 instant of the last change of state. */
  readonly at: string
  /** POSTs begun so far. */
  readonly attempts: number
  /** The messenger's id of the message that arrived. */
  readonly activityId?: string
  /** Why it is in this state, for the log: never a name or a sum. */
  readonly detail?: string
}

/** Whether no brief is wanted on that day. */
export function isPaused({ pausedFrom, pausedUntil }: DeskSettings, on: Day): boolean {
  if (pausedUntil === undefined || on > pausedUntil) return false
  return pausedFrom === undefined || on >= pausedFrom
}

/** How long a row of the ledger is kept: two months of answers to "did I get Friday's brief?". */
const KEPT_DAYS = 60

export function emptyDesk(managerId: string): Desk {
  return { managerId, deliveries: [], settings: {} }
}

export function findDelivery(desk: Desk, day: Day, kind: DeliveryKind): Delivery | undefined {
  return desk.deliveries.find((d) => d.day === day && d.kind === kind)
}

/** The desk with `delivery` in the place of the row of its day and kind; rows 60 days older than the newest go. */
export function withDelivery(desk: Desk, delivery: Delivery): Desk {
  const others = desk.deliveries.filter((d) => d.day !== delivery.day || d.kind !== delivery.kind)
  const all = [...others, delivery].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const oldest = addDays(all.at(-1)!.day, -KEPT_DAYS)
  return { ...desk, deliveries: all.filter((d) => d.day >= oldest) }
}
