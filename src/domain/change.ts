import type { Agreement, Objection } from './customer/contact.js'
import type { Customer } from './customer/customer.js'
import type { LinkType } from './customer/link.js'
import type { Moment } from './day.js'
import type { Fen } from './money.js'
import type { Interest, Man, Opportunity } from './opportunity/opportunity.js'
import type { ValuePlan } from './plan/plan.js'

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
      /** What was told, also where it was known before. */
      readonly told?: ToldOfSale
    }
  | {
      readonly kind: 'plan-changed'
      readonly customerId: string
      readonly planId: string
      /** Absent where it was drafted. */
      readonly before?: ValuePlan
      /** Fingerprint of what it was changed to. */
      readonly after: string
    }
  /** `after`: fingerprint of the link as it was written. */
  | {
      readonly kind: 'link-added'
      readonly customerId: string
      readonly type: LinkType
      readonly otherId: string
      readonly after: string
    }
  | { readonly kind: 'favour-added'; readonly customerId: string; readonly favourId: string }
  /** A customer whom a manager added until the bank's file brings them. */
  | { readonly kind: 'customer-added'; readonly customerId: string }
  /** An added customer went into the one of the bank's file; `customerId` is the latter. */
  | {
      readonly kind: 'newcomer-merged'
      readonly customerId: string
      /** As it was. */
      readonly newcomer: Customer
      /** What of the other was filled in from it. */
      readonly filled: readonly string[]
      /** Whether the other had asked for quiet before. */
      readonly wasQuiet: boolean
      /** Customers whose links led to the newcomer. */
      readonly linkedBy: readonly string[]
    }
  | { readonly kind: 'holding-added'; readonly customerId: string; readonly holdingId: string }
  | { readonly kind: 'result-added'; readonly customerId: string; readonly resultId: string }
  /** One entry of an earlier change, taken back alone. */
  | { readonly kind: 'contact-withdrawn'; readonly customerId: string; readonly contactId: string }
  | { readonly kind: 'deferral-withdrawn'; readonly customerId: string; readonly deferralId: string }
  /** `value`: what the field held before; absent where it was empty. */
  | {
      readonly kind: 'fact-withdrawn'
      readonly customerId: string
      readonly factId: string
      readonly value?: string
    }

/** What a message told of an opportunity; what it did not is absent. */
export interface ToldOfSale {
  readonly productId?: string
  readonly amountFen?: Fen
  readonly man?: Partial<Man>
  readonly interest?: Interest
  readonly objections?: readonly Objection[]
  readonly when?: Moment
}

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
  'plan.change',
  'campaign.result',
  'link.add',
  'favour.add',
  'customer.add',
  'customer.merge',
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
