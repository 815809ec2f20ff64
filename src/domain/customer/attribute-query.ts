import { cadence, tierOf } from '../cadence/cadence.js'
import { addDays, addMonths, type Day, dayOf, daysInMonth, isWithin, type Period, yearOf } from '../day.js'
import type { Holding, ProductKind, RiskLevel } from '../ledger/holding.js'
import { idleMoney } from '../ledger/idle-money.js'
import { movementsOf } from '../ledger/movements.js'
import { notRenewed } from '../ledger/renewal.js'
import { isRunning, reachesMaturity } from '../ledger/running.js'
import { type AmountRange, CNY, isInRange, sumFen } from '../money.js'
import type { Policy, Tier } from '../policy.js'
import type { RfmScore, Segment } from '../rfm/rfm.js'
import { lastValidDay, mayBeOffered } from '../suitability/suitability.js'
import { WorkingCalendar } from '../working-days.js'
import { celebrationsOf, type KeptDays, keptDays } from './celebrations.js'
import { type Channel, type Contact, contactsUpTo, lastEffectiveContact, type Outcome } from './contact.js'
import type { Customer } from './customer.js'
import type { CardLevel, Familiarity, Gender, RiskRating } from './profile-fields.js'

/** One thing that can be true of a customer. What is not known of a customer is not true of them. */
export type Attribute =
  /** Any of the words in the occupation; in the company, too, where the words name a trade. */
  | {
      readonly of: 'occupation' | 'trade' | 'company' | 'hobby' | 'name' | 'address' | 'family'
      readonly words: readonly string[]
    }
  | { readonly of: 'gender'; readonly is: Gender }
  | { readonly of: 'type'; readonly is: 'person' | 'micro' }
  | { readonly of: 'tier'; readonly in: readonly Tier[] }
  | { readonly of: 'risk'; readonly in: readonly RiskRating[] }
  | { readonly of: 'card'; readonly in: readonly CardLevel[] }
  | { readonly of: 'vip' | 'idle' | 'do-not-contact' | 'marketing-consent' | 'never-contacted' }
  /** `expired`: was assessed, and the last valid day is past; `expiring`: valid, and within the notice before that day. */
  | { readonly of: 'assessment'; readonly is: 'none' | 'valid' | 'expired' | 'expiring' }
  | { readonly of: 'assets'; readonly range: AmountRange }
  /** Running holdings of any of the kinds; with a range their sum in its currency. */
  | {
      readonly of: 'held'
      readonly kinds: readonly ProductKind[]
      readonly range?: AmountRange
      /** Words of the name in the ledger, one of which it has to have: 住房 of a loan. */
      readonly named?: readonly string[]
    }
  /** A running holding of this product, by its number or its name in the ledger. */
  | { readonly of: 'product'; readonly id: string; readonly name: string }
  /** Something of theirs matures in one of these spans, both ends included. */
  | { readonly of: 'maturing'; readonly in: readonly Period[] }
  /** Something of theirs matured in one of these spans and nothing was begun with the money (Handbook §8.6). */
  | { readonly of: 'not-renewed'; readonly in: readonly Period[] }
  /** A birthday is kept in one of these spans, each of at most a year. */
  | { readonly of: 'birthday'; readonly in: readonly Period[] }
  /** A large sum came in or went out on a day of these spans. */
  | { readonly of: 'moved'; readonly in: readonly Period[]; readonly direction?: 'in' | 'out' }
  /** A contact on a day of these spans; without `reached` an attempt, too. */
  | {
      readonly of: 'contacted'
      readonly in: readonly Period[]
      readonly channel?: Channel
      readonly reached?: boolean
    }
  /** How the last contact ended. */
  | { readonly of: 'last-outcome'; readonly in: readonly Outcome[] }
  /** The regular contact is due, or past its day. */
  | { readonly of: 'contact-due' | 'contact-overdue' }
  /** May be offered a product of this level: rating, assessment and permissions carry it. */
  | { readonly of: 'may-buy'; readonly level: RiskLevel }
  | { readonly of: 'familiarity'; readonly is: Familiarity }
  /** Of the RFM scores of the branch. */
  | { readonly of: 'segment'; readonly in: readonly Segment[] }
  /** Nothing is running but current accounts. */
  | { readonly of: 'only-current' }
  /** The birthday is kept in this month, 1–12, in whatever calendar. */
  | { readonly of: 'birthday-month'; readonly month: number }
  /** What the profile does not say. */
  | {
      readonly of: 'unknown'
      readonly field: 'phone' | 'email' | 'address' | 'birthday' | 'occupation' | 'company' | 'assets'
    }
  | { readonly of: 'prefers'; readonly channel: Channel }
  /** Whole years, both ends included. */
  | { readonly of: 'age'; readonly from?: number; readonly to?: number }
  /** Born in these years, both included. */
  | { readonly of: 'born'; readonly from: number; readonly to: number }
  /** No effective contact on this day or later. */
  | { readonly of: 'not-contacted-since'; readonly since: Day }
  | { readonly of: 'contacted-since'; readonly since: Day }

/** What a question asks of customers, as a tree. */
export type AttributeQuery =
  | { readonly kind: 'is'; readonly attribute: Attribute; readonly said: string }
  | { readonly kind: 'not'; readonly query: AttributeQuery }
  | { readonly kind: 'all' | 'any'; readonly queries: readonly AttributeQuery[] }

/** Every attribute a query names, negated ones too. */
export function attributesOf(query: AttributeQuery): readonly Attribute[] {
  if (query.kind === 'is') return [query.attribute]
  return query.kind === 'not' ? attributesOf(query.query) : query.queries.flatMap(attributesOf)
}

/** Whether the scores of the branch are needed to answer. */
export function needsScores(query: AttributeQuery): boolean {
  return attributesOf(query).some(({ of }) => of === 'segment')
}

/** The query without the attributes that `keeps` does not name; undefined where nothing is left. */
export function onlyAttributes(
  query: AttributeQuery,
  keeps: (of: Attribute['of']) => boolean,
): AttributeQuery | undefined {
  if (query.kind === 'is') return keeps(query.attribute.of) ? query : undefined
  if (query.kind === 'not') {
    const inner = onlyAttributes(query.query, keeps)
    return inner === undefined ? undefined : { kind: 'not', query: inner }
  }
  const queries = query.queries.flatMap((one) => onlyAttributes(one, keeps) ?? [])
  return queries.length > 1 ? { kind: query.kind, queries } : queries[0]
}

/** What a question asks of the book: who, in which order, how many. */
export interface AttributeQuestion {
  /** Absent: everybody. */
  readonly query?: AttributeQuery
  readonly order: 'largest' | 'smallest'
  readonly limit?: number
}

/** What both ask; order and limit of the first. */
export function bothOf(
  a: AttributeQuestion | undefined,
  b: AttributeQuestion | undefined,
): AttributeQuestion | undefined {
  if (a?.query === undefined) return b ?? a
  if (b?.query === undefined) return a
  return { ...a, query: { kind: 'all', queries: [a.query, b.query] } }
}

const MONDAY_TO_FRIDAY = new WorkingCalendar([])

/** What a question is answered by, besides the customer. */
export interface AttributeRules {
  readonly policy: Policy
  /** Absent: Monday to Friday are worked. */
  readonly calendar?: WorkingCalendar
  readonly today: Day
  /** Of the branch; absent: nobody is of any segment. */
  readonly scores?: ReadonlyMap<string, RfmScore>
}

/** Whether the query is true of a customer: what the question has in common for all is worked out once. */
export function attributeMatcher(
  query: AttributeQuery,
  rules: AttributeRules,
): (customer: Customer) => boolean {
  switch (query.kind) {
    case 'is':
      return matcherOf(query.attribute, rules)
    case 'not': {
      const isTrue = attributeMatcher(query.query, rules)
      return (customer) => !isTrue(customer)
    }
    case 'all': {
      const all = query.queries.map((q) => attributeMatcher(q, rules))
      return (customer) => all.every((isTrue) => isTrue(customer))
    }
    case 'any': {
      const any = query.queries.map((q) => attributeMatcher(q, rules))
      return (customer) => any.some((isTrue) => isTrue(customer))
    }
  }
}

function matcherOf(attribute: Attribute, rules: AttributeRules): (customer: Customer) => boolean {
  const { policy, calendar = MONDAY_TO_FRIDAY, today, scores } = rules
  switch (attribute.of) {
    case 'occupation':
      return holds(attribute.words, (c) => [c.occupation])
    case 'trade':
      return holds(attribute.words, (c) => [c.company, c.occupation])
    case 'company':
      return holds(attribute.words, (c) => [c.company])
    case 'hobby':
      return holds(attribute.words, (c) => [c.hobbies])
    case 'address':
      return holds(attribute.words, (c) => [c.address])
    case 'family':
      return holds(attribute.words, (c) => [c.family])
    case 'unknown':
      return unknownMatcher(attribute.field)
    case 'prefers':
      return (c) => c.preferredChannel === attribute.channel
    case 'name':
      return (c) => attribute.words.some((word) => bearsName(c.name.toLowerCase(), word))
    case 'gender':
      return (c) => c.gender === attribute.is
    case 'type':
      return (c) => c.type === attribute.is
    case 'tier':
      return (c) => attribute.in.includes(tierOf(c, policy))
    case 'risk':
      return (c) => c.riskRating !== undefined && attribute.in.includes(c.riskRating)
    case 'card':
      return (c) => c.cardLevel !== undefined && attribute.in.includes(c.cardLevel)
    case 'vip':
      return (c) => c.aumFen !== undefined && c.aumFen >= policy.vipFromFen
    case 'idle':
      return (c) => idleMoney(c, policy, today) !== undefined
    case 'do-not-contact':
      return (c) => c.doNotContact
    case 'marketing-consent':
      return (c) => c.marketingConsent
    case 'never-contacted':
      return (c) => lastEffectiveContact(c.contacts, today) === undefined
    case 'assessment':
      return attribute.is === 'expiring'
        ? (c) => isExpiring(c, policy, today)
        : (c) => assessmentOf(c, policy, today) === attribute.is
    case 'assets':
      return (c) => c.aumFen !== undefined && isInRange(attribute.range, c.aumFen, CNY)
    case 'held':
      return heldMatcher(attribute, today)
    case 'product':
      return ({ holdings }) =>
        holdings.some(
          (h) => (h.productId === attribute.id || h.productName === attribute.name) && isRunning(h, today),
        )
    case 'maturing':
      return ({ holdings }) =>
        holdings.some(
          (h) =>
            policy.maturingKinds.includes(h.kind) &&
            h.maturesOn !== undefined &&
            isWithinAny(attribute.in, h.maturesOn) &&
            reachesMaturity(h),
        )
    case 'not-renewed':
      return (c) =>
        notRenewed(c.holdings, policy, today).some(
          ({ maturesOn }) => maturesOn !== undefined && isWithinAny(attribute.in, maturesOn),
        )
    case 'birthday':
      return birthdayMatcher(attribute.in.map(keptDays))
    case 'moved':
      return (c) =>
        attribute.in.some((period) =>
          movementsOf(c, period, policy).some(
            ({ netFen }) =>
              attribute.direction === undefined || netFen > 0 === (attribute.direction === 'in'),
          ),
        )
    case 'contacted':
      return (c) =>
        contactsUpTo(c.contacts, today).some(
          (contact) =>
            isWithinAny(attribute.in, contact.on) &&
            (attribute.channel === undefined || contact.channel === attribute.channel) &&
            (attribute.reached === undefined || contact.reached === attribute.reached),
        )
    case 'last-outcome':
      return (c) => {
        const last = contactsUpTo(c.contacts, today).reduce<Contact | undefined>(
          (latest, one) => (latest === undefined || one.on >= latest.on ? one : latest),
          undefined,
        )
        return last?.outcome !== undefined && attribute.in.includes(last.outcome)
      }
    case 'contact-due':
    case 'contact-overdue':
      return (c) => {
        const due = cadence(c, policy, calendar, today)
        return (
          due.kind !== 'none' && due.isDue && (attribute.of === 'contact-due' || due.overdueWorkingDays > 0)
        )
      }
    case 'may-buy':
      return (c) => mayBeOffered(attribute.level, c, policy, today)
    case 'familiarity':
      return (c) => c.familiarity === attribute.is
    case 'segment':
      return (c) => {
        const segment = scores?.get(c.id)?.segment
        return segment !== undefined && attribute.in.includes(segment)
      }
    case 'only-current':
      return (c) =>
        c.holdings.some((h) => h.kind === 'current') &&
        c.holdings.every((h) => h.kind === 'current' || !isRunning(h, today))
    case 'birthday-month':
      return birthdayMatcher([keptInMonth(attribute.month, today)])
    case 'age':
      return (c) => {
        const age = ageOf(c, today)
        return age !== undefined && age >= (attribute.from ?? 0) && age <= (attribute.to ?? Infinity)
      }
    case 'born':
      return (c) => {
        const year = c.birthday === undefined ? undefined : yearOf(c.birthday)
        return year !== undefined && year >= attribute.from && year <= attribute.to
      }
    case 'not-contacted-since':
      return (c) => (lastEffectiveContact(c.contacts, today) ?? '') < attribute.since
    case 'contacted-since':
      return (c) => (lastEffectiveContact(c.contacts, today) ?? '') >= attribute.since
  }
}

function holds(
  words: readonly string[],
  textsOf: (customer: Customer) => readonly (string | undefined)[],
): (customer: Customer) => boolean {
  const wanted = words.map((word) => word.toLowerCase())
  return (customer) =>
    textsOf(customer).some((text) => {
      if (text === undefined) return false
      const plain = text.toLowerCase()
      return wanted.some((word) => hasWord(plain, word))
    })
}

/** A name in characters begins with the surname; of one in letters any word may be it. */
function bearsName(name: string, word: string): boolean {
  return /^[a-z]/.test(word) ? name.split(/[ .-]+/).includes(word) : name.startsWith(word)
}

/** English words begin at a word's beginning: `it` is not in `capital`. */
function hasWord(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[a-z]/.test(text[at - 1] ?? '')) return true
  return false
}

function assessmentOf(customer: Customer, policy: Policy, today: Day): 'none' | 'valid' | 'expired' {
  const upTo = lastValidDay(customer, policy)
  if (upTo === undefined) return 'none'
  return upTo >= today ? 'valid' : 'expired'
}

function isExpiring(customer: Customer, policy: Policy, today: Day): boolean {
  const upTo = lastValidDay(customer, policy)
  return upTo !== undefined && upTo >= today && addDays(upTo, -policy.assessment.noticeDays) <= today
}

function unknownMatcher(
  field: Extract<Attribute, { of: 'unknown' }>['field'],
): (customer: Customer) => boolean {
  if (field === 'birthday')
    return (c) =>
      c.birthday === undefined && c.birthdayMonthDay === undefined && c.lunarBirthday === undefined
  if (field === 'assets') return (c) => c.aumFen === undefined
  return (c) => (c[field] ?? '') === ''
}

function isWithinAny(periods: readonly Period[], day: Day): boolean {
  return periods.some((period) => isWithin(period, day))
}

/** Whether a holding is of the kinds, and called by one of the words where there are any. */
export function holdsKind(
  { kinds, named }: Pick<Extract<Attribute, { of: 'held' }>, 'kinds' | 'named'>,
  { kind, productName }: Holding,
): boolean {
  const called = productName.toLowerCase()
  return kinds.includes(kind) && (named === undefined || named.some((word) => called.includes(word)))
}

function heldMatcher(
  attribute: Extract<Attribute, { of: 'held' }>,
  today: Day,
): (customer: Customer) => boolean {
  const { range } = attribute
  const currency = range?.currency ?? CNY
  return ({ holdings }) => {
    const held = holdings.filter((h) => holdsKind(attribute, h) && isRunning(h, today))
    if (held.length === 0 || range === undefined) return held.length > 0
    const sums = held.filter((h) => h.currency === currency).map((h) => h.amountFen)
    return sums.length > 0 && isInRange(range, sumFen(sums), currency)
  }
}

function birthdayMatcher(kept: readonly KeptDays[]): (customer: Customer) => boolean {
  return (customer) => kept.some((days) => celebrationsOf(customer, days).some((c) => c.of === 'birthday'))
}

/** The next such month that is not over: of a lunar birthday only a year tells in which month it is kept. */
function keptInMonth(month: number, today: Day): KeptDays {
  const year = yearOf(today) + (month < Number(today.slice(5, 7)) ? 1 : 0)
  const from = dayOf(year, month, 1)
  const to = dayOf(year, month, daysInMonth(year, month))
  return from === undefined || to === undefined
    ? { solar: new Map(), lunar: new Map() }
    : keptDays({ from, to })
}

/** Whole years on `today`; undefined where the year of birth is not known. */
export function ageOf({ birthday }: Pick<Customer, 'birthday'>, today: Day): number | undefined {
  if (birthday === undefined) return undefined
  const years = yearOf(today) - yearOf(birthday)
  return addMonths(birthday, years * 12) <= today ? years : years - 1
}

/** The first day of "in the last so many days" and its kin. */
export function daysBack(today: Day, unit: 'day' | 'week' | 'month' | 'year', count: number): Day {
  if (unit === 'day') return addDays(today, -count)
  if (unit === 'week') return addDays(today, -7 * count)
  return addMonths(today, -count * (unit === 'year' ? 12 : 1))
}
