import type { Objection } from '../customer/contact.js'
import type { Day } from '../day.js'
import type { BranchCustomer } from './analyse.js'
import type { Campaign } from './campaign.js'
import { campaignContacts } from './member-state.js'

/** How often a reason was given by members who declined or went elsewhere. */
export interface LostReason {
  readonly objection: Objection
  readonly count: number
}

const MOST_REASONS = 3

/** The reasons most often given, at most three; those given alike in the order of the objections' names. */
export function lostReasons(
  { members, firstDay }: Campaign,
  branch: readonly BranchCustomer[],
  upTo: Day,
): readonly LostReason[] {
  if (firstDay === undefined) return []
  const ids = new Set(members.map(({ customerId }) => customerId))
  const counts = new Map<Objection, number>()
  for (const { customer } of branch) {
    if (!ids.has(customer.id)) continue
    for (const { reached, outcome, objection } of campaignContacts(customer, { firstDay, upTo })) {
      if (!reached || objection === undefined || (outcome !== 'declined' && outcome !== 'lost')) continue
      counts.set(objection, (counts.get(objection) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([objection, count]) => ({ objection, count }))
    .sort((a, b) => b.count - a.count || (a.objection < b.objection ? -1 : 1))
    .slice(0, MOST_REASONS)
}
