import type { Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'

/** What a goal is counted in, and the kinds of holdings it is read from (Handbook §8.1). */
export const GOALS = {
  deposits: { unit: 'fen', kinds: ['current', 'time-deposit', 'notice-deposit'] },
  cards: { unit: 'count', kinds: ['credit-card', 'debit-card'] },
  payroll: { unit: 'fen', kinds: ['payroll'] },
  /** Read from the transactions. */
  settlement: { unit: 'fen', kinds: [] },
} as const satisfies Record<
  string,
  { readonly unit: 'fen' | 'count'; readonly kinds: readonly ProductKind[] }
>
export type GoalKind = keyof typeof GOALS
export const GOAL_KINDS = Object.keys(GOALS) as readonly GoalKind[] // the keys of a closed table

/** One goal of a campaign; each kind at most once. */
export interface Goal {
  readonly kind: GoalKind
  /** Fen, or a number of cards; above 0. Payroll is a month's. */
  readonly target: number
}

/** What a manager told that a customer did for a campaign; kept beside the ledger, never added to it. */
export interface CampaignResult {
  readonly id: string
  readonly campaignId: string
  readonly kind: GoalKind
  /** Fen, or a number of cards; above 0. */
  readonly amount: number
  readonly on: Day
  /** ISO 8601 instant. */
  readonly at: string
  readonly managerId: string
  readonly withdrawn?: true
}
