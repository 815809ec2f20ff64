import { addDays, type Day } from '../day.js'
import type { KnownFact, Policy } from '../policy.js'
import type { Customer, FieldsFromFile } from './customer.js'
import { isToldField, type ToldField } from './facts/completeness.js'
import type { RecordedFact } from './facts/recorded-fact.js'
import { PROFILE_KEYS, profileOf } from './profile.js'
import type { Profile } from './profile-fields.js'

/** Where what a field of a profile holds comes from. */
export type FactSource =
  /** A manager recorded it, or heard again that it holds. */
  | { readonly from: 'manager'; readonly on: Day; readonly managerId: string }
  /** A file of the bank; the day is not known where the file came before days were noted. */
  | { readonly from: 'file'; readonly on?: Day }

/** Fields of which nobody asks how old they are: who the customer is, and what was permitted. */
const UNDATED: ReadonlySet<keyof Profile> = new Set([
  'name',
  'type',
  'familiarity',
  'doNotContact',
  'marketingConsent',
  'sensitiveConsent',
  'assignedOn',
] as const)
const DATED = PROFILE_KEYS.filter((field) => !UNDATED.has(field))

/** What every field that is known comes from: the newest word on it counts. */
export function factSources(customer: Customer): ReadonlyMap<keyof Profile, FactSource> {
  const sources = new Map<keyof Profile, FactSource>()
  const told = newestFacts(customer)
  for (const field of PROFILE_KEYS) {
    if (customer[field] === undefined) continue
    const fileDay = customer.fromFile?.findLast(({ fields }) => fields.includes(field))?.on
    const fact = told.get(field)
    if (fact !== undefined && (fileDay === undefined || fact.on >= fileDay))
      sources.set(field, { from: 'manager', on: fact.on, managerId: fact.managerId })
    else sources.set(field, { from: 'file', ...(fileDay === undefined ? {} : { on: fileDay }) })
  }
  return sources
}

/** Of each field the fact that was recorded last and stands. */
function newestFacts({ facts = [] }: Customer): ReadonlyMap<keyof Profile, RecordedFact> {
  const newest = new Map<keyof Profile, RecordedFact>()
  for (const fact of facts) if (fact.withdrawn === undefined) newest.set(fact.field, fact)
  return newest
}

/** The customer after a file, with the day noted for every field that it brought or changed. */
export function withFieldsFromFile(customer: Customer, before: Profile | null, on: Day): Customer {
  const now = profileOf(customer)
  const brought = DATED.filter((field) => now[field] !== undefined && now[field] !== before?.[field])
  const cleared = DATED.filter((field) => now[field] === undefined)
  const changed = new Set<keyof Profile>([...brought, ...cleared])
  const kept = (customer.fromFile ?? []).flatMap((entry): FieldsFromFile[] => {
    const fields = entry.fields.filter((field) => !changed.has(field))
    return fields.length === 0 ? [] : [{ ...entry, fields }]
  })
  if (brought.length === 0) return { ...customer, ...(kept.length === 0 ? {} : { fromFile: kept }) }
  const sameDay = kept.find((entry) => entry.on === on)
  const others = kept.filter((entry) => entry !== sameDay)
  const of = new Set([...(sameDay?.fields ?? []), ...brought])
  const fields = DATED.filter((field) => of.has(field))
  return { ...customer, fromFile: [...others, { on, fields }] }
}

/** A fact that has been known for so long that it may not hold any more. */
export interface StaleFact {
  readonly field: ToldField
  readonly value: string
  readonly on: Day
}

/**
 * The one fact to ask whether it still holds (Handbook §8.5): older than the policy's days, the most useful first, of
 * equally useful ones the oldest. A birthday does not grow old.
 */
export function factToAskAgain(
  customer: Customer,
  policy: Pick<Policy, 'completeness' | 'staleFactDays'>,
  today: Day,
): StaleFact | undefined {
  const sources = factSources(customer)
  const oldest = addDays(today, -policy.staleFactDays)
  const weightOf = (field: string) =>
    policy.completeness.find((known: KnownFact) => known.field === field)?.weight ?? 0
  const stale = policy.completeness.flatMap(({ field }): StaleFact[] => {
    if (!isToldField(field) || field === 'birthday') return []
    const source = sources.get(field)
    const value = customer[field]
    if (source?.on === undefined || value === undefined || source.on >= oldest) return []
    return [{ field, value, on: source.on }]
  })
  return stale.sort(
    (a, b) => weightOf(b.field) - weightOf(a.field) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  )[0]
}
