import { type Fen, yuanOf } from '../money.js'
import { isSum, type Metric, type StepTest } from './plan.js'
import type { PlanProgress } from './progress.js'
import type { Proposal } from './propose.js'

/** A plan as plain data for other programs: sums in yuan, kinds and card level as counts. */
export function planJson({ plan, customer, ...progress }: PlanProgress): Readonly<Record<string, unknown>> {
  const { metric } = plan
  return {
    customerId: customer.id,
    metric,
    start: plainOf(metric, progress.start),
    value: plainOf(metric, progress.value),
    target: plainOf(metric, plan.target),
    expected: plainOf(metric, progress.expected),
    due: plan.due,
    state: plan.state,
    steps: progress.steps.map(({ care, test, on, done }) => ({
      care,
      what: whatOf(test, metric),
      on,
      done: done ?? null,
    })),
    behind: progress.behind,
    overdueSteps: progress.overdueSteps,
  }
}

/** A proposal in the same shape; its steps and its day are only made with the draft. */
export function proposalJson({
  customer,
  metric,
  value,
  target,
  reasons,
}: Proposal): Readonly<Record<string, unknown>> {
  return {
    customerId: customer.id,
    metric,
    start: plainOf(metric, value),
    value: plainOf(metric, value),
    target: plainOf(metric, target),
    expected: null,
    due: null,
    state: 'proposed',
    steps: [],
    behind: null,
    overdueSteps: 0,
    reasons: reasons.map(({ why }) => why),
  }
}

function plainOf(metric: Metric, value: number | null): number | null {
  return value !== null && isSum(metric) ? yuanOf(value as Fen) : value
}

function whatOf(test: StepTest, metric: Metric): string {
  switch (test.what) {
    case 'holding':
      return `holding ${test.kind}`
    case 'fact':
      return `fact ${test.field}`
    case 'value':
      return `value ${plainOf(metric, test.value)}`
    default:
      return test.what
  }
}
