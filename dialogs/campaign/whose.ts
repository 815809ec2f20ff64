import type { BranchCustomer } from '../../src/domain/campaign/analyse.js'
import { type BranchCampaigns, type Campaign, isOn } from '../../src/domain/campaign/campaign.js'
import { campaignProgress } from '../../src/domain/campaign/progress.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { CampaignView } from '../../src/usecases/campaign/show-campaign.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'

/** The campaigns that a message may mean: by the words beside "campaign", those that are on first, the newest first. */
export function campaignsMeant(
  { campaigns }: BranchCampaigns,
  said: string | undefined,
): readonly Campaign[] {
  const inOrder = [...campaigns].reverse().sort((a, b) => rank(a) - rank(b))
  if (said === undefined) return inOrder
  const wanted = said.toLowerCase()
  const named = inOrder.filter(({ name }) => {
    const known = name.toLowerCase()
    return known.includes(wanted) || wanted.includes(known)
  })
  if (named.length > 0) return named
  // 存款活动 says a kind of campaign, and the only one there is is meant.
  return inOrder.filter((one) => isOn(one)).length === 1 ? inOrder.slice(0, 1) : []
}

function rank(campaign: Campaign): number {
  if (isOn(campaign)) return 0
  return campaign.state === 'draft' ? 1 : 2
}

/** A campaign as one may see it: the head all of it, a manager the own customers and those stood in for. */
export function viewFor(
  view: CampaignView,
  own: readonly Customer[],
  { manager, today }: Pick<Session, 'manager' | 'today'>,
  { policy, calendar }: Pick<Deps, 'policy' | 'calendar'>,
): CampaignView {
  if (manager.role === 'head') return view
  const ids = new Set(own.map(({ id }) => id))
  const campaign = {
    ...view.campaign,
    members: view.campaign.members.filter(({ customerId }) => ids.has(customerId)),
    left: view.campaign.left.filter(({ customerId }) => ids.has(customerId)),
  }
  const branch: readonly BranchCustomer[] = view.branch.filter(({ customer }) => ids.has(customer.id))
  return {
    campaign,
    branch,
    newFits: [],
    progress: campaignProgress({ campaign, branch }, policy, calendar, today),
  }
}
