import type { CampaignResult } from '../campaign/goals.js'
import type { Day } from '../day.js'
import type { DayFlow } from '../ledger/day-flow.js'
import type { Holding } from '../ledger/holding.js'
import type { Opportunity } from '../opportunity/opportunity.js'
import type { ValuePlan } from '../plan/plan.js'
import type { Agreement, Contact } from './contact.js'
import type { Deferral } from './deferral.js'
import type { RecordedFact } from './facts/recorded-fact.js'
import type { Favour } from './favour.js'
import type { FirstSeen } from './first-seen-days.js'
import type { Link, LinkQuestion } from './link.js'
import type { Profile } from './profile-fields.js'
import type { LevelRaised } from './raise-note.js'

export interface FieldsFromFile {
  readonly on: Day
  readonly fields: readonly (keyof Profile)[]
}

export interface Added {
  readonly on: Day
  readonly managerId: string
  /** Customers of the bank's file who were asked about and are somebody else. */
  readonly isNot?: readonly string[]
}

/** A customer with everything that changes together: the unit of a write. */
export interface Customer extends Profile {
  readonly id: string
  readonly holdings: readonly Holding[]
  /** In no promised order. */
  readonly contacts: readonly Contact[]
  readonly agreements: readonly Agreement[]
  /** Snoozes and skips, oldest first. */
  readonly deferrals?: readonly Deferral[]
  /** What managers told for campaigns, oldest first. */
  readonly campaignResults?: readonly CampaignResult[]
  /** Chances of a sale, open and closed, oldest first. */
  readonly opportunities?: readonly Opportunity[]
  /** Value plans, running and past, oldest first. */
  readonly plans?: readonly ValuePlan[]
  /** What a manager recorded by message, oldest first; the profile holds what counts now. */
  readonly facts?: readonly RecordedFact[]
  /** Links to other customers that are stored on this one; `linksOf` reads them from both ends. */
  readonly links?: readonly Link[]
  /** Links that were asked about, kept on the one of the two with the lower id: none is asked about twice. */
  readonly linkQuestions?: readonly LinkQuestion[]
  /** Gifts received and events attended, oldest first. */
  readonly favours?: readonly Favour[]
  /** Fields of the profile by the day on which a file of the bank brought what they hold, oldest first. */
  readonly fromFile?: readonly FieldsFromFile[]
  /** Added by a manager, under an id of our own, until a file of the bank brings them. */
  readonly added?: Added
  /** Noted at an import for conditions whose beginning the files do not tell. */
  readonly firstSeen?: FirstSeen
  /** Products held whose level an import raised above the rating, oldest first. */
  readonly levelRaised?: readonly LevelRaised[]
  /** Ascending by day: those of the last 365 days and today that had a transaction, and of the time before the few that rules still ask for. */
  readonly flows: readonly DayFlow[]
}
