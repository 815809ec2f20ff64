import type { AttributeQuery } from '../customer/attribute-query.js'
import type { Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Fen } from '../money.js'
import type { Goal } from './goals.js'

export const CAMPAIGN_STATES = ['draft', 'running', 'paused', 'closed'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** What is offered to customers from a sum of deposits on. */
export interface Offer {
  readonly fromFen: Fen
  readonly kinds: readonly ProductKind[]
  /** In the bank's words, in the language they were given in. */
  readonly words: string
}

/** A customer on the frozen list. */
export interface Member {
  readonly customerId: string
  /** Deposits on `since`. */
  readonly depositsFen: Fen
  /** The day of the freeze, or of joining later. */
  readonly since: Day
}

/** Why a member left for good. */
export const OUT_REASONS = ['quiet', 'no-consent', 'other-branch'] as const
export type OutReason = (typeof OUT_REASONS)[number]

export interface LeftMember {
  readonly customerId: string
  readonly on: Day
  readonly why: OutReason
}

/** A campaign of one branch (Handbook §8.1). */
export interface Campaign {
  /** Begins with the branch's id; unique in the bank. */
  readonly id: string
  readonly name: string
  /** Where the data comes from, in the head's words: the first of the seven steps. */
  readonly source?: string
  /** The days that were asked for; the first day is that of the freeze. */
  readonly from: Day
  readonly to: Day
  /** Whom it is for; absent: everybody. */
  readonly query?: AttributeQuery
  /** The words the query was read from. */
  readonly asked?: string
  readonly way?: string
  readonly offers: readonly Offer[]
  readonly goals: readonly Goal[]
  readonly state: CampaignState
  readonly draftedOn: Day
  /** Started ahead: the day on which it freezes; still a draft until then. */
  readonly startsOn?: Day
  /** The day of the freeze, which is the first day. Absent: not started. */
  readonly firstDay?: Day
  readonly closedOn?: Day
  /** Ascending by customer id; never changed but for who joins. */
  readonly members: readonly Member[]
  readonly left: readonly LeftMember[]
}

/** The campaigns of a branch, in the order in which they were drafted. */
export interface BranchCampaigns {
  readonly branchId: string
  readonly campaigns: readonly Campaign[]
}

export function noCampaigns(branchId: string): BranchCampaigns {
  return { branchId, campaigns: [] }
}

export function findCampaign(of: BranchCampaigns, id: string): Campaign | undefined {
  return of.campaigns.find((campaign) => campaign.id === id)
}

/** The same with `campaign` in the place of the one of its id, or at the end. */
export function withCampaign(of: BranchCampaigns, campaign: Campaign): BranchCampaigns {
  const known = of.campaigns.some(({ id }) => id === campaign.id)
  return {
    ...of,
    campaigns: known
      ? of.campaigns.map((one) => (one.id === campaign.id ? campaign : one))
      : [...of.campaigns, campaign],
  }
}

/** Running or paused: its members are in no other campaign, and its figures move. */
export function isOn({ state }: Campaign): boolean {
  return state === 'running' || state === 'paused'
}

/** The last day whose contacts and holdings count: figures stand still after the last day and after the closing. */
export function lastCounted({ to, closedOn }: Pick<Campaign, 'to' | 'closedOn'>, today: Day): Day {
  const last = closedOn !== undefined && closedOn < to ? closedOn : to
  return today < last ? today : last
}

/** Ids of the members who are not out. */
export function standingMembers({ members, left }: Campaign): readonly Member[] {
  if (left.length === 0) return members
  const out = new Set(left.map(({ customerId }) => customerId))
  return members.filter(({ customerId }) => !out.has(customerId))
}
