import type { Day } from '../day.js'

/** The days of a cover, both included. */
export interface CoverDays {
  readonly from: Day
  readonly until: Day
}

export interface CoverMade {
  readonly by: string
  readonly on: Day
  /** ISO 8601 instant. */
  readonly at: string
  /** The days that it took the place of. */
  readonly before?: CoverDays
}

/** A book looked after for a colleague who is away. */
export interface Cover extends CoverDays {
  readonly managerId: string
  /** Who arranged it, and when; absent where the colleague did so before it was noted. */
  readonly made?: CoverMade
}
