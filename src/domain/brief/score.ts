import type { Fen } from '../money.js'
import type { Priority, Reason } from '../occasions/reason.js'
import type { Policy, Tier } from '../policy.js'

/** What the order of a brief goes by (Handbook §9, Order), most weighty first. */
export interface ScoreFacts {
  readonly priority: Priority
  /** The yuan that the reasons are about, added up. */
  readonly atStakeFen: Fen
  readonly overdueWorkingDays: number
  /** Absent where the tier has no cadence: nothing is overdue then. */
  readonly intervalDays?: number
  readonly tier: Tier
  readonly brokenPromise: boolean
  /** Proposed by a campaign: such rows have their place after P1, before the rest (Handbook §8.1). */
  readonly proposed?: true
}

/** Whole numbers that add up to the score. */
export interface ScoreParts {
  readonly priority: number
  readonly money: number
  readonly overdue: number
  readonly tier: number
  readonly promise: number
  /** Only where a campaign proposes the row. */
  readonly campaign?: number
}

// Each weight is larger than all that follow can reach together, and the whole stays a safe integer.
const PRIORITY = 1e15
const MONEY = 1e9
const MOST_MONEY_STEPS = 899_999
/** Above any row of its priority, and below any of the one before. */
const CAMPAIGN = 9e14
const MOST_MONEY_STEPS_PROPOSED = 98_999
const OVERDUE = 10
const MOST_OVERDUE = 99_999_999
const TIER = 2

/**
 * The score in its parts: larger is more urgent, and comparing two sums compares priority, then money in steps, then
 * overdue working days ÷ interval, then tier, then a broken promise.
 */
export function scoreParts(facts: ScoreFacts, policy: Policy): ScoreParts {
  const isProposed = facts.proposed === true && facts.priority > 1
  const most = isProposed ? MOST_MONEY_STEPS_PROPOSED : MOST_MONEY_STEPS
  const steps = Math.min(Math.floor(facts.atStakeFen / policy.moneyStepFen), most)
  const tiersBelow = policy.tiers.length - 1 - policy.tiers.findIndex((rule) => rule.tier === facts.tier)
  return {
    priority: (4 - facts.priority) * PRIORITY,
    money: steps * MONEY,
    overdue: overdueUnits(facts, policy) * OVERDUE,
    tier: tiersBelow * TIER,
    promise: facts.brokenPromise ? 1 : 0,
    ...(isProposed ? { campaign: CAMPAIGN } : {}),
  }
}

export function scoreOf({ priority, money, overdue, tier, promise, campaign = 0 }: ScoreParts): number {
  return priority + money + overdue + tier + promise + campaign
}

/**
 * Overdue days ÷ interval as a whole number. Two such fractions that differ do so by at least 1 ÷ the product of their
 * intervals, so counting in units of 1 ÷ (longest interval)² keeps equal ones equal and all others in order.
 */
function overdueUnits({ overdueWorkingDays, intervalDays }: ScoreFacts, policy: Policy): number {
  if (intervalDays === undefined) return 0
  let longest = 1
  for (const rule of policy.tiers) longest = Math.max(longest, rule.intervalDays ?? 1)
  return Math.min(Math.floor((overdueWorkingDays * longest * longest) / intervalDays), MOST_OVERDUE)
}

/** Whether a promise among the reasons is past its day. */
export function hasBrokenPromise(reasons: readonly Reason[]): boolean {
  return reasons.some((reason) => reason.kind === 'promise' && reason.overdueWorkingDays > 0)
}
