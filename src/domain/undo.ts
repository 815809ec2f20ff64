import { type Book, findCustomer, withCustomers } from './book.js'
import type { Change, Edit } from './change.js'
import type { Customer } from './customer/customer.js'

/** How many changes a book keeps for undo. */
const KEPT_CHANGES = 50

export function withChange(book: Book, change: Change): Book {
  return { ...book, changes: [...book.changes, change].slice(-KEPT_CHANGES) }
}

export type Undo =
  | { readonly status: 'undone'; readonly book: Book; readonly change: Change }
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
  for (const edit of change.edits.toReversed()) {
    const customer = touched.get(edit.customerId) ?? findCustomer(book, edit.customerId)
    // A customer handed over since then is out of reach; the rest is still taken back.
    if (customer !== undefined) touched.set(edit.customerId, takeBack(customer, edit))
  }
  const changes = book.changes.map((c) => (c.id === change.id ? { ...c, undone: true } : c))
  return { status: 'undone', book: { ...withCustomers(book, [...touched.values()]), changes }, change }
}

function takeBack(customer: Customer, edit: Edit): Customer {
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
      return now?.state === edit.to ? moved(customer, edit.agreementId, edit.from) : customer
    }
  }
}

function moved(
  customer: Customer,
  agreementId: string,
  state: Customer['agreements'][number]['state'],
): Customer {
  return {
    ...customer,
    agreements: customer.agreements.map((a) => (a.id === agreementId ? { ...a, state } : a)),
  }
}
