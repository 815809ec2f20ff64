import type { BranchCampaigns } from '../../domain/campaign/campaign.js'
import { hasToSettle, settleCampaigns as settle } from '../../domain/campaign/course.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { Books, Campaigns, Managers } from '../../ports/ports.js'
import { branchCustomers } from './branch-customers.js'

export interface SettleCampaignsDeps {
  readonly campaigns: Campaigns
  readonly books: Books
  readonly managers: Managers
  readonly policy: Policy
}

/**
 * Brings the campaigns of a branch up to the day: planned starts whose day has come are frozen, and who may not be
 * contacted any more is out. Without anything to do it costs the reading of the branch's books; without a campaign nothing.
 */
export function settleCampaigns(deps: SettleCampaignsDeps) {
  return async (branchId: string, today: Day): Promise<BranchCampaigns> => {
    const now = await deps.campaigns.read(branchId)
    if (!hasToSettle(now, today)) return now
    const branch = await branchCustomers(deps, branchId)
    if (settle(now, branch, deps.policy, today) === now) return now
    return deps.campaigns.change(branchId, (fresh) => {
      const campaigns = settle(fresh, branch, deps.policy, today)
      return { campaigns, result: campaigns }
    })
  }
}

export type SettleCampaigns = ReturnType<typeof settleCampaigns>
