import type { Edit } from '../change.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { fenOfYuan } from '../money.js'
import { type BranchCampaigns, type Campaign, isOn, standingMembers } from './campaign.js'
import { type CampaignResult, GOALS, type GoalKind } from './goals.js'

/** What was told that a customer did: yuan, or a number of cards. */
export interface ToldResult {
  readonly kind: GoalKind
  readonly amount: number
}

/** The running or paused campaign whose member a customer is; a customer is in at most one. */
export function campaignOfMember(of: BranchCampaigns, customerId: string): Campaign | undefined {
  return of.campaigns.find(
    (one) => isOn(one) && standingMembers(one).some((member) => member.customerId === customerId),
  )
}

/** Keeps with the customer what was told, beside the ledger. @param key makes the ids of its entries */
export function noteResults(
  customer: Customer,
  told: readonly ToldResult[],
  how: {
    readonly campaignId: string
    readonly key: string
    readonly managerId: string
    readonly today: Day
    readonly at: string
  },
): {
  readonly customer: Customer
  readonly edits: readonly Edit[]
  readonly results: readonly CampaignResult[]
} {
  const { campaignId, key, managerId, today, at } = how
  const results = told.map(
    ({ kind, amount }, index): CampaignResult => ({
      id: `${key}-r${index + 1}`,
      campaignId,
      kind,
      amount: GOALS[kind].unit === 'fen' ? fenOfYuan(amount) : amount,
      on: today,
      at,
      managerId,
    }),
  )
  return {
    customer: { ...customer, campaignResults: [...(customer.campaignResults ?? []), ...results] },
    edits: results.map(({ id }) => ({ kind: 'result-added', customerId: customer.id, resultId: id })),
    results,
  }
}
