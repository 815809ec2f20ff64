import { tierOf } from '../cadence/cadence.js'
import { type Agreement, type Contact, contactsUpTo } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { completeness } from '../customer/facts/completeness.js'
import { addDays, type Day } from '../day.js'
import { isRunning } from '../ledger/running.js'
import type { OccasionContext } from '../occasions/occasion.js'
import { OCCASIONS } from '../occasions/occasions.js'
import type { Reason } from '../occasions/reason.js'
import { currentOpportunity } from '../opportunity/in-book.js'
import type { Opportunity } from '../opportunity/opportunity.js'
import type { KnownField, Tier } from '../policy.js'
import { isDeposit, lastValidDay } from '../suitability/suitability.js'

/** What is taken along, in the order in which it is told. */
export const PAPERS = [
  'name-card',
  'id-card',
  'deposit-slip',
  'business-papers',
  'assessment-form',
  'product-papers',
  'rate-sheet',
] as const
export type Paper = (typeof PAPERS)[number]

/** What is looked at before one goes. */
export const CHECKS = ['keep-promises', 'answer-ready', 'ask-first', 'suitable-only'] as const
export type Check = (typeof CHECKS)[number]

/** Everything a manager looks at before meeting a customer (Handbook §5, step 4). */
export interface MeetingSheet {
  readonly customer: Customer
  readonly tier: Tier
  /** The last time the customer was spoken with, and the last of which there are words, where it is another. */
  readonly last: readonly Contact[]
  /** What was promised and is still open; the meeting is the moment at which it is asked for. */
  readonly promised: readonly Agreement[]
  /** What there is to talk about today, the most urgent first. */
  readonly topics: readonly Reason[]
  readonly opportunity?: Opportunity
  readonly papers: readonly Paper[]
  readonly checks: readonly Check[]
  /** The one thing that is most useful to learn. */
  readonly ask?: KnownField
}

/** What calls for a contact but is nothing to talk about. */
const NO_TOPICS: ReadonlySet<Reason['kind']> = new Set([
  'appointment',
  'callback',
  'promise',
  'task',
  'cadence',
  'claim',
  'opportunity-stuck',
  'opportunity-due',
])

/** The sheet of a meeting on the day of the context. Who asked not to be contacted is told of maturities alone. */
export function planMeeting(customer: Customer, context: OccasionContext): MeetingSheet {
  const { policy, today } = context
  const last = lastWords(customer, today)
  const promised = customer.agreements.filter(({ kind, state }) => kind === 'promise' && state === 'open')
  const opportunity = currentOpportunity(customer)
  const [ask] = customer.doNotContact ? [] : completeness(customer, policy, today).missing
  return {
    customer,
    tier: tierOf(customer, policy),
    last,
    promised,
    topics: topicsOf(customer, context),
    ...(opportunity === undefined ? {} : { opportunity }),
    papers: papersFor(customer, last.length > 0, opportunity, context),
    checks: checksFor(promised.length > 0, opportunity),
    ...(ask === undefined ? {} : { ask }),
  }
}

function lastWords({ contacts }: Customer, today: Day): readonly Contact[] {
  const spoken = contactsUpTo(contacts, today)
    .filter(({ reached }) => reached)
    .toSorted((a, b) =>
      a.on < b.on ? 1 : a.on > b.on ? -1 : (b.loggedAt ?? '') < (a.loggedAt ?? '') ? -1 : 1,
    )
  const said = spoken.find(({ note }) => note !== undefined && note !== '')
  return [...new Set([...spoken.slice(0, 1), ...(said === undefined ? [] : [said])])]
}

function topicsOf(customer: Customer, context: OccasionContext): readonly Reason[] {
  const reasons: Reason[] = []
  for (const occasion of OCCASIONS) for (const reason of occasion(customer, context)) reasons.push(reason)
  return reasons
    .filter(({ kind }) => !NO_TOPICS.has(kind) && (!customer.doNotContact || kind === 'maturity'))
    .sort((a, b) => a.priority - b.priority)
}

function papersFor(
  customer: Customer,
  isKnown: boolean,
  opportunity: Opportunity | undefined,
  { policy, today }: OccasionContext,
): readonly Paper[] {
  const upTo = addDays(today, policy.maturityContactWindowDays)
  const slip = customer.holdings.some(
    ({ kind, maturesOn, ...holding }) =>
      isDeposit(kind) &&
      kind !== 'current' &&
      maturesOn !== undefined &&
      maturesOn <= upTo &&
      isRunning({ ...holding, kind, maturesOn }, today),
  )
  const validUpTo = lastValidDay(customer, policy)
  const kind = opportunity?.product?.kind
  const wanted: Readonly<Record<Paper, boolean>> = {
    'name-card': !isKnown,
    'id-card': true,
    'deposit-slip': slip,
    'business-papers': customer.type === 'micro',
    'assessment-form': customer.type !== 'micro' && (validUpTo === undefined || validUpTo < today),
    'product-papers': kind !== undefined && !isDeposit(kind),
    'rate-sheet': slip || (kind !== undefined && isDeposit(kind)),
  }
  return PAPERS.filter((paper) => wanted[paper])
}

function checksFor(hasPromised: boolean, opportunity: Opportunity | undefined): readonly Check[] {
  const wanted: Readonly<Record<Check, boolean>> = {
    'keep-promises': hasPromised,
    'answer-ready': opportunity?.objections.some(({ reaction }) => reaction === 'open') ?? false,
    'ask-first': true,
    'suitable-only': true,
  }
  return CHECKS.filter((check) => wanted[check])
}
