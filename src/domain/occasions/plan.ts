import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { StepTest } from '../plan/plan.js'
import { checkDueOn, type PlanException, planProgress } from '../plan/progress.js'
import type { OccasionContext, ReasonBase } from './occasion.js'

/** Steps of a value plan are overdue (Handbook §8.2); the earliest is told. */
export interface PlanStepReason extends ReasonBase {
  readonly kind: 'plan-step'
  readonly priority: 2
  readonly planId: string
  readonly what: StepTest['what']
  readonly on: Day
  readonly overdueWorkingDays: number
  /** Overdue steps of the plan, this one included. */
  readonly count: number
}

/** The manager's look at a running plan is due, and stays until it is made. */
export interface PlanCheckReason extends ReasonBase {
  readonly kind: 'plan-check'
  readonly priority: 2
  readonly planId: string
  readonly dueOn: Day
  readonly exceptions: readonly PlanException[]
}

/** Of running plans: the overdue steps, and the check of every two weeks. */
export function plan(
  customer: Customer,
  { policy, calendar, today }: OccasionContext,
): readonly (PlanStepReason | PlanCheckReason)[] {
  return (customer.plans ?? []).flatMap((one) => {
    if (one.state !== 'running') return []
    const { steps, overdueSteps, exceptions } = planProgress(one, customer, policy, today)
    const late = steps.find(({ done, on }) => done === undefined && on < today)
    const dueOn = checkDueOn(one, policy, calendar)
    const reasons: (PlanStepReason | PlanCheckReason)[] = []
    if (late !== undefined)
      reasons.push({
        kind: 'plan-step',
        priority: 2,
        planId: one.id,
        what: late.test.what,
        on: late.on,
        overdueWorkingDays: calendar.countAfter(late.on, today),
        count: overdueSteps,
      })
    if (dueOn !== undefined && dueOn <= today)
      reasons.push({ kind: 'plan-check', priority: 2, planId: one.id, dueOn, exceptions })
    return reasons
  })
}
