import type { Agreement } from './customer/contact.js'

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

/** What one message or button changed in a book. */
export interface Change {
  /** Also the key of repeats: the same change is written once. */
  readonly id: string
  readonly kind: 'contact.log'
  /** ISO 8601 instant. */
  readonly at: string
  readonly edits: readonly Edit[]
  readonly undone: boolean
}
