import type { Agreement } from './customer/contact.js'
import type { Moment } from './day.js'
import type { Opportunity } from './opportunity/opportunity.js'

/** One step of a change, small enough to be taken back on its own. */
export type Edit =
  | { readonly kind: 'contact-added'; readonly customerId: string; readonly contactId: string }
  | { readonly kind: 'agreement-added'; readonly customerId: string; readonly agreementId: string }
  | {
      readonly kind: 'agreement-moved'
      readonly customerId: string
      readonly agreementId: string
      readonly from: Agreement['state']
      readonly to: Agreement['state']
    }
  /** Its day or time; `before` absent where none was set. */
  | {
      readonly kind: 'agreement-rescheduled'
      readonly customerId: string
      readonly agreementId: string
      readonly before?: Moment
      readonly after: Moment
    }
  /** A fact of the profile, kept under this id with what stood before. */
  | { readonly kind: 'fact-recorded'; readonly customerId: string; readonly factId: string }
  | { readonly kind: 'deferral-added'; readonly customerId: string; readonly deferralId: string }
  | {
      readonly kind: 'opportunity-changed'
      readonly customerId: string
      readonly opportunityId: string
      /** Absent where it was opened. */
      readonly before?: Opportunity
      /** Fingerprint of what it was changed to. */
      readonly after: string
    }
  | { readonly kind: 'holding-added'; readonly customerId: string; readonly holdingId: string }

/** What kind of message or button it was; each has its own sentence when it is taken back. */
export const CHANGE_KINDS = [
  'contact.log',
  'customer.update',
  'task.add',
  'appointment.add',
  'appointment.move',
  'contact.snooze',
  'agreement.settle',
  'opportunity.change',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What one message or button changed in a book. */
export interface Change {
  /** Also the key of repeats: the same change is written once. */
  readonly id: string
  readonly kind: ChangeKind
  /** ISO 8601 instant. */
  readonly at: string
  readonly edits: readonly Edit[]
  readonly undone: boolean
}
