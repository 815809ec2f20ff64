import { addDays, type Day } from '../day.js'
import type { Policy } from '../policy.js'
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
  /** Customers whose page was opened from a card or by name on the last day that anyone was. */
  readonly opened?: Opened
  /** Whose books this manager looks after for a while besides the own one. */
  readonly covers?: readonly Cover[]
  /** Customers who came from colleagues of late, so that the manager hears of it; oldest first. */
  readonly takenOver?: readonly TakenOver[]
}

/** Customers handed over by a colleague at one time. */
export interface TakenOver {
  /** Also the key by which it is told once. */
  readonly id: string
  readonly from: string
  readonly on: Day
  readonly customerIds: readonly string[]
  /** Who did it: a branch head, or whoever runs the program. Absent in what was kept before it was noted. */
  readonly by?: string
}

/** How long a handing over may wait to be told: shorter than rows of the ledger are kept, or it would be told again. */
const TOLD_WITHIN_DAYS = 30

/** The desk with another handing over; those too old to be told go. */
export function withTakenOver(desk: Desk, taken: TakenOver): Desk {
  const oldest = addDays(taken.on, -TOLD_WITHIN_DAYS)
  const others = (desk.takenOver ?? []).filter(({ id, on }) => id !== taken.id && on >= oldest)
  return { ...desk, takenOver: [...others, taken] }
}

/** The days of a cover, both included. */
export interface CoverDays {
  readonly from: Day
  readonly until: Day
}

/** The desk without a handing over that was taken back. */
export function withoutTakenOver(desk: Desk, id: string): Desk {
  return { ...desk, takenOver: (desk.takenOver ?? []).filter((one) => one.id !== id) }
}

/** A book looked after for a colleague who is away. */
export interface Cover extends CoverDays {
  readonly managerId: string
  /** Who arranged it, and when; absent where the colleague did so before it was noted. */
  readonly made?: CoverMade
}

export interface CoverMade {
  readonly by: string
  readonly on: Day
  /** ISO 8601 instant. */
  readonly at: string
  /** The days that it took the place of. */
  readonly before?: CoverDays
}

/** The desk with a cover, in the place of one for the same colleague; covers that were over before its first day go. */
export function withCover(desk: Desk, cover: Cover, made: Omit<CoverMade, 'before'>): Desk {
  const covers = desk.covers ?? []
  const old = covers.find(({ managerId, until }) => managerId === cover.managerId && until >= cover.from)
  const others = covers.filter((c) => c.managerId !== cover.managerId && c.until >= cover.from)
  const before = old === undefined ? {} : { before: { from: old.from, until: old.until } }
  return { ...desk, covers: [...others, { ...cover, made: { ...made, ...before } }] }
}

/** The desk without the cover for a colleague, or with `again` in its place. */
export function withoutCover(desk: Desk, managerId: string, again?: Cover): Desk {
  const others = (desk.covers ?? []).filter((c) => c.managerId !== managerId)
  return { ...desk, covers: again === undefined ? others : [...others, again] }
}

/** The colleagues whose books are looked after on that day. */
export function coveredOn(desk: Desk, on: Day): readonly string[] {
  return (desk.covers ?? []).filter((c) => c.from <= on && on <= c.until).map((c) => c.managerId)
}

export interface Opened {
  readonly day: Day
  /** In the order in which they were first opened. */
  readonly customerIds: readonly string[]
}

export interface SettingsChange {
  /** Also the key of repeats: the same change is made once. */
  readonly id: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly before: DeskSettings
  /** The last change of the book by then, so that it is known which of the two came later. */
  readonly afterChange?: string
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
  /** Local time of the evening wrap-up, and of Friday's results with it, `HH:mm`. */
  readonly wrapUpTime?: string
  /** What the manager does not want pushed. */
  readonly without?: readonly DeliveryKind[]
}

/** The settings with pushes of that kind switched on or off. */
export function withPush(settings: DeskSettings, kind: DeliveryKind, on: boolean): DeskSettings {
  const { without = [], ...rest } = settings
  const off = DELIVERY_KINDS.filter((one) => (one === kind ? !on : without.includes(one)))
  return off.length === 0 ? rest : { ...rest, without: off }
}

/**
 * What is pushed: the morning's list (to a branch head the morning of exceptions), alerts, the evening, Monday's week,
 * Friday's results and to a branch head its campaigns, the sheet of a meeting before it begins, and customers whom a
 * colleague handed over.
 */
export const DELIVERY_KINDS = [
  'brief',
  'alert',
  'hand-over',
  'wrap-up',
  'week',
  'results',
  'branch',
  'campaign',
  'meeting',
] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** What is pushed to a manager besides the list of the morning, in the order of the day. */
export const RHYTHM_KINDS = [
  'alert',
  'meeting',
  'wrap-up',
  'week',
  'results',
] as const satisfies readonly DeliveryKind[]
export type RhythmKind = (typeof RHYTHM_KINDS)[number]

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
  /** Keys of what it tells once (`movementKey`), so that nothing else tells it again. */
  readonly told?: readonly string[]
  /** ISO 8601 instant of the manager's first press or message after it arrived. */
  readonly seenAt?: string
}

/** The policy with the daily capacity that the manager chose, where one was chosen. */
export function withOwnCapacity(policy: Policy, { capacity }: DeskSettings): Policy {
  return capacity === undefined ? policy : { ...policy, dailyCapacity: capacity }
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

/** The desk with `delivery` in the place of the row of its day and kind; rows 60 days older than it go. */
export function withDelivery(desk: Desk, delivery: Delivery): Desk {
  const others = desk.deliveries.filter((d) => d.day !== delivery.day || d.kind !== delivery.kind)
  // Not of the newest: a clock that was ahead for a while leaves rows of days that are still to come.
  const oldest = addDays(delivery.day, -KEPT_DAYS)
  const kept = [...others.filter((d) => d.day >= oldest), delivery]
  return { ...desk, deliveries: kept.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }
}
