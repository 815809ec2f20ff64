import type { Book } from '../domain/book.js'
import { type ConditionRules, noteFirstSeen } from '../domain/customer/first-seen.js'
import type { Day } from '../domain/day.js'
import type { BankDraft } from '../ports/ports.js'

/**
 * A draft in which every book that is put notes since when conditions hold whose beginning no file tells: today, where it was not
 * known before.
 */
export function notingFirstSeen(draft: BankDraft, rules: ConditionRules, today: Day): BankDraft {
  return {
    ownerOf: (customerId) => draft.ownerOf(customerId),
    book: (managerId) => draft.book(managerId),
    putBook: (book) => draft.putBook(noted(book, rules, today)),
    managers: () => draft.managers(),
    putManagers: (managers) => draft.putManagers(managers),
    products: () => draft.products(),
    putProducts: (products) => draft.putProducts(products),
    handedIn: () => draft.handedIn(),
    putHandedIn: (handedIn) => draft.putHandedIn(handedIn),
    feed: () => draft.feed(),
    putFeed: (feed) => draft.putFeed(feed),
    note: (name) => draft.note(name),
    putNote: (name, value) => draft.putNote(name, value),
    changeDesk: (managerId, decide) => draft.changeDesk(managerId, decide),
    record: (entry) => draft.record(entry),
  }
}

function noted(book: Book, rules: ConditionRules, today: Day): Book {
  return { ...book, customers: book.customers.map((customer) => noteFirstSeen(customer, rules, today)) }
}
