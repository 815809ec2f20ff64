import type { Day } from '../day.js'
import type { Fen } from '../money.js'

/** One day of one customer's transactions, folded at import into what the rules need. */
export interface DayFlow {
  readonly on: Day
  /** Net of all rows of the day, in minus out. */
  readonly netFen: Fen
  /** Balance after the day's last row; absent where the file gave none. */
  readonly balanceFen?: Fen
  /** Rows that are the customer's own, not the bank's postings (Handbook §9, RFM). */
  readonly ownCount: number
  /** Sum of the absolute amounts of the customer's own rows. */
  readonly ownAbsFen: Fen
}
