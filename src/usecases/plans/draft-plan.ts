import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { draftPlan as draftOf } from '../../domain/plan/draft-plan.js'
import { currentPlan, withPlan } from '../../domain/plan/in-book.js'
import { termsRefused } from '../../domain/plan/move-plan.js'
import type { Metric, PlanTerms, ValuePlan } from '../../domain/plan/plan.js'
import type { Policy } from '../../domain/policy.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface DraftPlanDeps extends WriteChangeDeps {
  readonly policy: Policy
}

export interface DraftPlanInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly terms: PlanTerms & { readonly metric: Metric }
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type PlanDrafted =
  | { readonly status: 'drafted'; readonly customer: Customer; readonly plan: ValuePlan }
  /** One that is drafted, agreed or running stands already. */
  | { readonly status: 'has-one'; readonly customer: Customer; readonly plan: ValuePlan }
  | { readonly status: 'quiet'; readonly customer: Customer }
  | {
      readonly status: 'refused'
      readonly customer: Customer
      readonly because: 'due-too-late' | 'too-many-steps'
    }
  | { readonly status: 'repeated' }
  /** "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book' }

/** Writes a plan down as a draft, for the head to agree to. None for who asked for quiet. */
export function draftPlan(deps: DraftPlanDeps) {
  return async (input: DraftPlanInput): Promise<PlanDrafted> => {
    const { changeId, managerId, customerId, terms, today, at } = input
    const change = { changeId, kind: 'plan.change', managerId, at, customerIds: [customerId] } as const
    const written = await writeChange<PlanDrafted>(deps, change, (customer, key) => {
      const none = (result: PlanDrafted) => ({ customer, edits: [], result })
      if (customer.doNotContact) return none({ status: 'quiet', customer })
      const current = currentPlan(customer)
      if (current !== undefined) return none({ status: 'has-one', customer, plan: current })
      const because = termsRefused(terms, today, deps.policy)
      if (because === 'due-too-late' || because === 'too-many-steps')
        return none({ status: 'refused', customer, because })
      const plan = draftOf(key, terms, { on: today, by: managerId })
      const { customer: now, edits } = withPlan(customer, plan)
      return { customer: now, edits, result: { status: 'drafted', customer: now, plan } }
    })
    if (written.status === 'written') return written.results[0] ?? { status: 'not-in-book' }
    return { status: written.status }
  }
}

export type DraftPlan = ReturnType<typeof draftPlan>
