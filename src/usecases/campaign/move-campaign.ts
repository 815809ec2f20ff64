import { type Campaign, findCampaign, withCampaign } from '../../domain/campaign/campaign.js'
import { joinCampaign, type Move, type Moved, moveCampaign as move } from '../../domain/campaign/course.js'
import type { Day } from '../../domain/day.js'
import type { Journal, Units } from '../../ports/ports.js'
import { branchCustomers } from './branch-customers.js'
import { type SettleCampaignsDeps, settleCampaigns } from './settle-campaigns.js'

export interface MoveCampaignDeps extends SettleCampaignsDeps {
  readonly units: Units
  readonly journal: Journal
}

export interface CampaignMove {
  readonly branchId: string
  readonly campaignId: string
  /** The head of the branch, or whoever runs the commands. */
  readonly by: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type CampaignMoved = Moved | { readonly status: 'unknown' }

/** Starts, pauses, resumes or closes a campaign; doing it again changes nothing. */
export function moveCampaign(deps: MoveCampaignDeps) {
  return (input: CampaignMove & { readonly move: Move }): Promise<CampaignMoved> =>
    changed(deps, input, input.move.kind, (campaign, among, branch) =>
      move(campaign, input.move, among, branch, deps.policy, input.today),
    )
}

/** Takes new fits into a running campaign. */
export function joinMembers(deps: MoveCampaignDeps) {
  return (input: CampaignMove & { readonly customerIds: readonly string[] }): Promise<CampaignMoved> =>
    changed(deps, input, 'join', (campaign, among, branch) =>
      joinCampaign(campaign, input.customerIds, among, branch, deps.policy, input.today),
    )
}

function changed(
  deps: MoveCampaignDeps,
  { branchId, campaignId, by, today, at }: CampaignMove,
  act: string,
  decide: (
    campaign: Campaign,
    among: Parameters<typeof move>[2],
    branch: Parameters<typeof move>[3],
  ) => Moved,
): Promise<CampaignMoved> {
  return deps.units.together(async () => {
    await settleCampaigns(deps)(branchId, today)
    const branch = await branchCustomers(deps, branchId)
    const result = await deps.campaigns.change<CampaignMoved>(branchId, (known) => {
      const campaign = findCampaign(known, campaignId)
      if (campaign === undefined) return { campaigns: known, result: { status: 'unknown' } }
      const moved = decide(campaign, known, branch)
      if (moved.status !== 'moved') return { campaigns: known, result: moved }
      return { campaigns: withCampaign(known, moved.campaign), result: moved }
    })
    if (result.status === 'moved')
      await deps.journal.append({ at, managerId: by, act: `campaign.${act}`, detail: campaignId })
    return result
  })
}

export type MoveCampaign = ReturnType<typeof moveCampaign>
