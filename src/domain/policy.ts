import type { ProductKind } from './ledger/holding.js'
import type { Fen } from './money.js'

export type Tier = 'A' | 'B' | 'C' | 'D' | 'E'

/** How long after an effective contact the next is due. */
export type Interval = { readonly days: number } | { readonly months: number }

export interface TierRule {
  readonly tier: Tier
  /** Lowest AUM of the tier, included. */
  readonly fromFen: Fen
  /** Absent: no cadence. */
  readonly every?: Interval
  /** Days by which overdue time is divided when customers are ordered (Handbook §9). */
  readonly intervalDays?: number
}

/** Every number of the rules that an administrator may change. Read from `data/policy.json`. */
export interface Policy {
  /** Highest first; the last begins at 0. */
  readonly tiers: readonly TierRule[]
  /** Kinds whose maturity calls for a contact (Handbook §9). */
  readonly maturingKinds: readonly ProductKind[]
  /** Calendar days before the day a maturity counts as, descending. */
  readonly maturityHeadsUpDays: readonly number[]
  /** An effective contact within so many days before a maturity counts as "spoken with" (Handbook §9). */
  readonly maturityContactWindowDays: number
  /** Customers on one brief. */
  readonly dailyCapacity: number
  /** Money at stake is compared in steps of this size. */
  readonly moneyStepFen: Fen
  /** Local time after which a missed brief is not pushed any more, `HH:mm`. */
  readonly briefCutOff: string
}
