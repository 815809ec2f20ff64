import type { MemberState } from '../campaign/member-state.js'
import type { Day } from '../day.js'
import type { ReasonBase } from './occasion.js'

/** A member of a running campaign is proposed for today (Handbook §8.1). */
export interface CampaignReason extends ReasonBase {
  readonly kind: 'campaign'
  readonly priority: 2
  readonly campaignId: string
  readonly campaignName: string
  readonly state: MemberState
  /** The last day of the campaign. */
  readonly upTo: Day
}
