import type { Customer } from '../customer/customer.js'
import { type Day, weekOf } from '../day.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import { type BranchCustomer, removalOf } from './analyse.js'
import {
  type BranchCampaigns,
  type Campaign,
  isOn,
  type LeftMember,
  type Member,
  standingMembers,
  withCampaign,
} from './campaign.js'
import { depositsOf } from './deposits.js'

/** What a head asks of a campaign. */
export type Move =
  | { readonly kind: 'start'; readonly on?: Day }
  | { readonly kind: 'pause' | 'resume' | 'close' }

export type Moved =
  | { readonly status: 'moved'; readonly campaign: Campaign }
  /** It stands as it was asked to already. */
  | { readonly status: 'already' }
  /** Not from where it stands: a closed one does not come back, a draft cannot pause. */
  | { readonly status: 'not-from-here'; readonly state: Campaign['state'] }
  /** Its last day is past. */
  | { readonly status: 'over' }
  | { readonly status: 'too-many'; readonly count: number; readonly most: number }
  | { readonly status: 'nobody' }

/**
 * One move of a campaign: draft → running ⇄ paused → closed. A start freezes the list with each member's deposits of the
 * day; one that is asked for a later day, or before the first day that was said, waits for that day.
 *
 * @param branch read only where a list is frozen
 */
export function moveCampaign(
  campaign: Campaign,
  move: Move,
  among: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  today: Day,
): Moved {
  const { state } = campaign
  switch (move.kind) {
    case 'start': {
      if (state !== 'draft')
        return isOn(campaign) ? { status: 'already' } : { status: 'not-from-here', state }
      const asked = move.on ?? today
      const startsOn = [asked, campaign.from, today].reduce((a, b) => (a > b ? a : b))
      if (startsOn > campaign.to) return { status: 'over' }
      if (startsOn > today) {
        if (campaign.startsOn === startsOn) return { status: 'already' }
        return { status: 'moved', campaign: { ...campaign, startsOn } }
      }
      return freeze(campaign, among, branch, policy, today)
    }
    case 'pause':
      if (state === 'paused') return { status: 'already' }
      if (state !== 'running') return { status: 'not-from-here', state }
      return { status: 'moved', campaign: { ...campaign, state: 'paused' } }
    case 'resume':
      if (state === 'running') return { status: 'already' }
      if (state !== 'paused') return { status: 'not-from-here', state }
      return { status: 'moved', campaign: { ...campaign, state: 'running' } }
    case 'close':
      if (state === 'closed') return { status: 'already' }
      if (state === 'draft') return { status: 'not-from-here', state }
      return { status: 'moved', campaign: { ...campaign, state: 'closed', closedOn: today } }
  }
}

/** The list as it is on that day, with each member's deposits. */
export function freeze(
  campaign: Campaign,
  among: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  on: Day,
): Moved {
  const removal = removalOf(campaign, among, policy, on)
  const selected = branch.filter(({ customer }) => removal(customer) === undefined)
  const { mostMembers } = policy.campaign
  if (selected.length > mostMembers) return { status: 'too-many', count: selected.length, most: mostMembers }
  if (selected.length === 0) return { status: 'nobody' }
  const { startsOn: _, ...rest } = campaign
  return {
    status: 'moved',
    campaign: {
      ...rest,
      state: 'running',
      firstDay: on,
      members: selected.map(({ customer }) => memberOn(customer, on)).sort(byCustomer),
    },
  }
}

function memberOn(customer: Customer, on: Day): Member {
  return { customerId: customer.id, depositsFen: depositsOf(customer, on).sumFen, since: on }
}

function byCustomer(a: Member, b: Member): number {
  return a.customerId < b.customerId ? -1 : 1
}

/** Whether something of a branch's campaigns has to be looked at on that day: a start that is due, or members who may be out. */
export function hasToSettle({ campaigns }: BranchCampaigns, today: Day): boolean {
  return campaigns.some((one) => isOn(one) || (one.startsOn !== undefined && one.startsOn <= today))
}

/**
 * The campaigns as the books leave them: planned starts whose day has come are frozen as of that day, and members who may
 * not be contacted for marketing any more, or are in no book of the branch, are out for good. The same object where
 * nothing changed.
 */
export function settleCampaigns(
  of: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  today: Day,
): BranchCampaigns {
  let settled = of
  for (const campaign of of.campaigns) {
    if (campaign.state !== 'draft' || campaign.startsOn === undefined || campaign.startsOn > today) continue
    const moved = freeze(campaign, settled, branch, policy, campaign.startsOn)
    if (moved.status === 'moved') settled = withCampaign(settled, moved.campaign)
  }
  const ids = new Map(branch.map(({ customer }) => [customer.id, customer]))
  for (const campaign of settled.campaigns) {
    if (!isOn(campaign)) continue
    const gone = standingMembers(campaign).flatMap(({ customerId }): readonly LeftMember[] => {
      const why = outReason(ids.get(customerId))
      return why === undefined ? [] : [{ customerId, on: today, why }]
    })
    if (gone.length > 0) settled = withCampaign(settled, { ...campaign, left: [...campaign.left, ...gone] })
  }
  return settled
}

function outReason(customer: Customer | undefined): LeftMember['why'] | undefined {
  if (customer === undefined) return 'other-branch'
  if (customer.doNotContact) return 'quiet'
  return customer.marketingConsent ? undefined : 'no-consent'
}

/** Whether new fits are offered today: on the first working day of the week, while the campaign is running. */
export function offersNewFits({ state, to }: Campaign, calendar: WorkingCalendar, today: Day): boolean {
  if (state !== 'running' || today > to || !calendar.isWorkingDay(today)) return false
  return calendar.previous(today) < weekOf(today).from
}

/** Customers who would be selected today and are no members; a member who is out may be offered again. */
export function newFits(
  campaign: Campaign,
  among: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  today: Day,
): readonly BranchCustomer[] {
  const removal = removalOf(campaign, among, policy, today)
  const standing = new Set(standingMembers(campaign).map(({ customerId }) => customerId))
  return branch.filter(({ customer }) => !standing.has(customer.id) && removal(customer) === undefined)
}

/** Takes those of the new fits into the campaign who still fit; they join with the deposits of the day. */
export function joinCampaign(
  campaign: Campaign,
  customerIds: readonly string[],
  among: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  today: Day,
): Moved {
  if (!isOn(campaign)) return { status: 'not-from-here', state: campaign.state }
  const wanted = new Set(customerIds)
  const joining = newFits(campaign, among, branch, policy, today).filter(({ customer }) =>
    wanted.has(customer.id),
  )
  if (joining.length === 0) return { status: 'already' }
  const ids = new Set(joining.map(({ customer }) => customer.id))
  const members = [
    ...campaign.members.filter(({ customerId }) => !ids.has(customerId)),
    ...joining.map(({ customer }) => memberOn(customer, today)),
  ].sort(byCustomer)
  const { mostMembers } = policy.campaign
  if (members.length > mostMembers) return { status: 'too-many', count: members.length, most: mostMembers }
  const left = campaign.left.filter(({ customerId }) => !ids.has(customerId))
  return { status: 'moved', campaign: { ...campaign, members, left } }
}
