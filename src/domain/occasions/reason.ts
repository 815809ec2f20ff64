import type { CampaignReason } from './campaign.js'
import type { OCCASIONS } from './occasions.js'
import type { SnoozedReason } from './snoozed.js'

export type { Priority, ReasonBase } from './occasion.js'

/** Why a customer is on the brief: one kind an occasion, each declared beside its rule. */
export type Reason = ReturnType<(typeof OCCASIONS)[number]>[number] | SnoozedReason | CampaignReason
