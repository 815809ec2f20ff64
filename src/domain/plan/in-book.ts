import type { Edit } from '../change.js'
import type { Customer } from '../customer/customer.js'
import { fingerprint } from '../fingerprint.js'
import type { ValuePlan } from './plan.js'

type PlanChanged = Extract<Edit, { kind: 'plan-changed' }>

export function findPlan(customer: Customer, id: string): ValuePlan | undefined {
  return customer.plans?.find((one) => one.id === id)
}

/** The plan that is drafted, agreed or running; a customer has one at most. */
export function currentPlan({ plans = [] }: Pick<Customer, 'plans'>): ValuePlan | undefined {
  return plans.findLast(({ state }) => state !== 'closed')
}

/** The customer with the plan as it is now, with the edit that takes it back; the same one edits nothing. */
export function withPlan(
  customer: Customer,
  now: ValuePlan,
): { readonly customer: Customer; readonly edits: readonly PlanChanged[] } {
  const before = findPlan(customer, now.id)
  if (before === now) return { customer, edits: [] }
  const others = customer.plans ?? []
  return {
    customer: {
      ...customer,
      plans: before === undefined ? [...others, now] : others.map((one) => (one === before ? now : one)),
    },
    edits: [
      {
        kind: 'plan-changed',
        customerId: customer.id,
        planId: now.id,
        ...(before === undefined ? {} : { before }),
        after: fingerprint(now),
      },
    ],
  }
}

/** As it was before; undefined where it has been changed since. One that was drafted by mistake was never there. */
export function takeBackPlan(
  customer: Customer,
  { planId, before, after }: Pick<PlanChanged, 'planId' | 'before' | 'after'>,
): Customer | undefined {
  const { plans = [] } = customer
  const now = plans.find(({ id }) => id === planId)
  if (now === undefined || fingerprint(now) !== after) return undefined
  return { ...customer, plans: plans.flatMap((one) => (one === now ? (before ?? []) : one)) }
}
