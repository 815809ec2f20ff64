import type { Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { KnownField } from '../policy.js'

/** What a value plan raises or keeps: sums in fen, kinds and card level as counts (none 0, gold 1, platinum 2). */
export const METRICS = ['aum', 'deposits', 'kinds', 'card'] as const
export type Metric = (typeof METRICS)[number]

/** The four kinds of keeping a customer. */
export const CARES = ['emotional', 'sales', 'development', 'planning'] as const
export type Care = (typeof CARES)[number]

/** What a manager learns by asking, and a step may wait for. */
export const PLAN_FACTS = [
  'phone',
  'occupation',
  'birthday',
  'family',
  'company',
  'hobbies',
  'preference',
  'preferredChannel',
  'address',
  'email',
] as const satisfies readonly KnownField[]
export type PlanFact = (typeof PLAN_FACTS)[number]

/** What ticks a step. */
export type StepTest =
  /** An effective contact; a visit that reached the customer; an appointment that was made. */
  | { readonly what: 'contact' }
  | { readonly what: 'visit' }
  | { readonly what: 'appointment' }
  /** A holding of that kind, begun since the plan. */
  | { readonly what: 'holding'; readonly kind: ProductKind }
  /** The metric has come to this value. */
  | { readonly what: 'value'; readonly value: number }
  /** The fact is known. */
  | { readonly what: 'fact'; readonly field: PlanFact }
  /** Only the manager can say so. */
  | { readonly what: 'word' }

export interface PlanStep {
  readonly id: string
  readonly care: Care
  /** A working day; overdue the day after. */
  readonly on: Day
  readonly test: StepTest
  /** The manager said it is done, whatever its test. */
  readonly toldOn?: Day
}

export const VERDICTS = ['on-track', 'adjust', 'stop'] as const
export type Verdict = (typeof VERDICTS)[number]

export const PLAN_RESULTS = ['reached', 'partly', 'not'] as const
export type PlanResult = (typeof PLAN_RESULTS)[number]

export const PLAN_STATES = ['draft', 'agreed', 'running', 'closed'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** Who did something to a plan, and when. */
export interface Act {
  readonly on: Day
  readonly by: string
}

/** What an adjustment changes. */
export interface PlanTerms {
  /** In the units of the metric. */
  readonly target: number
  readonly due: Day
  /** By day; at most the policy's number. */
  readonly steps: readonly PlanStep[]
}

/** Terms that were adjusted, and by whom. */
export interface OldTerms extends PlanTerms {
  readonly until: Act
}

/** A plan to raise what one key customer is worth to the bank, and the bank to the customer (Handbook §8.2). */
export interface ValuePlan extends PlanTerms {
  readonly id: string
  readonly metric: Metric
  readonly state: PlanState
  readonly drafted: Act
  readonly agreed?: Act
  /** The first day, and the value recorded on it; without a value it was not known. */
  readonly started?: Act & { readonly value?: number }
  /** Oldest first. */
  readonly checks: readonly (Act & { readonly verdict: Verdict })[]
  readonly earlier: readonly OldTerms[]
  readonly closed?: Act & { readonly result: PlanResult; readonly reason?: string }
}

export function isSum(metric: Metric): boolean {
  return metric === 'aum' || metric === 'deposits'
}
