import { z } from 'zod'
import type { Book } from '../../domain/book.js'
import { type CampaignResult, GOAL_KINDS } from '../../domain/campaign/goals.js'
import { CHANGE_KINDS, type Change, type Edit } from '../../domain/change.js'
import {
  type Agreement,
  CHANNELS,
  type Contact,
  OBJECTIONS,
  OUTCOMES,
} from '../../domain/customer/contact.js'
import type { Added, Customer, FieldsFromFile } from '../../domain/customer/customer.js'
import type { Deferral } from '../../domain/customer/deferral.js'
import { RECORDED_FIELDS, type RecordedFact } from '../../domain/customer/facts/recorded-fact.js'
import { FAVOUR_KINDS, type Favour } from '../../domain/customer/favour.js'
import { LINK_TYPES, type Link, type LinkQuestion } from '../../domain/customer/link.js'
import { PROFILE_KEYS } from '../../domain/customer/profile.js'
import type { LevelRaised } from '../../domain/customer/raise-note.js'
import type { DayFlow } from '../../domain/ledger/day-flow.js'
import { type Holding, PRODUCT_KINDS, RISK_LEVELS } from '../../domain/ledger/holding.js'
import { moment, opportunity, toldOfSale } from './opportunity-schema.js'
import { valuePlan } from './plan-schema.js'
import { schemaOf } from './same-type.js'
import {
  day,
  fen,
  optionalDay,
  optionalFen,
  optionalText,
  optionalWordOf,
  text,
  wordOf,
} from './value-schemas.js'

/*
 * Objects are strict: what a newer program added is refused and not dropped unseen. Hence every change of a shape
 * here that this program would refuse needs a new version of the book and a migration of the one before.
 */

const contact = schemaOf<Contact>()(
  z.strictObject({
    id: text,
    on: day,
    loggedAt: optionalText,
    managerId: text,
    channel: optionalWordOf(CHANNELS),
    reached: z.boolean(),
    outcome: optionalWordOf(OUTCOMES),
    amountFen: optionalFen,
    currency: optionalText,
    objection: optionalWordOf(OBJECTIONS),
    note: optionalText,
    review: z
      .strictObject({
        holdings: z.array(z.strictObject({ id: text, kind: wordOf(PRODUCT_KINDS), amountFen: fen })),
      })
      .exactOptional(),
    lines: z.array(text).exactOptional(),
    askedToMeet: z.literal(true).exactOptional(),
    withdrawn: z.literal(true).exactOptional(),
  }),
)

const AGREEMENT_STATES = ['open', 'kept', 'cancelled', 'withdrawn'] as const

const assigned = z.strictObject({ by: text, to: text, at: text, acceptedOn: optionalDay })

const agreement = schemaOf<Agreement>()(
  z.strictObject({
    id: text,
    kind: wordOf(['appointment', 'callback', 'promise', 'task']),
    on: optionalDay,
    time: optionalText,
    about: optionalText,
    amountFen: optionalFen,
    currency: optionalText,
    madeOn: day,
    contactId: optionalText,
    revision: z.number().exactOptional(),
    state: wordOf(AGREEMENT_STATES),
    keptOn: optionalDay,
    missedOn: optionalDay,
    assigned: assigned.exactOptional(),
  }),
)

const holding = schemaOf<Holding>()(
  z.strictObject({
    id: text,
    productId: optionalText,
    productName: text,
    kind: wordOf(PRODUCT_KINDS),
    amountFen: fen,
    currency: text,
    startsOn: optionalDay,
    maturesOn: optionalDay,
    ratePercent: z.number().exactOptional(),
    riskLevel: optionalWordOf(RISK_LEVELS),
    autoRenew: z.boolean(),
    nextPaymentOn: optionalDay,
    overdue: z.boolean().exactOptional(),
    costFen: optionalFen,
    marketValueFen: optionalFen,
    endedOn: optionalDay,
    matured: z
      .array(
        z.strictObject({
          on: day,
          kind: wordOf(PRODUCT_KINDS),
          amountFen: fen,
          currency: text,
          renewedOn: optionalDay,
        }),
      )
      .exactOptional(),
    onRecord: z
      .strictObject({
        since: day,
        before: z.array(z.strictObject({ from: day, until: day, amountFen: fen })).exactOptional(),
      })
      .exactOptional(),
  }),
)

const dayFlow = schemaOf<DayFlow>()(
  z.strictObject({
    on: day,
    netFen: fen,
    inFen: optionalFen,
    balanceFen: optionalFen,
    ownCount: z.number(),
    ownAbsFen: fen,
  }),
)

const deferralBase = { id: text, madeOn: day, withdrawn: z.literal(true).exactOptional() }

const deferral = schemaOf<Deferral>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ ...deferralBase, kind: z.literal('snooze'), until: day }),
    z.strictObject({ ...deferralBase, kind: z.literal('skip'), reason: text }),
  ]),
)

const recordedFact = schemaOf<RecordedFact>()(
  z.strictObject({
    id: text,
    on: day,
    at: text,
    managerId: text,
    field: wordOf(RECORDED_FIELDS),
    how: wordOf(['set', 'added']),
    before: optionalText,
    after: text,
    withdrawn: z.literal(true).exactOptional(),
  }),
)

const link = schemaOf<Link>()(
  z.strictObject({
    type: wordOf(LINK_TYPES),
    otherId: text,
    since: optionalDay,
    source: wordOf(['file', 'manager']),
    on: day,
    managerId: optionalText,
  }),
)

const campaignResult = schemaOf<CampaignResult>()(
  z.strictObject({
    id: text,
    campaignId: text,
    kind: wordOf(GOAL_KINDS),
    amount: z.number(),
    on: day,
    at: text,
    managerId: text,
    withdrawn: z.literal(true).exactOptional(),
  }),
)

const linkQuestion = schemaOf<LinkQuestion>()(
  z.strictObject({
    otherId: text,
    because: wordOf(['company', 'phone']),
    common: text,
    on: day,
    managerId: text,
    answer: optionalWordOf(['yes', 'no']),
  }),
)

const favour = schemaOf<Favour>()(
  z.strictObject({
    id: text,
    kind: wordOf(FAVOUR_KINDS),
    name: text,
    on: day,
    valueFen: optionalFen,
    managerId: text,
    withdrawn: z.literal(true).exactOptional(),
  }),
)

const fieldsFromFile = schemaOf<FieldsFromFile>()(
  z.strictObject({ on: day, fields: z.array(wordOf(PROFILE_KEYS)) }),
)

const added = schemaOf<Added>()(
  z.strictObject({ on: day, managerId: text, isNot: z.array(text).exactOptional() }),
)

const levelRaised = schemaOf<LevelRaised>()(
  z.strictObject({
    productId: text,
    productName: text,
    from: optionalWordOf(RISK_LEVELS),
    to: wordOf(RISK_LEVELS),
    on: day,
    importNumber: z.number(),
    above: z.literal(true).exactOptional(),
    showOn: optionalDay,
  }),
)

export const customerSchema = schemaOf<Customer>()(
  z.strictObject({
    id: text,
    name: text,
    type: optionalWordOf(['person', 'micro']),
    nickname: optionalText,
    gender: optionalWordOf(['male', 'female']),
    birthday: optionalDay,
    birthdayMonthDay: optionalText,
    lunarBirthday: optionalText,
    anniversary: optionalDay,
    anniversaryMonthDay: optionalText,
    occupation: optionalText,
    company: optionalText,
    education: optionalText,
    phone: optionalText,
    email: optionalText,
    address: optionalText,
    preferredChannel: optionalWordOf(CHANNELS),
    aumFen: optionalFen,
    riskRating: optionalWordOf(['C1', 'C2', 'C3', 'C4', 'C5']),
    riskAssessedOn: optionalDay,
    cardLevel: optionalWordOf(['none', 'gold', 'platinum']),
    familiarity: optionalWordOf(['unknown', 'known', 'familiar']),
    doNotContact: z.boolean(),
    marketingConsent: z.boolean(),
    sensitiveConsent: z.boolean().exactOptional(),
    hobbies: optionalText,
    expectedReturn: optionalText,
    preference: optionalText,
    family: optionalText,
    avoid: optionalText,
    assignedOn: optionalDay,
    notes: optionalText,
    holdings: z.array(holding),
    contacts: z.array(contact),
    agreements: z.array(agreement),
    deferrals: z.array(deferral).exactOptional(),
    campaignResults: z.array(campaignResult).exactOptional(),
    opportunities: z.array(opportunity).exactOptional(),
    plans: z.array(valuePlan).exactOptional(),
    facts: z.array(recordedFact).exactOptional(),
    links: z.array(link).exactOptional(),
    linkQuestions: z.array(linkQuestion).exactOptional(),
    favours: z.array(favour).exactOptional(),
    fromFile: z.array(fieldsFromFile).exactOptional(),
    added: added.exactOptional(),
    firstSeen: z.record(text, day).exactOptional(),
    levelRaised: z.array(levelRaised).exactOptional(),
    flows: z.array(dayFlow),
  }),
)

const edit = schemaOf<Edit>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('contact-added'), customerId: text, contactId: text }),
    z.strictObject({ kind: z.literal('agreement-added'), customerId: text, agreementId: text }),
    z.strictObject({
      kind: z.literal('agreement-moved'),
      customerId: text,
      agreementId: text,
      from: wordOf(AGREEMENT_STATES),
      to: wordOf(AGREEMENT_STATES),
    }),
    z.strictObject({
      kind: z.literal('agreement-rescheduled'),
      customerId: text,
      agreementId: text,
      before: moment.exactOptional(),
      after: moment,
    }),
    z.strictObject({ kind: z.literal('fact-recorded'), customerId: text, factId: text }),
    z.strictObject({ kind: z.literal('deferral-added'), customerId: text, deferralId: text }),
    z.strictObject({
      kind: z.literal('opportunity-changed'),
      customerId: text,
      opportunityId: text,
      before: opportunity.exactOptional(),
      after: text,
      told: toldOfSale.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('plan-changed'),
      customerId: text,
      planId: text,
      before: valuePlan.exactOptional(),
      after: text,
    }),
    z.strictObject({
      kind: z.literal('link-added'),
      customerId: text,
      type: wordOf(LINK_TYPES),
      otherId: text,
      after: text,
    }),
    z.strictObject({ kind: z.literal('favour-added'), customerId: text, favourId: text }),
    z.strictObject({ kind: z.literal('customer-added'), customerId: text }),
    z.strictObject({
      kind: z.literal('newcomer-merged'),
      customerId: text,
      newcomer: customerSchema,
      filled: z.array(text),
      wasQuiet: z.boolean(),
      linkedBy: z.array(text),
    }),
    z.strictObject({ kind: z.literal('holding-added'), customerId: text, holdingId: text }),
    z.strictObject({ kind: z.literal('result-added'), customerId: text, resultId: text }),
    z.strictObject({ kind: z.literal('contact-withdrawn'), customerId: text, contactId: text }),
    z.strictObject({ kind: z.literal('deferral-withdrawn'), customerId: text, deferralId: text }),
    z.strictObject({
      kind: z.literal('fact-withdrawn'),
      customerId: text,
      factId: text,
      value: text.exactOptional(),
    }),
  ]),
)

const change = schemaOf<Change>()(
  z.strictObject({
    id: text,
    kind: wordOf(CHANGE_KINDS),
    at: text,
    edits: z.array(edit),
    undone: z.boolean(),
  }),
)

const besidesCustomers = {
  managerId: text,
  changes: z.array(change),
  erased: z.array(customerSchema).exactOptional(),
}

/** What a book holds besides its customers, who are written one by one. */
export const bookRestSchema = schemaOf<Omit<Book, 'customers'>>()(z.strictObject(besidesCustomers))

/** A book as it is kept. Customers ascend by id, once each: they are searched by halves. */
export const bookSchema = schemaOf<Book>()(
  z.strictObject({
    ...besidesCustomers,
    customers: z.array(customerSchema).refine(isAscending, 'customers must ascend by id'),
  }),
)

export function isAscending(customers: readonly { readonly id: string }[]): boolean {
  return customers.every((customer, at) => at === 0 || customers[at - 1]!.id < customer.id)
}
