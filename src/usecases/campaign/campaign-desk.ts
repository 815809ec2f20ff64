import type { Analysis } from '../../domain/campaign/analyse.js'
import { type BranchCampaigns, type Campaign, findCampaign, isOn } from '../../domain/campaign/campaign.js'
import type { Move } from '../../domain/campaign/course.js'
import type { Day } from '../../domain/day.js'
import { type DraftCampaignInput, type DraftCampaignResult, draftCampaign } from './draft-campaign.js'
import {
  type CampaignMove,
  type CampaignMoved,
  joinMembers,
  type MoveCampaignDeps,
  moveCampaign,
} from './move-campaign.js'
import { settleCampaigns } from './settle-campaigns.js'
import { type CampaignView, type ShowCampaignDeps, showAnalysis, showCampaign } from './show-campaign.js'

/** All that is done with the campaigns of a branch. */
export interface CampaignDesk {
  /** Brought up to the day. */
  ofBranch(branchId: string, today: Day): Promise<BranchCampaigns>
  draft(input: DraftCampaignInput): Promise<DraftCampaignResult>
  /** Takes a draft away; anything else stays. */
  drop(input: CampaignMove): Promise<Campaign | undefined>
  move(input: CampaignMove & { readonly move: Move }): Promise<CampaignMoved>
  join(input: CampaignMove & { readonly customerIds: readonly string[] }): Promise<CampaignMoved>
  analyse(branchId: string, campaignId: string, today: Day): Promise<Analysis | undefined>
  show(branchId: string, campaignId: string, today: Day): Promise<CampaignView | undefined>
}

/** @param deps with the books as they are kept, for a head sees the same customer through several */
export function campaignDesk(deps: MoveCampaignDeps & ShowCampaignDeps): CampaignDesk {
  return {
    ofBranch: settleCampaigns(deps),
    draft: draftCampaign(deps),
    move: moveCampaign(deps),
    join: joinMembers(deps),
    analyse: showAnalysis(deps),
    show: showCampaign(deps),
    drop: ({ branchId, campaignId, by, at }) =>
      deps.units.together(async () => {
        const dropped = await deps.campaigns.change(branchId, (known) => {
          const campaign = findCampaign(known, campaignId)
          if (campaign?.state !== 'draft') return { campaigns: known, result: undefined }
          const campaigns = known.campaigns.filter(({ id }) => id !== campaignId)
          return { campaigns: { ...known, campaigns }, result: campaign }
        })
        if (dropped !== undefined)
          await deps.journal.append({ at, managerId: by, act: 'campaign.drop', detail: campaignId })
        return dropped
      }),
  }
}

/** The campaigns of a branch that are running or paused, each with how far it has come. */
export function campaignsOn({ campaigns }: { readonly campaigns: CampaignDesk }) {
  return async (branchId: string, today: Day): Promise<readonly CampaignView[]> => {
    const known = await campaigns.ofBranch(branchId, today)
    const views: CampaignView[] = []
    for (const campaign of known.campaigns.filter(isOn)) {
      const view = await campaigns.show(branchId, campaign.id, today)
      if (view !== undefined) views.push(view)
    }
    return views
  }
}
