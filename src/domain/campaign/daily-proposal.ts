import type { Customer } from '../customer/customer.js'
import { openDeferral } from '../customer/deferral.js'
import { addDays, type Day } from '../day.js'
import type { CampaignReason } from '../occasions/campaign.js'
import type { OccasionContext } from '../occasions/occasion.js'
import type { Policy } from '../policy.js'
import type { Campaign } from './campaign.js'
import { depositsOf } from './deposits.js'
import { campaignContacts, campaignKinds, type MemberState, memberState } from './member-state.js'
import { workedDays } from './progress.js'

/** In which order open members are proposed: who is furthest first. */
const OPEN_STATES: readonly MemberState[] = ['interested', 'reached', 'tried', 'listed']

/** One member proposed for today. */
export interface Proposed {
  readonly customer: Customer
  readonly reason: CampaignReason
}

/**
 * Whom the campaigns of a branch propose to one manager today (Handbook §8.1). All of them together take a share of the
 * day's capacity, the one that ends first before the others. On a day off nothing is proposed.
 *
 * @param isListed whether a customer is on today's list for something else than a new product alone
 */
export function dailyProposal(
  customers: readonly Customer[],
  isListed: (customerId: string) => boolean,
  { sources, policy, calendar, today, isWorkingDay }: OccasionContext,
): readonly Proposed[] {
  if (!isWorkingDay) return []
  let left = Math.floor((policy.dailyCapacity * policy.campaign.capacityPercent) / 100)
  const proposed: Proposed[] = []
  const inOrder = sources.campaigns
    .filter((one) => one.state === 'running' && one.firstDay !== undefined)
    .filter((one) => (one.firstDay ?? today) <= today && today <= one.to)
    .toSorted((a, b) => (a.to !== b.to ? (a.to < b.to ? -1 : 1) : a.id < b.id ? -1 : 1))
  for (const campaign of inOrder) {
    const open = openMembers(campaign, customers, policy, today)
    const days = workedDays(campaign, calendar, today).left + 1
    const count = Math.min(left, Math.ceil(open.length / days))
    const chosen = open
      .filter(({ customer }) => openDeferral(customer, today) === undefined)
      .map((one) => ({
        ...one,
        isListed: isListed(one.customer.id),
        depositsFen: depositsOf(one.customer, today).sumFen,
      }))
      .sort(
        (a, b) =>
          Number(b.isListed) - Number(a.isListed) ||
          OPEN_STATES.indexOf(a.state) - OPEN_STATES.indexOf(b.state) ||
          b.depositsFen - a.depositsFen ||
          (a.customer.id < b.customer.id ? -1 : 1),
      )
      .slice(0, count)
    left -= chosen.length
    for (const { customer, state } of chosen) {
      const { id: campaignId, name: campaignName, to: upTo } = campaign
      const reason = { kind: 'campaign', priority: 2, campaignId, campaignName, state, upTo } as const
      proposed.push({ customer, reason })
    }
  }
  return proposed
}

/** Members of a book who are neither won nor refused, not spoken with of late, and not called too often. */
export function openMembers(
  campaign: Campaign,
  customers: readonly Customer[],
  policy: Policy,
  today: Day,
): readonly { readonly customer: Customer; readonly state: MemberState }[] {
  const { firstDay, left } = campaign
  if (firstDay === undefined) return []
  const kinds = campaignKinds(campaign)
  const days = { firstDay, upTo: today }
  const out = new Set(left.map(({ customerId }) => customerId))
  return customers.flatMap((customer) => {
    if (!isMember(campaign, customer.id) || out.has(customer.id)) return []
    // Who withdrew is out at once, whenever that is written down.
    if (customer.doNotContact || !customer.marketingConsent || isResting(customer, policy, today)) return []
    const state = memberState(customer, campaignContacts(customer, days), days, kinds, policy)
    return OPEN_STATES.includes(state) ? [{ customer, state }] : []
  })
}

function isMember({ members }: Campaign, customerId: string): boolean {
  let low = 0
  let high = members.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = members[middle]!.customerId
    if (at === customerId) return true
    if (at < customerId) low = middle + 1
    else high = middle - 1
  }
  return false
}

function isResting({ contacts }: Customer, { campaign }: Policy, today: Day): boolean {
  const quietFrom = addDays(today, -campaign.quietDays)
  const recentFrom = addDays(today, -campaign.recentDays)
  let recent = 0
  for (const { on, reached, withdrawn } of contacts) {
    if (withdrawn || on > today) continue
    if (reached && on >= quietFrom) return true
    if (on >= recentFrom) recent++
  }
  return recent > campaign.mostRecentContacts
}
