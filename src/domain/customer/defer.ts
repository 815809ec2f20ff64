import type { Edit } from '../change.js'
import type { Day } from '../day.js'
import type { Customer } from './customer.js'
import type { Deferral } from './deferral.js'

/** A customer put off to a day, or this time with a reason (Handbook §2). */
export type Put =
  | { readonly kind: 'snooze'; readonly until: Day }
  | { readonly kind: 'skip'; readonly reason: string }

/** Adds a deferral under `key`. Of several the last counts. */
export function defer(
  customer: Customer,
  put: Put,
  by: { readonly key: string; readonly today: Day },
): { readonly customer: Customer; readonly deferral: Deferral; readonly edit: Edit } {
  const deferral: Deferral = { id: by.key, madeOn: by.today, ...put }
  return {
    customer: { ...customer, deferrals: [...(customer.deferrals ?? []), deferral] },
    deferral,
    edit: { kind: 'deferral-added', customerId: customer.id, deferralId: deferral.id },
  }
}
