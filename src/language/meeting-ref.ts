import type { Day, Moment } from '../domain/day.js'

/** Of whom and which meeting; ids of what is in the book. */
export interface MeetingRef {
  readonly customerId: string
  readonly agreementId: string
  readonly on?: Day
  readonly time?: string
  /** When it is moved to, where that was said. */
  readonly to?: Moment
}
