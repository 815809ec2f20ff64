import type { Day } from '../day.js'
import type { Agreement } from './contact.js'
import type { Customer } from './customer.js'

/** The open agreement with a customer that comes first, today's included; undated promises are not a day. */
export function nextAgreement(
  customer: Customer,
  today: Day,
): (Agreement & { readonly on: Day }) | undefined {
  let first: (Agreement & { readonly on: Day }) | undefined
  for (const agreement of customer.agreements) {
    if (agreement.state !== 'open' || agreement.on === undefined || agreement.on < today) continue
    const earlier =
      first === undefined ||
      agreement.on < first.on ||
      (agreement.on === first.on && (agreement.time ?? '99') < (first.time ?? '99'))
    if (earlier) first = { ...agreement, on: agreement.on }
  }
  return first
}
