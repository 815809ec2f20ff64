import type { Snooze } from '../customer/deferral.js'
import type { Day } from '../day.js'
import type { ReasonBase } from './occasion.js'

/** The manager put the customer off to a day, which has come (Handbook §2). */
export interface SnoozedReason extends ReasonBase {
  readonly kind: 'snoozed'
  readonly priority: 2
  readonly until: Day
  readonly madeOn: Day
}

export function snoozedReason({ until, madeOn }: Snooze): SnoozedReason {
  return { kind: 'snoozed', priority: 2, until, madeOn }
}
