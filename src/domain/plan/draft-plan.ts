import type { Customer } from '../customer/customer.js'
import { nextToAsk } from '../customer/facts/completeness.js'
import { addDays, addMonths, type Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { kindsHeld, metricValue } from './metric-value.js'
import type { Act, Care, Metric, PlanStep, PlanTerms, StepTest, ValuePlan } from './plan.js'
import { proposalOf } from './propose.js'

/** What the manager wants of a plan; what is not said is proposed. */
export interface PlanWish {
  readonly metric?: Metric
  /** In the units of the metric. */
  readonly target?: number
  readonly due?: Day
}

export interface PlanRules {
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** What a plan for this customer would be: the wish, and for the rest what the reasons for a plan ask. */
export function planTerms(
  customer: Customer,
  wish: PlanWish,
  { policy, calendar }: PlanRules,
  today: Day,
): PlanTerms & { readonly metric: Metric } {
  const proposal = proposalOf(customer, policy, today)
  const metric = wish.metric ?? proposal?.metric ?? (customer.aumFen === undefined ? 'kinds' : 'aum')
  const target =
    wish.target ??
    (proposal?.metric === metric ? proposal.target : undefined) ??
    usualTarget(customer, metric, policy, today)
  const due = wish.due ?? calendar.sameOrPrevious(addMonths(today, policy.plan.usualMonths))
  const steps = stepsFor(customer, metric, target, due, { policy, calendar }, today)
  return { metric, target, due, steps: steps.slice(0, policy.plan.mostSteps) }
}

export function draftPlan(
  id: string,
  terms: PlanTerms & { readonly metric: Metric },
  drafted: Act,
): ValuePlan {
  const { metric, target, due, steps } = terms
  return { id, metric, target, due, steps, state: 'draft', drafted, checks: [], earlier: [] }
}

/** A tenth more of a sum, one more of a count. */
function usualTarget(customer: Customer, metric: Metric, policy: Policy, today: Day): number {
  const value = metricValue(customer, metric, today) ?? 0
  if (metric === 'kinds') return value + 1
  if (metric === 'card') return Math.min(2, value + 1)
  const step = policy.moneyStepFen
  return Math.max(step, Math.ceil((value * 1.1) / step) * step)
}

/** Share of the time to the due day at which each step stands, its care and its test. */
type Draft = readonly [part: number, care: Care, test: StepTest]

/** The four kinds of keeping in turn: be there, learn one thing, meet, sell what suits, look back. */
function stepsFor(
  customer: Customer,
  metric: Metric,
  target: number,
  due: Day,
  { policy, calendar }: PlanRules,
  today: Day,
): readonly PlanStep[] {
  const missing = nextToAsk(customer, policy, today)
  const held = kindsHeld(customer, today)
  const opened = OPENED_TO_ALL.find((kind) => !held.includes(kind))
  const drafts: readonly Draft[] = [
    [0.05, 'emotional', { what: 'contact' }],
    ...(missing === undefined ? [] : [[0.15, 'development', { what: 'fact', field: missing }] as const]),
    [0.25, 'planning', { what: 'appointment' }],
    [0.4, 'emotional', { what: 'visit' }],
    ...(metric === 'card' || opened === undefined
      ? []
      : [[0.6, 'sales', { what: 'holding', kind: opened }] as const]),
    [0.8, 'planning', { what: 'contact' }],
    [1, 'sales', { what: 'value', value: target }],
  ]
  const days = Math.max(1, (Date.parse(due) - Date.parse(today)) / 86_400_000)
  return drafts.map(([part, care, test], at) => {
    const on = calendar.sameOrNext(addDays(today, Math.max(1, Math.round(days * part))))
    return { id: `s${at + 1}`, care, on: on > due ? calendar.sameOrPrevious(due) : on, test }
  })
}

/** What needs no assessment of risk, so that a plan names nothing that would not suit. */
const OPENED_TO_ALL: readonly ProductKind[] = ['time-deposit', 'notice-deposit']
