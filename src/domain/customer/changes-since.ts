import { addDays, type Day, type Period } from '../day.js'
import { inAndOut } from '../ledger/day-flow.js'
import type { Holding } from '../ledger/holding.js'
import { reachesMaturity } from '../ledger/running.js'
import { addFen, type Fen, fen } from '../money.js'
import type { Policy } from '../policy.js'
import { type Agreement, type Contact, contactsUpTo, lastEffectiveContact } from './contact.js'
import type { Customer } from './customer.js'
import type { RecordedFact } from './facts/recorded-fact.js'

/** What has changed with a customer since somebody last spoke with them (Handbook §8.5). */
export interface ChangesSince {
  readonly customerId: string
  /** The last effective contact by anybody of the bank; for the never contacted the day of assignment; null: neither is known. */
  readonly since: Day | null
  readonly sinceWhat: 'contact' | 'assignment' | 'unknown'
  /** The day of the last contact is not in it. */
  readonly period: Period
  /** The first day of the flow, where rows of the time before are not kept any more; absent: all of the period is. */
  readonly flowFrom?: Day
  /** What came into the account and what went out; null where no transaction was ever imported. */
  readonly flow: { readonly inFen: Fen; readonly outFen: Fen } | null
  /** Days whose net was large, by the policy's sum, whatever the tier. */
  readonly largeDays: readonly { readonly on: Day; readonly netFen: Fen }[]
  /** Holdings whose maturity came. */
  readonly matured: readonly Holding[]
  readonly begun: readonly Holding[]
  /** Holdings that the bank's file ended. */
  readonly ended: readonly Holding[]
  /** What managers recorded, oldest first. */
  readonly facts: readonly RecordedFact[]
  /** Fields of the profile that a file brought or changed. */
  readonly fromFile: readonly { readonly on: Day; readonly fields: readonly string[] }[]
  /** Promises made, due or settled in the period, by day. */
  readonly promises: readonly Agreement[]
  /** Contacts and attempts by others than the customer's manager, oldest first. */
  readonly contactsByOthers: readonly Contact[]
}

/** @param keeperId the manager whose customer it is */
export function changesSince(
  customer: Customer,
  keeperId: string,
  policy: Pick<Policy, 'largeMovement' | 'maturingKinds' | 'rfm'>,
  today: Day,
): ChangesSince {
  const contacted = lastEffectiveContact(customer.contacts, today)
  const assigned =
    customer.assignedOn !== undefined && customer.assignedOn <= today ? customer.assignedOn : undefined
  const since = contacted ?? assigned ?? null
  const from = since === null ? EVER : addDays(since, 1)
  const isIn = (day: Day | undefined) => day !== undefined && from <= day && day <= today
  const keptFrom = addDays(today, -policy.rfm.windowDays)
  const flows = customer.flows.filter(({ on }) => isIn(on) && on >= keptFrom)
  return {
    customerId: customer.id,
    since,
    sinceWhat: contacted !== undefined ? 'contact' : assigned !== undefined ? 'assignment' : 'unknown',
    period: { from, to: today },
    ...(from < keptFrom ? { flowFrom: keptFrom } : {}),
    flow: customer.flows.length === 0 ? null : sumOf(flows.map(inAndOut)),
    largeDays: flows
      .filter(({ netFen }) => Math.abs(netFen) >= policy.largeMovement.fromFen)
      .map(({ on, netFen }) => ({ on, netFen })),
    matured: customer.holdings
      .filter((held) => policy.maturingKinds.includes(held.kind) && reachesMaturity(held))
      .filter((held) => isIn(held.maturesOn))
      .toSorted(by('maturesOn')),
    begun: customer.holdings.filter((held) => isIn(held.startsOn)).toSorted(by('startsOn')),
    ended: customer.holdings.filter((held) => isIn(held.endedOn)).toSorted(by('endedOn')),
    facts: (customer.facts ?? []).filter(({ on, withdrawn }) => withdrawn === undefined && isIn(on)),
    fromFile: (customer.fromFile ?? []).filter(({ on }) => isIn(on)),
    promises: customer.agreements
      .filter(({ kind, state }) => kind === 'promise' && state !== 'withdrawn')
      .filter(({ madeOn, on }) => isIn(madeOn) || isIn(on))
      .toSorted((a, b) => ((a.on ?? a.madeOn) < (b.on ?? b.madeOn) ? -1 : 1)),
    contactsByOthers: contactsUpTo(customer.contacts, today)
      .filter(({ on, managerId }) => isIn(on) && managerId !== keeperId)
      .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1)),
  }
}

/** Whether anything has changed at all. */
export function isUnchanged(changes: ChangesSince): boolean {
  const { flow, largeDays, matured, begun, ended, facts, fromFile, promises, contactsByOthers } = changes
  const lists = [largeDays, matured, begun, ended, facts, fromFile, promises, contactsByOthers]
  const moved = flow !== null && flow.inFen + flow.outFen > 0
  return !moved && lists.every((list) => list.length === 0)
}

const EVER = '0001-01-01' as Day // before every day there is

function sumOf(flows: readonly { readonly inFen: Fen; readonly outFen: Fen }[]) {
  return flows.reduce(
    (sum, flow) => ({ inFen: addFen(sum.inFen, flow.inFen), outFen: addFen(sum.outFen, flow.outFen) }),
    { inFen: fen(0), outFen: fen(0) },
  )
}

function by(field: 'maturesOn' | 'startsOn' | 'endedOn') {
  return (a: Holding, b: Holding) =>
    a[field] === b[field] ? (a.id < b.id ? -1 : 1) : (a[field] ?? '') < (b[field] ?? '') ? -1 : 1
}
