import { type Campaign, findCampaign } from '../../domain/campaign/campaign.js'
import type { Campaigns } from '../../ports/ports.js'

export interface FoundCampaign {
  readonly branchId: string
  readonly campaign: Campaign
}

/** The campaign of that id, of whatever branch. */
export async function campaignById(campaigns: Campaigns, id: string): Promise<FoundCampaign | undefined> {
  for (const branchId of await campaigns.branchIds()) {
    const campaign = findCampaign(await campaigns.read(branchId), id)
    if (campaign !== undefined) return { branchId, campaign }
  }
  return undefined
}
