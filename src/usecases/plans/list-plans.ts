import type { Day } from '../../domain/day.js'
import { type PlanProgress, planProgress } from '../../domain/plan/progress.js'
import { type Proposal, proposalsOf } from '../../domain/plan/propose.js'
import type { Policy } from '../../domain/policy.js'
import { breathe } from '../../ports/breathe.js'
import type { Books } from '../../ports/ports.js'

export interface ListPlansDeps {
  readonly books: Books
  readonly policy: Policy
}

export interface ManagerPlans {
  readonly managerId: string
  /** Drafts, agreed, running, closed, in that order; within a state by due day, then customer id. */
  readonly plans: readonly PlanProgress[]
}

const STATES = ['draft', 'agreed', 'running', 'closed'] as const

/** All value plans, book by book. */
export function listPlans({ books, policy }: ListPlansDeps) {
  return async (managerIds: readonly string[], today: Day): Promise<readonly ManagerPlans[]> => {
    const all: ManagerPlans[] = []
    for (const managerId of managerIds) {
      const { customers } = await books.read(managerId)
      const plans = customers
        .flatMap((customer) =>
          (customer.plans ?? []).map((plan) => planProgress(plan, customer, policy, today)),
        )
        .sort(inOrder)
      all.push({ managerId, plans })
      await breathe()
    }
    return all
  }
}

export type ListPlans = ReturnType<typeof listPlans>

export interface ManagerProposals {
  readonly managerId: string
  readonly proposals: readonly Proposal[]
  /** How many more there are than are proposed in a week. */
  readonly more: number
}

/** The plans that could be begun: the first of each manager, or with `full` all. */
export function proposePlans({ books, policy }: ListPlansDeps) {
  return async (
    managerIds: readonly string[],
    today: Day,
    { full = false }: { readonly full?: boolean } = {},
  ): Promise<readonly ManagerProposals[]> => {
    const all: ManagerProposals[] = []
    for (const managerId of managerIds) {
      const found = proposalsOf((await books.read(managerId)).customers, policy, today)
      const proposals = full ? found : found.slice(0, policy.plan.proposalsAWeek)
      all.push({ managerId, proposals, more: found.length - proposals.length })
      await breathe()
    }
    return all
  }
}

export type ProposePlans = ReturnType<typeof proposePlans>

function inOrder(a: PlanProgress, b: PlanProgress): number {
  const states = STATES.indexOf(a.plan.state) - STATES.indexOf(b.plan.state)
  if (states !== 0) return states
  if (a.plan.due !== b.plan.due) return a.plan.due < b.plan.due ? -1 : 1
  return a.customer.id < b.customer.id ? -1 : 1
}
