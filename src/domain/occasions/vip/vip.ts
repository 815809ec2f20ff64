import { tierOf } from '../../cadence/cadence.js'
import type { Customer } from '../../customer/customer.js'
import type { Policy } from '../../policy.js'
import type { Audience } from '../sources.js'

export function isVip({ aumFen }: Customer, { vipFromFen }: Policy): boolean {
  return aumFen !== undefined && aumFen >= vipFromFen
}

/** Whether the customer is of a tier something is meant for. */
export function isAmong({ tiers }: Audience, customer: Customer, policy: Policy): boolean {
  return tiers === undefined || tiers.includes(tierOf(customer, policy))
}

/** VIP customers who agreed to marketing: an invitation or a gift is marketing. */
export function isInvited(audience: Audience, customer: Customer, policy: Policy): boolean {
  return customer.marketingConsent && isVip(customer, policy) && isAmong(audience, customer, policy)
}
