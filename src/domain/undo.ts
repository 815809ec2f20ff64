import { type Book, findCustomer, withCustomers } from './book.js'
import type { Change, Edit } from './change.js'
import { takeBackMove } from './customer/agree.js'
import type { Customer } from './customer/customer.js'
import { takeBackFact } from './customer/record-fact.js'
import { takeBackOpportunity } from './opportunity/in-book.js'

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
      /** What stays as it is, for something newer stands in its place. */
      readonly overtaken: readonly Edit[]
    }
  | { readonly status: 'nothing' }
  | { readonly status: 'already'; readonly change: Change }

/**
 * Takes back the change of that id, or the last one not yet taken back. What was added stays in the book, marked
 * withdrawn (Handbook §7: contacts are not deleted, only corrected); what was moved goes back to where it was.
 */
export function undoChange(book: Book, changeId?: string): Undo {
  const change =
    changeId === undefined
      ? book.changes.findLast((c) => !c.undone)
      : book.changes.find((c) => c.id === changeId)
  if (change === undefined) return { status: 'nothing' }
  if (change.undone) return { status: 'already', change }

  const touched = new Map<string, Customer>()
  const overtaken: Edit[] = []
  for (const edit of change.edits.toReversed()) {
    const customer = touched.get(edit.customerId) ?? findCustomer(book, edit.customerId)
    // A customer handed over since then is out of reach; the rest is still taken back.
    if (customer === undefined) continue
    const after = takeBack(customer, edit)
    if (after === undefined) overtaken.push(edit)
    else touched.set(edit.customerId, after)
  }
  const changes = book.changes.map((c) => (c.id === change.id ? { ...c, undone: true } : c))
  const undone = { ...withCustomers(book, [...touched.values()]), changes }
  return { status: 'undone', book: undone, change, overtaken: overtaken.reverse() }
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
    case 'holding-added':
      return { ...customer, holdings: customer.holdings.filter(({ id }) => id !== edit.holdingId) }
    case 'deferral-added':
      return {
        ...customer,
        deferrals: customer.deferrals?.map((d) => (d.id === edit.deferralId ? { ...d, withdrawn: true } : d)),
      } as Customer // a customer with a deferral to take back has a list of them
  }
}

function moved(
  customer: Customer,
  agreementId: string,
  state: Customer['agreements'][number]['state'],
  over: { readonly revision?: number } = {},
): Customer {
  return {
    ...customer,
    agreements: customer.agreements.map((a) => (a.id === agreementId ? { ...a, ...over, state } : a)),
  }
}
