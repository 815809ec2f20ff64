import type { Day } from '../day.js'

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
  /** While it is being sent, where several processes send: whose it is to settle. */
  readonly claim?: Claim
}

/** The right to send, and to say what became of it. */
export interface Claim {
  /** Never given twice. */
  readonly token: string
  /** ISO 8601 instant from which whoever has it counts as gone. */
  readonly until: string
}
