import type { Customer } from '../customer/customer.js'
import { addMonths, type Day } from '../day.js'
import type { Policy } from '../policy.js'
import { metricValue } from './metric-value.js'
import type { Act, PlanResult, PlanTerms, ValuePlan, Verdict } from './plan.js'

/** What can be done to a plan. */
export type PlanMove =
  | { readonly kind: 'agree' }
  | { readonly kind: 'start' }
  /** The look at it; `adjust` comes with the new terms, `stop` closes it. */
  | {
      readonly kind: 'check'
      readonly verdict: Verdict
      readonly terms?: Partial<PlanTerms>
      readonly reason?: string
    }
  | { readonly kind: 'told'; readonly stepId: string }
  | { readonly kind: 'close'; readonly result?: PlanResult; readonly reason?: string }

/** Why a move cannot be made. */
export const PLAN_REFUSALS = [
  'not-head',
  'not-draft',
  'not-agreed',
  'not-running',
  'too-many',
  'no-step',
  'due-too-late',
  'too-many-steps',
] as const
export type PlanRefusal = (typeof PLAN_REFUSALS)[number]

export type PlanMoved =
  | { readonly status: 'moved'; readonly plan: ValuePlan }
  | { readonly status: 'refused'; readonly because: PlanRefusal }

/** Who moves a plan, when, and what is known besides. */
export interface PlanMoving extends Act {
  readonly isHead: boolean
  /** Plans of the same book that run, this one apart. */
  readonly running: number
  readonly policy: Policy
}

/**
 * A plan after a move. The head alone agrees; an agreed plan runs from that day on where its manager has room for it, and
 * its start value is the one of that day. What an adjustment replaces is kept, with who and when.
 */
export function movePlan(plan: ValuePlan, customer: Customer, move: PlanMove, by: PlanMoving): PlanMoved {
  const act: Act = { on: by.on, by: by.by }
  switch (move.kind) {
    case 'agree': {
      if (!by.isHead) return refused('not-head')
      if (plan.state !== 'draft') return refused('not-draft')
      const agreed: ValuePlan = { ...plan, state: 'agreed', agreed: act }
      const hasRoom = by.running < by.policy.plan.runningAManager
      return moved(hasRoom ? started(agreed, customer, act) : agreed)
    }
    case 'start':
      if (plan.state !== 'agreed') return refused('not-agreed')
      if (by.running >= by.policy.plan.runningAManager) return refused('too-many')
      return moved(started(plan, customer, act))
    case 'told':
      if (plan.state !== 'running') return refused('not-running')
      if (!plan.steps.some(({ id, toldOn }) => id === move.stepId && toldOn === undefined))
        return refused('no-step')
      return moved({
        ...plan,
        steps: plan.steps.map((step) => (step.id === move.stepId ? { ...step, toldOn: by.on } : step)),
      })
    case 'check': {
      if (plan.state !== 'running') return refused('not-running')
      const checked: ValuePlan = { ...plan, checks: [...plan.checks, { ...act, verdict: move.verdict }] }
      if (move.verdict === 'stop') return moved(closed(checked, customer, act, move.reason))
      if (move.verdict !== 'adjust' || move.terms === undefined) return moved(checked)
      const terms = { ...termsOf(plan), ...move.terms }
      const refusal = termsRefused(terms, plan.started?.on ?? by.on, by.policy)
      if (refusal !== undefined) return refused(refusal)
      return moved({ ...checked, ...terms, earlier: [...plan.earlier, { ...termsOf(plan), until: act }] })
    }
    case 'close':
      if (plan.state === 'closed') return refused('not-running')
      return moved(closed(plan, customer, act, move.reason, move.result))
  }
}

/** Whether terms are within what a plan may be: due within the policy's months, not too many steps. */
export function termsRefused(terms: PlanTerms, first: Day, { plan }: Policy): PlanRefusal | undefined {
  if (terms.due > addMonths(first, plan.mostMonths) || terms.due <= first) return 'due-too-late'
  return terms.steps.length > plan.mostSteps ? 'too-many-steps' : undefined
}

/** What a plan has come to: all of its growth, some of it, none. A value that is not known is none. */
export function resultOf(plan: ValuePlan, customer: Customer, today: Day): PlanResult {
  const value = metricValue(customer, plan.metric, today)
  if (value === undefined) return 'not'
  if (value >= plan.target) return 'reached'
  const start = plan.started?.value
  return start !== undefined && value > start ? 'partly' : 'not'
}

function started(plan: ValuePlan, customer: Customer, act: Act): ValuePlan {
  const value = metricValue(customer, plan.metric, act.on)
  return {
    ...plan,
    state: 'running',
    started: { ...act, ...(value === undefined ? {} : { value }) },
  }
}

function closed(
  plan: ValuePlan,
  customer: Customer,
  act: Act,
  reason: string | undefined,
  result = resultOf(plan, customer, act.on),
): ValuePlan {
  return {
    ...plan,
    state: 'closed',
    closed: { ...act, result, ...(reason === undefined || reason === '' ? {} : { reason }) },
  }
}

function termsOf({ target, due, steps }: PlanTerms): PlanTerms {
  return { target, due, steps }
}

function moved(plan: ValuePlan): PlanMoved {
  return { status: 'moved', plan }
}

function refused(because: PlanRefusal): PlanMoved {
  return { status: 'refused', because }
}
