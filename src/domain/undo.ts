import { type Book, findCustomer, withCustomers } from './book.js'
import type { Change, Edit } from './change.js'
import { takeBackLink } from './customer/add-link.js'
import { inState, takeBackMove } from './customer/agree.js'
import type { Customer } from './customer/customer.js'
import { bringBackFact, takeBackFact } from './customer/facts/record-fact.js'
import { type MergeEdit, unmergeNewcomer } from './customer/links/unmerge-newcomer.js'
import { hasHistory } from './customer/profile.js'
import { takeBackOpportunity } from './opportunity/in-book.js'
import { takeBackPlan } from './plan/in-book.js'

/** How many changes a book keeps for undo. */
const KEPT_CHANGES = 50

export function withChange(book: Book, change: Change): Book {
  return { ...book, changes: [...book.changes, change].slice(-KEPT_CHANGES) }
}

export type Undo =
  | {
      readonly status: 'undone'
      readonly book: Book
      readonly change: Change
      /** Ids of the customers of whom something was taken back. */
      readonly customerIds: readonly string[]
      /** What stays as it is, for something newer stands in its place. */
      readonly overtaken: readonly Edit[]
      /** Ids of its customers who are in another book by now; what was written of them stays. */
      readonly outOfReach: readonly string[]
    }
  | { readonly status: 'nothing' }
  | { readonly status: 'already'; readonly change: Change }
  /** None of its customers is in this book any more: handed over, or the cover has ended. */
  | { readonly status: 'out-of-reach'; readonly change: Change }

/** Which change is taken back: by its id, and of that, where a customer is named, what concerns this one. */
export interface WhatToUndo {
  readonly changeId: string
  readonly customerId?: string
}

/**
 * Takes back a change, or its part of one customer. What was added stays in the book, marked withdrawn (Handbook §7:
 * contacts are not deleted, only corrected); what was moved goes back to where it was.
 */
export function undoChange(book: Book, { changeId, customerId }: WhatToUndo): Undo {
  const change = book.changes.find((c) => c.id === changeId)
  if (change === undefined) return { status: 'nothing' }
  if (change.undone) return { status: 'already', change }
  const isMeant = (edit: Edit) => customerId === undefined || edit.customerId === customerId
  const meant = change.edits.filter(isMeant)
  if (meant.length === 0) return { status: 'nothing' }
  const ids = [...new Set(meant.map((edit) => edit.customerId))]
  const outOfReach = ids.filter((id) => findCustomer(book, id) === undefined)
  if (outOfReach.length === ids.length) return { status: 'out-of-reach', change }
  const [merge] = meant
  if (merge?.kind === 'newcomer-merged') return apart(book, change, merge)

  const touched = new Map<string, Customer>()
  const gone = new Set<string>()
  const overtaken: Edit[] = []
  for (const edit of meant.toReversed()) {
    const customer = touched.get(edit.customerId) ?? findCustomer(book, edit.customerId)
    if (customer === undefined) continue
    if (edit.kind === 'customer-added' && !hasHistory(customer)) {
      gone.add(customer.id)
      continue
    }
    const after = takeBack(customer, edit)
    if (after === undefined) overtaken.push(edit)
    else touched.set(edit.customerId, after)
  }
  const rest = change.edits.filter((edit) => !isMeant(edit))
  const left: Change = rest.length === 0 ? { ...change, undone: true } : { ...change, edits: rest }
  const changes = book.changes.map((c) => (c === change ? left : c))
  return {
    status: 'undone',
    book: { ...without(withCustomers(book, [...touched.values()]), gone), changes },
    change,
    customerIds: ids.filter((id) => !outOfReach.includes(id)),
    overtaken: overtaken.reverse(),
    outOfReach,
  }
}

/** A merge is a change of its own: the two customers of it are apart again. */
function apart(book: Book, change: Change, merge: MergeEdit): Undo {
  const marked = { ...book, changes: book.changes.map((c) => (c === change ? { ...c, undone: true } : c)) }
  const after = unmergeNewcomer(marked, merge)
  if (after === undefined) return { status: 'out-of-reach', change }
  const customerIds = [merge.customerId, merge.newcomer.id]
  return { status: 'undone', book: after, change, customerIds, overtaken: [], outOfReach: [] }
}

function without(book: Book, ids: ReadonlySet<string>): Book {
  return ids.size === 0 ? book : { ...book, customers: book.customers.filter(({ id }) => !ids.has(id)) }
}

/** Undefined where something newer stands in its place. */
function takeBack(customer: Customer, edit: Edit): Customer | undefined {
  switch (edit.kind) {
    case 'contact-added':
      return {
        ...customer,
        contacts: customer.contacts.map((c) => (c.id === edit.contactId ? { ...c, withdrawn: true } : c)),
      }
    case 'agreement-added':
      return moved(customer, edit.agreementId, 'withdrawn')
    case 'agreement-moved': {
      const now = customer.agreements.find((a) => a.id === edit.agreementId)
      // A calendar that took it out has to see that it is there again.
      return now?.state === edit.to
        ? moved(customer, edit.agreementId, edit.from, { revision: (now.revision ?? 0) + 1 })
        : undefined
    }
    case 'agreement-rescheduled':
      return takeBackMove(customer, edit)
    case 'fact-recorded':
      return takeBackFact(customer, edit.factId)
    case 'opportunity-changed':
      return takeBackOpportunity(customer, edit)
    case 'plan-changed':
      return takeBackPlan(customer, edit)
    case 'holding-added':
      return { ...customer, holdings: customer.holdings.filter(({ id }) => id !== edit.holdingId) }
    case 'result-added':
      return {
        ...customer,
        campaignResults: customer.campaignResults?.map((one) =>
          one.id === edit.resultId ? { ...one, withdrawn: true } : one,
        ),
      } as Customer // a customer with a result to take back has a list of them
    case 'newcomer-merged':
      return undefined // taken back as a whole
    case 'customer-added':
      return undefined // something was written of them since
    case 'link-added':
      return takeBackLink(customer, edit)
    case 'favour-added':
      return {
        ...customer,
        favours: customer.favours?.map((f) => (f.id === edit.favourId ? { ...f, withdrawn: true } : f)),
      } as Customer // a customer with a favour to take back has a list of them
    case 'contact-withdrawn':
      return {
        ...customer,
        contacts: customer.contacts.map((c) => (c.id === edit.contactId ? standing(c) : c)),
      }
    case 'deferral-withdrawn':
      return {
        ...customer,
        deferrals: customer.deferrals?.map((d) => (d.id === edit.deferralId ? standing(d) : d)),
      } as Customer // a customer with a deferral to bring back has a list of them
    case 'fact-withdrawn':
      return bringBackFact(customer, edit.factId, edit.value)
    case 'deferral-added':
      return {
        ...customer,
        deferrals: customer.deferrals?.map((d) => (d.id === edit.deferralId ? { ...d, withdrawn: true } : d)),
      } as Customer // a customer with a deferral to take back has a list of them
  }
}

function standing<T extends { readonly withdrawn?: true }>({
  withdrawn: _,
  ...rest
}: T): Omit<T, 'withdrawn'> & { readonly withdrawn?: never } {
  return rest
}

function moved(
  customer: Customer,
  agreementId: string,
  state: Customer['agreements'][number]['state'],
  over: { readonly revision?: number } = {},
): Customer {
  return {
    ...customer,
    agreements: customer.agreements.map((a) =>
      a.id === agreementId ? { ...inState(a, state), ...over } : a,
    ),
  }
}
