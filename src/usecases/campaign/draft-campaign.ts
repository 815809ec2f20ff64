import { type Campaign, findCampaign, type Offer, withCampaign } from '../../domain/campaign/campaign.js'
import type { Goal } from '../../domain/campaign/goals.js'
import type { AttributeQuery } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { Campaigns, Journal, Managers, Units } from '../../ports/ports.js'

export interface DraftCampaignDeps {
  readonly units: Units
  readonly campaigns: Campaigns
  readonly managers: Managers
  readonly journal: Journal
}

/** What a campaign is to be. */
export interface CampaignWish {
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly goals: readonly Goal[]
  readonly query?: AttributeQuery
  readonly asked?: string
  readonly source?: string
  readonly way?: string
  readonly offers?: readonly Offer[]
}

export interface DraftCampaignInput {
  readonly branchId: string
  readonly wish: CampaignWish
  /** Who drafts: the head of the branch, or whoever runs the commands. */
  readonly by: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type DraftCampaignResult =
  | { readonly status: 'drafted'; readonly campaign: Campaign }
  | { readonly status: 'unknown-branch' }
  | { readonly status: 'ends-before-it-begins' }
  /** One of that name is running or paused. */
  | { readonly status: 'running'; readonly campaign: Campaign }

/**
 * Drafts a campaign of a branch. A draft of the same name and first day is put anew, so that saying it twice makes one.
 */
export function draftCampaign({ units, campaigns, managers, journal }: DraftCampaignDeps) {
  return ({ branchId, wish, by, today, at }: DraftCampaignInput): Promise<DraftCampaignResult> =>
    units.together(async () => {
      if (!managers.all().some((manager) => manager.branchId === branchId))
        return { status: 'unknown-branch' }
      if (wish.to < wish.from) return { status: 'ends-before-it-begins' }
      const result = await campaigns.change<DraftCampaignResult>(branchId, (known) => {
        const same = known.campaigns.findLast(
          ({ name, from, state }) => name === wish.name && from === wish.from && state !== 'closed',
        )
        if (same !== undefined && same.state !== 'draft')
          return { campaigns: known, result: { status: 'running', campaign: same } }
        const campaign: Campaign = {
          id: same?.id ?? freshId(branchId, known.campaigns),
          ...wish,
          offers: wish.offers ?? [],
          state: 'draft',
          draftedOn: today,
          members: [],
          left: [],
        }
        return { campaigns: withCampaign(known, campaign), result: { status: 'drafted', campaign } }
      })
      if (result.status === 'drafted')
        await journal.append({ at, managerId: by, act: 'campaign.draft', detail: result.campaign.id })
      return result
    })
}

function freshId(branchId: string, known: readonly Campaign[]): string {
  const of = { branchId, campaigns: known }
  let number = known.length + 1
  while (findCampaign(of, `${branchId}-${number}`) !== undefined) number++
  return `${branchId}-${number}`
}

export type DraftCampaign = ReturnType<typeof draftCampaign>
