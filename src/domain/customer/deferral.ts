import type { Day } from '../day.js'
import { type Contact, lastEffectiveContact } from './contact.js'

/**
 * A customer put off by the manager (Handbook §2): to a day, or this time with a reason. Never deleted: one that
 * was taken back is kept, marked `withdrawn`.
 */
export type Deferral = {
  readonly id: string
  readonly madeOn: Day
  readonly withdrawn?: true
} & ({ readonly kind: 'snooze'; readonly until: Day } | { readonly kind: 'skip'; readonly reason: string })

export type Snooze = Extract<Deferral, { kind: 'snooze' }>

interface PutOff {
  readonly contacts: readonly Contact[]
  readonly deferrals?: readonly Deferral[]
}

/** The deferrals that count on `today`: not withdrawn, not made later. */
function inForce(customer: PutOff, today: Day): readonly Deferral[] {
  return customer.deferrals?.filter((d) => d.withdrawn === undefined && d.madeOn <= today) ?? []
}

/** The last deferral that no effective contact has followed; of two on one day the later in the list. */
export function openDeferral(customer: PutOff, today: Day): Deferral | undefined {
  let last: Deferral | undefined
  for (const deferral of inForce(customer, today))
    if (last === undefined || deferral.madeOn >= last.madeOn) last = deferral
  if (last === undefined) return undefined
  const spokenOn = lastEffectiveContact(customer.contacts, today)
  return spokenOn !== undefined && spokenOn >= last.madeOn ? undefined : last
}

/** The day of the last skip, from which the cadence counts anew; a skip is no contact and claims nobody. */
export function lastSkip(customer: PutOff, today: Day): Day | undefined {
  let last: Day | undefined
  for (const { kind, madeOn } of inForce(customer, today))
    if (kind === 'skip' && (last === undefined || madeOn > last)) last = madeOn
  return last
}
