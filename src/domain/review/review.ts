import type { Contact } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type Holding, isAsset } from '../ledger/holding.js'
import { isRunning } from '../ledger/running.js'
import { CNY } from '../money.js'
import type { ReviewedHolding } from './reviewed-holding.js'

/** A contact that was a wealth review (Handbook §8.3). */
export type Review = Contact & Required<Pick<Contact, 'review'>>

/** The assets in yuan that run on a day: what a review looks at. */
export function assetsOn({ holdings }: Pick<Customer, 'holdings'>, on: Day): readonly Holding[] {
  return holdings.filter((one) => one.currency === CNY && isAsset(one.kind) && isRunning(one, on))
}

/** Whether the ledger shows any asset of the customer on a day, in whatever currency. */
export function hasAssets({ holdings }: Pick<Customer, 'holdings'>, on: Day): boolean {
  return holdings.some((one) => isAsset(one.kind) && isRunning(one, on))
}

/** The last review up to `today`: a contact that reached the customer and was not taken back; of one day the later. */
export function lastReview({ contacts }: Pick<Customer, 'contacts'>, today: Day): Review | undefined {
  let last: Review | undefined
  for (const contact of contacts) {
    if (!isReview(contact) || !contact.reached || contact.withdrawn !== undefined || contact.on > today)
      continue
    if (last === undefined || contact.on >= last.on) last = contact
  }
  return last
}

function isReview(contact: Contact): contact is Review {
  return contact.review !== undefined
}

/** What a review of this day keeps, for the bank's file forgets what has ended. */
export function reviewedOn(customer: Pick<Customer, 'holdings'>, on: Day): readonly ReviewedHolding[] {
  return assetsOn(customer, on).map(({ id, kind, amountFen }) => ({ id, kind, amountFen }))
}
