import type { Edit, ToldOfSale } from '../change.js'
import type { Customer } from '../customer/customer.js'
import { fingerprint } from '../fingerprint.js'
import type { Opportunity } from './opportunity.js'

type OpportunityChanged = Extract<Edit, { kind: 'opportunity-changed' }>

export function findOpportunity(customer: Customer, id: string): Opportunity | undefined {
  return customer.opportunities?.find((one) => one.id === id)
}

/** The opportunities that are still being worked on, oldest first: open, left, or put off. */
export function currentOpportunities({ opportunities = [] }: Customer): readonly Opportunity[] {
  return opportunities.filter(({ state }) => state === 'open' || state === 'postponed')
}

/** The newest of them. */
export function currentOpportunity(customer: Customer): Opportunity | undefined {
  return currentOpportunities(customer).at(-1)
}

/** The one a product belongs to: that names it, else one that names none yet. */
export function opportunityFor(customer: Customer, productId: string): Opportunity | undefined {
  const current = currentOpportunities(customer)
  return (
    current.findLast(({ product }) => product?.productId === productId) ??
    current.findLast(({ product }) => product === undefined)
  )
}

/** The customer with the opportunity as it is now, with the edit that takes it back; the same one edits nothing. */
export function withOpportunity(
  customer: Customer,
  now: Opportunity,
  told?: ToldOfSale,
): { readonly customer: Customer; readonly edits: readonly OpportunityChanged[] } {
  const before = findOpportunity(customer, now.id)
  if (before === now) return { customer, edits: [] }
  const others = customer.opportunities ?? []
  return {
    customer: {
      ...customer,
      opportunities:
        before === undefined ? [...others, now] : others.map((one) => (one === before ? now : one)),
    },
    edits: [
      {
        kind: 'opportunity-changed',
        customerId: customer.id,
        opportunityId: now.id,
        ...(before === undefined ? {} : { before }),
        after: fingerprint(now),
        ...(told === undefined || Object.keys(told).length === 0 ? {} : { told }),
      },
    ],
  }
}

/** As it was before; undefined where it has been changed since. One that was opened by mistake was never there. */
export function takeBackOpportunity(
  customer: Customer,
  { opportunityId, before, after }: OpportunityChanged,
): Customer | undefined {
  const { opportunities = [] } = customer
  const now = opportunities.find(({ id }) => id === opportunityId)
  if (now === undefined || fingerprint(now) !== after) return undefined
  return { ...customer, opportunities: opportunities.flatMap((one) => (one === now ? (before ?? []) : one)) }
}
