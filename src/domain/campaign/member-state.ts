import type { Contact } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Policy } from '../policy.js'
import type { Campaign } from './campaign.js'
import { GOALS } from './goals.js'

/** Where a member stands; each has one, in the order in which they are told. */
export const MEMBER_STATES = [
  'listed',
  'tried',
  'reached',
  'interested',
  'appointment',
  'won',
  'declined',
  'out',
] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/** The campaign's own days, as far as they have come. */
export interface CampaignDays {
  readonly firstDay: Day
  /** Included. */
  readonly upTo: Day
}

/** The contacts of a campaign's days, in the order in which they were made and recorded. */
export function campaignContacts(
  { contacts }: Pick<Customer, 'contacts'>,
  { firstDay, upTo }: CampaignDays,
): readonly Contact[] {
  const own: Contact[] = []
  for (const contact of contacts) {
    if (contact.on >= firstDay && contact.on <= upTo && contact.withdrawn === undefined) own.push(contact)
  }
  return own.length > 1 ? own.sort(inOrder) : own
}

/** Contacts of one day are in the order they were recorded, those of files by id. */
function inOrder(a: Contact, b: Contact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  const [first, second] = [a.loggedAt ?? '', b.loggedAt ?? '']
  if (first !== second) return first < second ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The kinds of products whose closing makes a member won: those of the goals and of the offers. */
export function campaignKinds({
  goals,
  offers,
}: Pick<Campaign, 'goals' | 'offers'>): ReadonlySet<ProductKind> {
  return new Set<ProductKind>([
    ...goals.flatMap(({ kind }): readonly ProductKind[] => GOALS[kind].kinds),
    ...offers.flatMap(({ kinds }) => kinds),
  ])
}

/**
 * The state of a member who is not out: won, else declined, else the highest of the others. Won stays won. Outcomes count
 * only where the customer was reached.
 *
 * @param contacts those of the campaign's days, in order
 */
export function memberState(
  customer: Customer,
  contacts: readonly Contact[],
  days: CampaignDays,
  kinds: ReadonlySet<ProductKind>,
  policy: Pick<Policy, 'campaign'>,
): Exclude<MemberState, 'out'> {
  const effective = contacts.filter(({ reached }) => reached)
  if (effective.some(({ outcome }) => outcome === 'closed') || hasWonSale(customer, days, kinds)) return 'won'
  const last = effective.at(-1)?.outcome
  if (last === 'declined' || last === 'lost') return 'declined'
  const appointments = appointmentsOf(customer, effective, days, policy)
  if (appointments.some(({ until }) => until >= days.upTo)) return 'appointment'
  if (effective.some(({ outcome }) => outcome === 'interested' || outcome === 'considering'))
    return 'interested'
  if (appointments.some(({ isLast }) => isLast)) return 'interested'
  if (effective.length > 0) return 'reached'
  return contacts.length > 0 ? 'tried' : 'listed'
}

/** A product that is named must be one of the campaign's; an account of a kind nobody named counts. */
function hasWonSale(
  { opportunities = [] }: Customer,
  { firstDay, upTo }: CampaignDays,
  kinds: ReadonlySet<ProductKind>,
): boolean {
  return opportunities.some(({ outcome }) => {
    if (outcome?.kind !== 'won' || outcome.on < firstDay || outcome.on > upTo) return false
    return outcome.product.kind === undefined || kinds.has(outcome.product.kind)
  })
}

interface StandingAppointment {
  /** The last day on which it keeps the member in this state. */
  readonly until: Day
  /** Nothing else came out of a later contact. */
  readonly isLast: boolean
}

function appointmentsOf(
  { agreements }: Customer,
  effective: readonly Contact[],
  { firstDay, upTo }: CampaignDays,
  { campaign }: Pick<Policy, 'campaign'>,
): readonly StandingAppointment[] {
  const until = (on: Day | undefined, madeOn: Day) =>
    on === undefined
      ? addDays(madeOn, campaign.appointmentWithoutDayDays)
      : addDays(on, campaign.appointmentGraceDays)
  if (agreements.length === 0 && !effective.some(({ outcome }) => outcome === 'appointment')) return []
  const outcomes = effective.filter(({ outcome }) => outcome !== undefined)
  const agreed = outcomes.flatMap((contact, at): readonly StandingAppointment[] => {
    if (contact.outcome !== 'appointment') return []
    const isLast = at === outcomes.length - 1
    const meeting = agreements.find(
      ({ kind, contactId }) => kind === 'appointment' && contactId === contact.id,
    )
    const isOff = meeting?.state === 'cancelled' || meeting?.state === 'withdrawn'
    return [{ until: isOff ? addDays(firstDay, -1) : until(meeting?.on, contact.on), isLast }]
  })
  const booked = agreements.flatMap((one): readonly StandingAppointment[] => {
    if (one.kind !== 'appointment' || one.state !== 'open') return []
    if (one.madeOn < firstDay || one.madeOn > upTo) return []
    const isLast = !outcomes.some(({ on }) => on > one.madeOn)
    return [{ until: until(one.on, one.madeOn), isLast }]
  })
  return [...agreed, ...booked]
}
