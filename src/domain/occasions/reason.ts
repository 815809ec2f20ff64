import type { Day } from '../day.js'
import type { Holding } from '../ledger/holding.js'
import type { Currency, Fen } from '../money.js'

/** 1, 2, 3 as P1, P2, P3 of Handbook §3; cadence ranks with P2. */
export type Priority = 1 | 2 | 3

interface ReasonBase {
  readonly priority: Priority
  /** Yuan that are at stake, for ordering (Handbook §9, Order); absent where none are or where they are foreign. */
  readonly atStakeFen?: Fen
}

/** Why a customer is on the brief. One kind an occasion; later occasions add theirs here. */
export type Reason =
  | (ReasonBase & {
      readonly kind: 'cadence'
      readonly dueOn: Day
      readonly overdueWorkingDays: number
      readonly lastContactOn: Day
    })
  | (ReasonBase & { readonly kind: 'claim'; readonly dueOn: Day; readonly overdueWorkingDays: number })
  | (ReasonBase & {
      readonly kind: 'maturity'
      readonly holdingId: string
      readonly productName: string
      readonly productKind: Holding['kind']
      readonly amountFen: Fen
      readonly currency: Currency
      readonly maturesOn: Day
      /** The working day the maturity counts as. */
      readonly countsOn: Day
      readonly notice: 'same-day' | 'day-before' | 'heads-up'
      /** Calendar days of the heads-up (7 or 30). */
      readonly headsUpDays?: number
      readonly autoRenew: boolean
      /** The customer may not be contacted for marketing: a service notice is all that is allowed. */
      readonly serviceNoticeOnly: boolean
    })
