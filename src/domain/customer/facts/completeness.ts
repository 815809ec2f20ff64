import type { Day } from '../../day.js'
import type { KnownFact, KnownField, Policy } from '../../policy.js'
import { lastValidDay } from '../../suitability/suitability.js'
import type { Customer } from '../customer.js'
import type { StatedFact } from './check-fact.js'

/** How much is known of a customer, and what to ask next (Handbook §1). */
export interface Completeness {
  /** Weighted share of the fields that are known, 0 to 100, rounded down: 100 is everything. */
  readonly percent: number
  /** What is not known, the most useful first. */
  readonly missing: readonly KnownField[]
}

/** Fields that a customer of this occupation has none of are left out of both sides. */
export function completeness(customer: Customer, policy: Policy, today: Day): Completeness {
  const asked = policy.completeness.filter((fact) => concerns(fact, customer))
  const missing = asked.filter(({ field }) => !isKnown(field, customer, policy, today))
  const weigh = (facts: readonly KnownFact[]) => facts.reduce((sum, { weight }) => sum + weight, 0)
  const total = weigh(asked)
  return {
    percent: total === 0 ? 100 : Math.floor(((total - weigh(missing)) * 100) / total),
    missing: missing.toSorted((a, b) => b.weight - a.weight).map(({ field }) => field),
  }
}

/** What a manager may fill in by word, as what it is stated; the rest comes with the bank's files. */
export const TOLD_FIELDS = {
  phone: 'phone',
  occupation: 'occupation',
  birthday: 'birthday',
  family: 'family',
  company: 'company',
  hobbies: 'hobby',
  preference: 'preference',
  preferredChannel: 'preferred-channel',
  address: 'address',
  email: 'email',
} as const satisfies Partial<Record<KnownField, StatedFact['field']>>
export type ToldField = keyof typeof TOLD_FIELDS

/** The most useful thing that is not known and that the customer can simply be asked. */
export function nextToAsk(customer: Customer, policy: Policy, today: Day): ToldField | undefined {
  return completeness(customer, policy, today).missing.find(isToldField)
}

export function isToldField(field: string): field is ToldField {
  return field in TOLD_FIELDS
}

function concerns({ exceptOccupations }: KnownFact, { occupation }: Customer): boolean {
  if (exceptOccupations === undefined || occupation === undefined) return true
  return !exceptOccupations.some((except) => occupation.toLowerCase().includes(except))
}

function isKnown(field: KnownField, customer: Customer, policy: Policy, today: Day): boolean {
  switch (field) {
    case 'aum':
      return customer.aumFen !== undefined
    case 'risk': {
      const upTo = lastValidDay(customer, policy)
      return upTo !== undefined && upTo >= today
    }
    case 'birthday':
      return [customer.birthday, customer.birthdayMonthDay, customer.lunarBirthday].some(isSaid)
    default:
      return isSaid(customer[field])
  }
}

/** `unknown` is a familiarity that has been noted, but tells nothing. */
function isSaid(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'unknown'
}
