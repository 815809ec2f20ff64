import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { metricValue } from './metric-value.js'
import { isSum, type ValuePlan } from './plan.js'
import { type TickedStep, tickedSteps } from './ticks.js'

/** What of a plan wants a look. */
export const EXCEPTIONS = ['no-tick', 'behind', 'past-due', 'overdue-steps'] as const
export type PlanException = (typeof EXCEPTIONS)[number]

/** Where a plan stands on a day. Numbers are in the units of the metric; null is not known. */
export interface PlanProgress {
  readonly plan: ValuePlan
  readonly customer: Customer
  readonly start: number | null
  readonly value: number | null
  /** By calendar days, at most the target; null before it runs, or where the start is not known. */
  readonly expected: number | null
  readonly steps: readonly TickedStep[]
  /** Null where it cannot be said. */
  readonly behind: boolean | null
  readonly overdueSteps: number
  /** Days since the last tick, or since the first day; absent where nothing is open or the plan does not run. */
  readonly quietDays?: number
  readonly exceptions: readonly PlanException[]
}

export function planProgress(plan: ValuePlan, customer: Customer, policy: Policy, today: Day): PlanProgress {
  const { metric, target, due, started } = plan
  const start = started?.value ?? null
  const value = metricValue(customer, metric, today) ?? null
  const steps = tickedSteps(plan, customer, today)
  const isRunning = plan.state === 'running' && started !== undefined
  const open = steps.filter(({ done }) => done === undefined)
  const gone = started === undefined ? 0 : Math.max(0, daysBetween(started.on, today))
  const all = started === undefined ? 0 : daysBetween(started.on, due)
  const path: Path | undefined =
    started === undefined || start === null ? undefined : { start, target, gone: Math.min(gone, all), all }
  const behind =
    !isRunning || path === undefined || value === null
      ? null
      : isBehind(value, path, policy.plan.behindPercent, isSum(metric))
  const overdueSteps = isRunning ? open.filter(({ on }) => on < today).length : 0
  const quietDays =
    isRunning && open.length > 0 ? daysBetween(lastTick(steps) ?? started.on, today) : undefined
  return {
    plan,
    customer,
    start,
    value,
    expected: path === undefined ? null : expectedOf(path, isSum(metric)),
    steps,
    behind,
    overdueSteps,
    ...(quietDays === undefined ? {} : { quietDays }),
    exceptions: isRunning
      ? EXCEPTIONS.filter(
          (one) =>
            (one === 'no-tick' && quietDays !== undefined && quietDays >= policy.plan.quietDays) ||
            (one === 'behind' && behind === true) ||
            (one === 'past-due' && today > due) ||
            (one === 'overdue-steps' && overdueSteps > 0),
        )
      : [],
  }
}

interface Path {
  readonly start: number
  readonly target: number
  readonly gone: number
  readonly all: number
}

/** Sums to the fen, counts to one decimal, half up. */
function expectedOf({ start, target, gone, all }: Path, isSumMetric: boolean): number {
  if (all === 0) return target
  const scale = isSumMetric ? 1 : 10
  return start + roundedShare((target - start) * scale, gone, all) / scale
}

/** `whole` × `part` ÷ `of`, half up; whole numbers in, a whole number out. */
function roundedShare(whole: number, part: number, of: number): number {
  const doubled = 2n * BigInt(whole) * BigInt(part) + BigInt(of)
  const divisor = 2n * BigInt(of)
  const quotient = doubled / divisor
  return Number(doubled < 0n && quotient * divisor !== doubled ? quotient - 1n : quotient)
}

/** Below the policy's part of the growth expected by now; of counts, below the whole number under it. */
function isBehind(
  value: number,
  { start, target, gone, all }: Path,
  percent: number,
  isSumMetric: boolean,
): boolean {
  if (all === 0) return value < target
  const line = BigInt(start) * 100n * BigInt(all) + BigInt(percent) * BigInt(target - start) * BigInt(gone)
  const unit = 100n * BigInt(all)
  return isSumMetric ? BigInt(value) * unit < line : BigInt(value) < line / unit
}

function lastTick(steps: readonly TickedStep[]): Day | undefined {
  let last: Day | undefined
  for (const { done } of steps) if (done !== undefined && (last === undefined || done > last)) last = done
  return last
}

/** The working day on which the manager's next check of a running plan is due; it stays until it is made. */
export function checkDueOn(
  plan: ValuePlan,
  { plan: rules }: Policy,
  calendar: WorkingCalendar,
): Day | undefined {
  if (plan.state !== 'running' || plan.started === undefined) return undefined
  const last = plan.checks.at(-1)?.on ?? plan.started.on
  return calendar.sameOrNext(addDays(last, rules.checkEveryDays))
}
