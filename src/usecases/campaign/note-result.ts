import type { Campaign } from '../../domain/campaign/campaign.js'
import type { CampaignResult } from '../../domain/campaign/goals.js'
import { campaignOfMember, noteResults, type ToldResult } from '../../domain/campaign/note-result.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { type ChangeWritten, type WriteChangeDeps, writeChange } from '../changes/write-change.js'
import type { CampaignDesk } from './campaign-desk.js'

export interface NoteResultInput {
  readonly changeId: string
  readonly managerId: string
  readonly branchId: string
  readonly customerIds: readonly string[]
  readonly told: readonly ToldResult[]
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface NotedResult {
  readonly customer: Customer
  /** Undefined where the customer is on no running list: nothing was noted. */
  readonly campaign?: Campaign
  readonly results: readonly CampaignResult[]
}

/** Notes what customers did for the campaign they are in, as one change that one undo takes back. */
export function noteResult(deps: WriteChangeDeps & { readonly campaigns: CampaignDesk }) {
  return async (input: NoteResultInput): Promise<ChangeWritten<NotedResult>> => {
    const { changeId, managerId, branchId, customerIds, told, today, at } = input
    const known = await deps.campaigns.ofBranch(branchId, today)
    return writeChange<NotedResult>(
      deps,
      { changeId, kind: 'campaign.result', managerId, at, customerIds },
      (customer, key) => {
        const campaign = campaignOfMember(known, customer.id)
        if (campaign === undefined) return { customer, edits: [], result: { customer, results: [] } }
        const noted = noteResults(customer, told, { campaignId: campaign.id, key, managerId, today, at })
        return { ...noted, result: { customer: noted.customer, campaign, results: noted.results } }
      },
    )
  }
}
