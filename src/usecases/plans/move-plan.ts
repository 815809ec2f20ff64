import { type Book, findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { Manager } from '../../domain/manager/manager.js'
import { findPlan, withPlan } from '../../domain/plan/in-book.js'
import { movePlan as moveOf, type PlanMove, type PlanRefusal } from '../../domain/plan/move-plan.js'
import type { ValuePlan } from '../../domain/plan/plan.js'
import type { Policy } from '../../domain/policy.js'
import type { Managers } from '../../ports/ports.js'
import { keepersOf } from '../branch/seen-books.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface MovePlanDeps extends WriteChangeDeps {
  readonly managers: Managers
  readonly policy: Policy
}

export interface MovePlanInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly manager: Pick<Manager, 'id' | 'role' | 'branchId'>
  readonly customerId: string
  readonly planId: string
  readonly move: PlanMove
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type PlanMovedResult =
  | { readonly status: 'moved'; readonly customer: Customer; readonly plan: ValuePlan }
  | {
      readonly status: 'refused'
      readonly customer: Customer
      readonly plan: ValuePlan
      readonly because: PlanRefusal
    }
  | { readonly status: 'repeated' }
  /** "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book' }

/** Agrees to a plan, starts, checks, adjusts or closes it: its manager for their own book, a head for the branch. */
export function movePlan(deps: MovePlanDeps) {
  return async (input: MovePlanInput): Promise<PlanMovedResult> => {
    const { changeId, manager, customerId, planId, move, today, at } = input
    const running = await runningBeside(deps, manager, customerId, planId)
    const change = {
      changeId,
      kind: 'plan.change',
      managerId: manager.id,
      at,
      customerIds: [customerId],
    } as const
    const written = await writeChange<PlanMovedResult>(deps, change, (customer) => {
      const plan = findPlan(customer, planId)
      if (plan === undefined) return { customer, edits: [], result: { status: 'not-in-book' } }
      const isHead = manager.role === 'head'
      const result = moveOf(plan, customer, move, {
        on: today,
        by: manager.id,
        isHead,
        running,
        policy: deps.policy,
      })
      if (result.status === 'refused') return { customer, edits: [], result: { ...result, customer, plan } }
      const { customer: now, edits } = withPlan(customer, result.plan)
      return { customer: now, edits, result: { status: 'moved', customer: now, plan: result.plan } }
    })
    if (written.status === 'written') return written.results[0] ?? { status: 'not-in-book' }
    return { status: written.status }
  }
}

export type MovePlan = ReturnType<typeof movePlan>

/** How many other plans run in the book that the customer is in. */
async function runningBeside(
  { books, managers }: MovePlanDeps,
  manager: MovePlanInput['manager'],
  customerId: string,
  planId: string,
): Promise<number> {
  const keepers = manager.role === 'head' ? keepersOf(managers, manager.branchId) : [manager]
  for (const { id } of keepers) {
    const book = await books.read(id)
    if (findCustomer(book, customerId) !== undefined) return runningIn(book, planId)
  }
  return 0
}

function runningIn({ customers }: Book, planId: string): number {
  let count = 0
  for (const { plans = [] } of customers)
    for (const { id, state } of plans) if (state === 'running' && id !== planId) count++
  return count
}
