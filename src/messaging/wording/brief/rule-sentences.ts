import type { Fen } from '../../../domain/money.js'
import type { Reason } from '../../../domain/occasions/reason.js'
import type { Policy } from '../../../domain/policy.js'

/** What a rule's sentence says besides the policy's numbers. */
export interface RuleTold {
  readonly sum: (amount: Fen) => string
  readonly tier: string
  /** How often the tier is contacted; empty where there is no cadence. */
  readonly every: string
}

/** A sentence for every kind of reason, so that a missing one does not compile. */
export type ReasonRules = Readonly<Record<Reason['kind'], (policy: Policy, told: RuleTold) => string>>
