import { type Book, findCustomer, withCustomers } from '../../book.js'
import type { Day } from '../../day.js'
import { fingerprint } from '../../fingerprint.js'
import type { Customer } from '../customer.js'
import { newCustomer } from '../profile.js'
import type { Profile } from '../profile-fields.js'

/** Somebody new, as a manager tells of them. */
export interface NewcomerTold {
  readonly name: string
  /** Digits. */
  readonly phone?: string
}

/** Phone numbers with fewer digits are extensions, which many share. */
const FEWEST_DIGITS = 7

/** The number that a customer has until a file of the bank brings them; the same for every repeat of the message. */
export function newcomerId(changeId: string): string {
  return `NEW-${fingerprint({ changeId }).toUpperCase()}`
}

/**
 * A customer whom a manager adds. Nothing of the bank's is known, so no rhythm of contact and no product fits; consent to
 * marketing is none. Who has the same name or phone already was asked about, and is somebody else.
 */
export function newcomerOf(
  { name, phone }: NewcomerTold,
  by: { readonly id: string; readonly managerId: string; readonly today: Day },
  customers: readonly Customer[],
): Customer {
  const profile: Profile = {
    name,
    doNotContact: false,
    marketingConsent: false,
    assignedOn: by.today,
    ...(phone === undefined ? {} : { phone }),
  }
  const isNot = namesakesOf(profile, customers).map(({ id }) => id)
  return {
    ...newCustomer(by.id, profile),
    added: { on: by.today, managerId: by.managerId, ...(isNot.length === 0 ? {} : { isNot }) },
  }
}

/** Customers of the same name or the same phone. */
export function namesakesOf(
  { name, phone }: NewcomerTold,
  customers: readonly Customer[],
): readonly Customer[] {
  const digits = digitsOf(phone)
  return customers.filter(
    (one) =>
      one.name.trim() === name.trim() || (digits.length >= FEWEST_DIGITS && digitsOf(one.phone) === digits),
  )
}

/** An added customer, and the one of the bank's file who may be the same. */
export interface SameToAsk {
  readonly newcomer: Customer
  readonly fromFile: Customer
}

/** The first that is to be asked about; undefined where there is none. It is asked, never inferred. */
export function sameToAsk(customers: readonly Customer[]): SameToAsk | undefined {
  for (const newcomer of customers) {
    if (newcomer.added === undefined) continue
    const fromFile = namesakesOf(newcomer, customers).find(
      ({ id, added }) => added === undefined && newcomer.added?.isNot?.includes(id) !== true,
    )
    if (fromFile !== undefined) return { newcomer, fromFile }
  }
  return undefined
}

/** The answer that the two are not the same, which is remembered. */
export function asTwo({ newcomer, fromFile }: SameToAsk): Customer {
  const { added } = newcomer
  if (added === undefined) return newcomer
  return { ...newcomer, added: { ...added, isNot: [...(added.isNot ?? []), fromFile.id] } }
}

/** What the bank's file owns or brings; of the rest what the manager told fills in what the file left open. */
const OF_THE_FILE: readonly (keyof Profile)[] = ['name', 'doNotContact', 'marketingConsent', 'assignedOn']

/**
 * The book with the added customer merged into the one of the bank's file: contacts, agreements, facts and all else go
 * along, links of others lead to the one that is left, and what was written can still be taken back.
 */
export function mergeNewcomer(book: Book, { newcomer, fromFile }: SameToAsk): Book {
  const customers = withCustomers(book, [merged(newcomer, fromFile)]).customers.flatMap((one) =>
    one.id === newcomer.id ? [] : [leadingTo(one, newcomer.id, fromFile.id)],
  )
  const changes = book.changes.map((change) => ({
    ...change,
    // Adding somebody who has come with a file is nothing that could be taken back.
    edits: change.edits.flatMap((edit) => {
      if (edit.kind === 'customer-added' && edit.customerId === newcomer.id) return []
      return [edit.customerId === newcomer.id ? { ...edit, customerId: fromFile.id } : edit]
    }),
  }))
  return { ...book, customers, changes: changes.filter(({ edits }) => edits.length > 0) }
}

/** The two of a question that was answered, where both are still in the book. */
export function pairOf(book: Book, newcomerId: string, fromFileId: string): SameToAsk | undefined {
  const newcomer = findCustomer(book, newcomerId)
  const fromFile = findCustomer(book, fromFileId)
  if (newcomer?.added === undefined || fromFile === undefined || fromFile.added !== undefined)
    return undefined
  return { newcomer, fromFile }
}

/** The fields of which the bank's file says nothing, and the manager something. */
export function fillsIn(newcomer: Customer, fromFile: Customer): readonly string[] {
  const known: ReadonlySet<string> = new Set(['id', 'added', ...OF_THE_FILE, ...Object.keys(fromFile)])
  return Object.entries(newcomer).flatMap(([field, value]) =>
    Array.isArray(value) || known.has(field) ? [] : [field],
  )
}

function merged(newcomer: Customer, fromFile: Customer): Customer {
  const { id: _id, added: _added, ...told } = newcomer
  const all: Record<string, unknown> = { ...fromFile }
  const fills = fillsIn(newcomer, fromFile)
  for (const [field, value] of Object.entries(told)) {
    const known = all[field]
    if (Array.isArray(value)) all[field] = [...(Array.isArray(known) ? known : []), ...value]
    else if (fills.includes(field)) all[field] = value
  }
  const isQuiet = newcomer.doNotContact || fromFile.doNotContact
  // every field is a customer's, of the one or of both
  return { ...(all as unknown as Customer), doNotContact: isQuiet }
}

function leadingTo(customer: Customer, from: string, to: string): Customer {
  if (customer.links?.some(({ otherId }) => otherId === from) !== true) return customer
  const links = customer.links.map((link) => (link.otherId === from ? { ...link, otherId: to } : link))
  return { ...customer, links: links.filter(({ otherId }) => otherId !== customer.id) }
}

function digitsOf(phone: string | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '')
}
