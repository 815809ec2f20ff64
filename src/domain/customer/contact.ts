import type { Day } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { ReviewedHolding } from '../review/reviewed-holding.js'

export const CHANNELS = ['call', 'visit', 'wechat', 'sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/** In the order in which the first that applies is taken. */
export const OUTCOMES = [
  'closed',
  'lost',
  'appointment',
  'callback',
  'declined',
  'considering',
  'interested',
  'no-answer',
  'wrong-number',
  'info',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OBJECTIONS = [
  'competitor',
  'yield',
  'risk',
  'liquidity',
  'timing',
  'authority',
  'trust',
  'need',
] as const
export type Objection = (typeof OBJECTIONS)[number]

/** One call, visit or message with a customer. Never deleted: an undone one is kept, marked `withdrawn`. */
export interface Contact {
  readonly id: string
  readonly on: Day
  /** The instant it was written down, ISO 8601; absent on imported contacts. */
  readonly loggedAt?: string
  /** Whoever of the bank made it. */
  readonly managerId: string
  readonly channel?: Channel
  /** True where the customer was spoken to or answered, in either direction. Only then is the contact effective. */
  readonly reached: boolean
  readonly outcome?: Outcome
  readonly amountFen?: Fen
  /** Of the sum; absent means yuan. */
  readonly currency?: Currency
  readonly objection?: Objection
  readonly note?: string
  /** It was a wealth review (Handbook §8.3), and this is what it looked at: the assets in yuan of that day. */
  readonly review?: { readonly holdings: readonly ReviewedHolding[] }
  /** Lines of the playbook that were proposed for it and so used, by id (Handbook §8.9). */
  readonly lines?: readonly string[]
  /** A meeting was asked for, whether or not one came of it (Handbook §8.13). */
  readonly askedToMeet?: true
  readonly withdrawn?: true
}

/** A task that a branch head gave (Handbook §8.14). */
export interface Assigned {
  /** Who gave it, and to whom. */
  readonly by: string
  readonly to: string
  /** ISO 8601 instant. */
  readonly at: string
  /** When it was accepted; absent: not yet. */
  readonly acceptedOn?: Day
}

/** What was agreed for a later day: the manager's own record of appointments, calls back, promises and reminders. */
export interface Agreement {
  readonly id: string
  readonly kind: 'appointment' | 'callback' | 'promise' | 'task'
  /** A promise may have no day. */
  readonly on?: Day
  /** `HH:mm` in the manager's zone. */
  readonly time?: string
  /** What it is about, in the manager's words. */
  readonly about?: string
  readonly amountFen?: Fen
  /** Of the sum; absent means yuan. */
  readonly currency?: Currency
  readonly madeOn: Day
  /** Of a task that a branch head gave. */
  readonly assigned?: Assigned
  /** The contact in which it was agreed. */
  readonly contactId?: string
  /** How often it was moved or brought back, so that a calendar that holds it takes the newer; absent: never. */
  readonly revision?: number
  readonly state: 'open' | 'kept' | 'cancelled' | 'withdrawn'
  /** The day on which it was marked kept; absent on older ones. */
  readonly keptOn?: Day
  /** Of a promise that was moved when its day had come: that day, which goes on counting (Handbook §8.7). */
  readonly missedOn?: Day
}

/** Contacts that the rules may count on `today`: not withdrawn, not dated later. */
export function contactsUpTo(contacts: readonly Contact[], today: Day): readonly Contact[] {
  return contacts.filter((c) => c.withdrawn === undefined && c.on <= today)
}

/** The day of the last effective contact up to `today` (Handbook §2); undefined for the never contacted. */
export function lastEffectiveContact(contacts: readonly Contact[], today: Day): Day | undefined {
  let last: Day | undefined
  for (const c of contacts) {
    if (!c.reached || c.withdrawn !== undefined || c.on > today) continue
    if (last === undefined || c.on > last) last = c.on
  }
  return last
}
