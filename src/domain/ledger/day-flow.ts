import type { Day } from '../day.js'
import { type Fen, fen } from '../money.js'

/** One day of one customer's transactions, folded at import into what the rules need. */
export interface DayFlow {
  readonly on: Day
  /** Net of all rows of the day, in minus out. */
  readonly netFen: Fen
  /** What came in, the bank's postings included; absent on a day on which money moved one way only. */
  readonly inFen?: Fen
  /** Balance after the day's last row; absent where the file gave none. */
  readonly balanceFen?: Fen
  /** Rows that are the customer's own, not the bank's postings (Handbook §9, RFM). */
  readonly ownCount: number
  /** Sum of the absolute amounts of the customer's own rows. */
  readonly ownAbsFen: Fen
}

/** What came in on a day and what went out, both without a sign. */
export function inAndOut({ netFen, inFen }: DayFlow): { readonly inFen: Fen; readonly outFen: Fen } {
  const came = inFen ?? fen(Math.max(netFen, 0))
  return { inFen: came, outFen: fen(came - netFen) }
}
