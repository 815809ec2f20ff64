import { z } from 'zod'
import type { Book } from '../domain/book.js'
import type { Change, Edit } from '../domain/change.js'
import { type Agreement, CHANNELS, type Contact, OBJECTIONS, OUTCOMES } from '../domain/customer/contact.js'
import type { Customer } from '../domain/customer/customer.js'
import type { Deferral } from '../domain/customer/deferral.js'
import type { DayFlow } from '../domain/ledger/day-flow.js'
import { type Holding, PRODUCT_KINDS, RISK_LEVELS } from '../domain/ledger/holding.js'
import { opportunity } from './opportunity-schema.js'
import { schemaOf } from './same-type.js'
import { day, fen, optionalDay, optionalFen, optionalText, text } from './value-schemas.js'

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
    channel: z.enum(CHANNELS).exactOptional(),
    reached: z.boolean(),
    outcome: z.enum(OUTCOMES).exactOptional(),
    amountFen: optionalFen,
    currency: optionalText,
    objection: z.enum(OBJECTIONS).exactOptional(),
    note: optionalText,
    withdrawn: z.literal(true).exactOptional(),
  }),
)

const AGREEMENT_STATES = ['open', 'kept', 'cancelled', 'withdrawn'] as const

const agreement = schemaOf<Agreement>()(
  z.strictObject({
    id: text,
    kind: z.enum(['appointment', 'callback', 'promise', 'task']),
    on: optionalDay,
    time: optionalText,
    about: optionalText,
    amountFen: optionalFen,
    currency: optionalText,
    madeOn: day,
    contactId: optionalText,
    state: z.enum(AGREEMENT_STATES),
  }),
)

const holding = schemaOf<Holding>()(
  z.strictObject({
    id: text,
    productId: optionalText,
    productName: text,
    kind: z.enum(PRODUCT_KINDS),
    amountFen: fen,
    currency: text,
    startsOn: optionalDay,
    maturesOn: optionalDay,
    ratePercent: z.number().exactOptional(),
    riskLevel: z.enum(RISK_LEVELS).exactOptional(),
    autoRenew: z.boolean(),
    nextPaymentOn: optionalDay,
    overdue: z.boolean().exactOptional(),
    costFen: optionalFen,
    marketValueFen: optionalFen,
  }),
)

const dayFlow = schemaOf<DayFlow>()(
  z.strictObject({ on: day, netFen: fen, balanceFen: optionalFen, ownCount: z.number(), ownAbsFen: fen }),
)

const deferralBase = { id: text, madeOn: day, withdrawn: z.literal(true).exactOptional() }

const deferral = schemaOf<Deferral>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ ...deferralBase, kind: z.literal('snooze'), until: day }),
    z.strictObject({ ...deferralBase, kind: z.literal('skip'), reason: text }),
  ]),
)

export const customerSchema = schemaOf<Customer>()(
  z.strictObject({
    id: text,
    name: text,
    type: z.enum(['person', 'micro']).exactOptional(),
    nickname: optionalText,
    gender: z.enum(['male', 'female']).exactOptional(),
    birthday: optionalDay,
    lunarBirthday: optionalText,
    anniversary: optionalDay,
    occupation: optionalText,
    company: optionalText,
    education: optionalText,
    phone: optionalText,
    email: optionalText,
    address: optionalText,
    preferredChannel: z.enum(CHANNELS).exactOptional(),
    aumFen: optionalFen,
    riskRating: z.enum(['C1', 'C2', 'C3', 'C4', 'C5']).exactOptional(),
    riskAssessedOn: optionalDay,
    cardLevel: z.enum(['none', 'gold', 'platinum']).exactOptional(),
    familiarity: z.enum(['unknown', 'known', 'familiar']).exactOptional(),
    doNotContact: z.boolean(),
    marketingConsent: z.boolean(),
    hobbies: optionalText,
    expectedReturn: optionalText,
    preference: optionalText,
    family: optionalText,
    assignedOn: optionalDay,
    notes: optionalText,
    holdings: z.array(holding),
    contacts: z.array(contact),
    agreements: z.array(agreement),
    deferrals: z.array(deferral).exactOptional(),
    opportunities: z.array(opportunity).exactOptional(),
    firstSeen: z.record(text, day).exactOptional(),
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
      from: z.enum(AGREEMENT_STATES),
      to: z.enum(AGREEMENT_STATES),
    }),
  ]),
)

const change = schemaOf<Change>()(
  z.strictObject({
    id: text,
    kind: z.literal('contact.log'),
    at: text,
    edits: z.array(edit),
    undone: z.boolean(),
  }),
)

const besidesCustomers = { managerId: text, changes: z.array(change) }

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
