import type { Day } from '../day.js'
import type { Fen } from '../money.js'
import type { Channel } from './contact.js'

export type RiskRating = 'C1' | 'C2' | 'C3' | 'C4' | 'C5'

export type CardLevel = 'none' | 'gold' | 'platinum'

export type Familiarity = 'unknown' | 'known' | 'familiar'

export type Gender = 'male' | 'female'

/** What is known of a customer (Handbook §1). What is absent is unknown, never assumed. */
export interface Profile {
  readonly name: string
  readonly type?: 'person' | 'micro'
  readonly nickname?: string
  readonly gender?: Gender
  readonly birthday?: Day
  /** `MM-DD` of a birthday whose year is not known; counts only where `birthday` is absent. */
  readonly birthdayMonthDay?: string
  /** `MM-DD` of the lunar calendar; a leap month as `LMM-DD`. Where given, this birthday is the one kept. */
  readonly lunarBirthday?: string
  readonly anniversary?: Day
  /** `MM-DD` of an anniversary whose year is not known; counts only where `anniversary` is absent. */
  readonly anniversaryMonthDay?: string
  readonly occupation?: string
  readonly company?: string
  readonly education?: string
  readonly phone?: string
  readonly email?: string
  readonly address?: string
  readonly preferredChannel?: Channel
  /** Assets under management in fen; absent where the bank's file left it empty. */
  readonly aumFen?: Fen
  readonly riskRating?: RiskRating
  readonly riskAssessedOn?: Day
  readonly cardLevel?: CardLevel
  readonly familiarity?: Familiarity
  readonly doNotContact: boolean
  readonly marketingConsent: boolean
  /** Separate consent to keep religion, health and data on children (PIPL art. 28, 29); absent is none. */
  readonly sensitiveConsent?: boolean
  readonly hobbies?: string
  readonly expectedReturn?: string
  readonly preference?: string
  readonly family?: string
  /** What is better not said to the customer. */
  readonly avoid?: string
  readonly assignedOn?: Day
  readonly notes?: string
}
