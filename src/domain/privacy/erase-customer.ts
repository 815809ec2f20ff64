import { type Book, findCustomer } from '../book.js'
import type { Edit } from '../change.js'
import type { Agreement, Contact } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Holding } from '../ledger/holding.js'
import type { Opportunity } from '../opportunity/opportunity.js'

/** In the place of words that a record has to have. */
const TAKEN_OUT = '—'

/**
 * What stays of a customer who is erased on a day: what sums of results are made of, under the id. Nothing matures or falls
 * due after the day.
 */
export function erasedCustomer(customer: Customer, on: Day): Customer {
  const { id, type, aumFen, holdings, contacts, agreements, campaignResults, opportunities, flows } = customer
  return {
    id,
    name: id,
    ...(type === undefined ? {} : { type }),
    ...(aumFen === undefined ? {} : { aumFen }),
    doNotContact: true,
    marketingConsent: false,
    holdings: holdings.map((holding) => endedOn(holding, on)),
    contacts: contacts.map(withoutNote),
    agreements: agreements.map((agreement) => withoutWords(agreement, on)),
    ...(campaignResults === undefined ? {} : { campaignResults }),
    ...(opportunities === undefined ? {} : { opportunities: opportunities.map(withoutReasons) }),
    flows,
  }
}

/** Whether a book tells anything of a customer, apart from what stays of one who was erased. */
export function tellsOf(book: Book, customerId: string): boolean {
  return (
    book.customers.some((customer) => customer.id === customerId || leadsTo(customer, customerId)) ||
    book.changes.some(({ edits }) => edits.some((edit) => isOf(edit, customerId)))
  )
}

/** The book without a customer: the one who is in it, links that lead there, and what could be taken back of it. */
export function withoutCustomer(book: Book, customerId: string, on: Day): Book {
  const own = findCustomer(book, customerId)
  const changes = book.changes.flatMap((change) => {
    const edits = change.edits.filter((edit) => !isOf(edit, customerId))
    if (edits.length === change.edits.length) return [change]
    return edits.length === 0 ? [] : [{ ...change, edits }]
  })
  return {
    ...book,
    customers: book.customers.flatMap((customer) => {
      if (customer.id === customerId) return []
      return leadsTo(customer, customerId) ? [withoutLinksTo(customer, customerId)] : [customer]
    }),
    changes,
    ...(own === undefined ? {} : { erased: [...(book.erased ?? []), erasedCustomer(own, on)] }),
  }
}

function endedOn({ maturesOn, nextPaymentOn: _nextPaymentOn, ...holding }: Holding, on: Day): Holding {
  return maturesOn === undefined || maturesOn > on ? holding : { ...holding, maturesOn }
}

function withoutNote({ note: _note, ...contact }: Contact): Contact {
  return contact
}

function withoutWords({ about: _about, ...agreement }: Agreement, on: Day): Agreement {
  const isAhead = agreement.state === 'open' && (agreement.on === undefined || agreement.on >= on)
  return isAhead ? { ...agreement, state: 'cancelled' } : agreement
}

function withoutReasons({ need: _need, outcome, ...opportunity }: Opportunity): Opportunity {
  if (outcome === undefined) return opportunity
  if (outcome.kind === 'lost') return { ...opportunity, outcome: { ...outcome, reason: TAKEN_OUT } }
  if (outcome.kind === 'won') return { ...opportunity, outcome }
  const { reason: _reason, ...postponed } = outcome
  return { ...opportunity, outcome: postponed }
}

function leadsTo({ links = [], linkQuestions = [], added }: Customer, customerId: string): boolean {
  return (
    [...links, ...linkQuestions].some(({ otherId }) => otherId === customerId) ||
    added?.isNot?.includes(customerId) === true
  )
}

function withoutLinksTo({ links, linkQuestions, ...customer }: Customer, customerId: string): Customer {
  const isOther = ({ otherId }: { readonly otherId: string }) => otherId !== customerId
  const { added } = customer
  return {
    ...customer,
    ...(links === undefined ? {} : { links: links.filter(isOther) }),
    ...(linkQuestions === undefined ? {} : { linkQuestions: linkQuestions.filter(isOther) }),
    ...(added?.isNot === undefined
      ? {}
      : { added: { ...added, isNot: added.isNot.filter((id) => id !== customerId) } }),
  }
}

function isOf(edit: Edit, customerId: string): boolean {
  if (edit.customerId === customerId) return true
  if (edit.kind === 'link-added') return edit.otherId === customerId
  return edit.kind === 'newcomer-merged' && edit.newcomer.id === customerId
}
