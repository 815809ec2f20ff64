import type { Day } from '../day.js'
import type { RiskLevel } from '../ledger/holding.js'

/** A product that the customer held when an import raised its level above their rating (Handbook §8.8). */
export interface LevelRaised {
  readonly productId: string
  readonly productName: string
  /** Absent: it had no level. */
  readonly from?: RiskLevel
  readonly to: RiskLevel
  /** The day of the import, and its number, with which it is taken back. */
  readonly on: Day
  readonly importNumber: number
  /** The rating did not carry the old level either: a number for the head and no row. */
  readonly above?: true
  /** The working day on whose brief it is; absent: there is no room for it, or it is `above`. */
  readonly showOn?: Day
}
