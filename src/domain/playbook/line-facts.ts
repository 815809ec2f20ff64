import type { Gender } from '../customer/profile-fields.js'
import type { Day, Moment } from '../day.js'
import type { RiskLevel } from '../ledger/holding.js'
import type { Currency, Fen } from '../money.js'

/** A sum of one currency. */
export interface Sum {
  readonly amountFen: Fen
  readonly currency: Currency
}

/** Everything a line may be filled with, before it is put in words. What is absent leaves its placeholder empty. */
export interface LineFacts {
  readonly customer: {
    readonly name: string
    readonly nickname?: string
    readonly gender?: Gender
    readonly company?: string
  }
  readonly manager: { readonly name: string; readonly branchName?: string; readonly phone?: string }
  /** What the customer holds, or the payment that is due. */
  readonly productName?: string
  readonly sum?: Sum
  /** The day the line is about: of the maturity, the movement, the meeting, the festival. */
  readonly on?: Day
  readonly termDays?: number
  /** Percent a year. */
  readonly ratePercent?: number
  /** Only of what the contract fixes (`FIXED_BY_CONTRACT`). */
  readonly interest?: Sum
  /** What is offered. */
  readonly offer?: {
    readonly name: string
    readonly minimum?: Sum
    readonly riskLevel?: RiskLevel
    readonly benchmark?: string
    readonly saleFrom?: Day
    readonly saleTo?: Day
  }
  /** The two times of an invitation, the earlier first. */
  readonly slots?: readonly [Moment, Moment]
  readonly eventName?: string
  readonly giftName?: string
  readonly topic?: string
  /** Of a fund's value, without its sign. */
  readonly changePercent?: number
  /** What was promised, in the manager's words. */
  readonly about?: string
}
