import { findCustomer } from '../../domain/book.js'
import { type Analysis, analyseCampaign, type BranchCustomer } from '../../domain/campaign/analyse.js'
import { type Campaign, findCampaign } from '../../domain/campaign/campaign.js'
import { newFits, offersNewFits } from '../../domain/campaign/course.js'
import { campaignProgress, type Progress } from '../../domain/campaign/progress.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { branchCustomers } from './branch-customers.js'
import { type SettleCampaignsDeps, settleCampaigns } from './settle-campaigns.js'

export interface ShowCampaignDeps extends SettleCampaignsDeps {
  readonly calendar: WorkingCalendar
}

export interface CampaignView {
  readonly campaign: Campaign
  readonly progress: Progress
  /** All customers of the branch, with their manager. */
  readonly branch: readonly BranchCustomer[]
  /** Who fits and is no member; on the first working day of the week, else nobody. */
  readonly newFits: readonly BranchCustomer[]
}

/** How far a campaign of a branch has come; undefined where the branch has none of that id. */
export function showCampaign(deps: ShowCampaignDeps) {
  return async (branchId: string, campaignId: string, today: Day): Promise<CampaignView | undefined> => {
    const known = await settleCampaigns(deps)(branchId, today)
    const campaign = findCampaign(known, campaignId)
    if (campaign === undefined) return undefined
    const branch = await branchCustomers(deps, branchId)
    const elsewhere = await membersElsewhere(deps, campaign, branch)
    const { policy, calendar } = deps
    return {
      campaign,
      branch,
      progress: campaignProgress({ campaign, branch, elsewhere }, policy, calendar, today),
      newFits: offersNewFits(campaign, calendar, today)
        ? newFits(campaign, known, branch, policy, today)
        : [],
    }
  }
}

/** The analysis of a branch for a campaign; undefined where the branch has none of that id. */
export function showAnalysis(deps: SettleCampaignsDeps) {
  return async (branchId: string, campaignId: string, today: Day): Promise<Analysis | undefined> => {
    const known = await settleCampaigns(deps)(branchId, today)
    const campaign = findCampaign(known, campaignId)
    if (campaign === undefined) return undefined
    return analyseCampaign(campaign, known, await branchCustomers(deps, branchId), deps.policy, today)
  }
}

/** Members who went to another branch, or were erased: nobody there is told of, only what they did counts. Looked for only where one is missing. */
async function membersElsewhere(
  { books, managers }: ShowCampaignDeps,
  { members }: Campaign,
  branch: readonly BranchCustomer[],
): Promise<readonly Customer[]> {
  const here = new Set(branch.map(({ customer }) => customer.id))
  const missing = members
    .filter(({ customerId }) => !here.has(customerId))
    .map(({ customerId }) => customerId)
  const found: Customer[] = []
  if (missing.length === 0) return found
  for (const { id } of managers.all()) {
    const book = await books.read(id)
    const erased = new Map(book.erased?.map((customer) => [customer.id, customer]))
    found.push(
      ...missing.flatMap((customerId) => findCustomer(book, customerId) ?? erased.get(customerId) ?? []),
    )
    if (found.length === missing.length) break
  }
  return found
}

export type ShowCampaign = ReturnType<typeof showCampaign>
