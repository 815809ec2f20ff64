import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Edit } from '../../domain/change.js'
import type { Agreement, Contact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { maskIdentityNumbers } from '../../domain/customer/facts/identity-numbers.js'
import { screenNote } from '../../domain/customer/facts/screen-note.js'
import type { SensitiveKind, SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import { recordContact, type ToldContact } from '../../domain/customer/record-contact.js'
import type { Day } from '../../domain/day.js'
import { withChange } from '../../domain/undo.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface LogContactDeps {
  readonly books: Books
  readonly journal: Journal
  /** Words that give away what a note may not hold. */
  readonly sensitiveWords: SensitiveWords
}

export interface LogContactInput {
  /** The same for every repeat of the message or press: what is written once is not written again. */
  readonly changeId: string
  readonly managerId: string
  /** At least one; one contact a customer. */
  readonly contacts: readonly (ToldContact & { readonly customerId: string })[]
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface LoggedContact {
  /** As written, with the contact in it. */
  readonly customer: Customer
  readonly contact: Contact
  readonly agreed: readonly Agreement[]
  /** Why the manager's words were not kept. */
  readonly withheld?: SensitiveKind
  /** Identity and card numbers of which only the last digits were kept. */
  readonly maskedNumbers?: number
}

export type LogContactResult =
  | { readonly status: 'logged'; readonly changeId: string; readonly logged: readonly LoggedContact[] }
  /** Not in this manager's book: nothing was written. "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book'; readonly customerIds: readonly string[] }

/** Writes the contacts of one message as one change, which one undo takes back. */
export function logContact(deps: LogContactDeps) {
  return async (input: LogContactInput): Promise<LogContactResult> => {
    const result = await deps.books.change<LogContactResult>(input.managerId, (book) => {
      const missing = input.contacts
        .filter((c) => findCustomer(book, c.customerId) === undefined)
        .map((c) => c.customerId)
      if (missing.length > 0) return { book, result: { status: 'not-in-book', customerIds: missing } }

      const touched = new Map<string, Customer>()
      const logged: LoggedContact[] = []
      const edits: Edit[] = []
      for (const [index, { customerId, ...told }] of input.contacts.entries()) {
        const customer = touched.get(customerId) ?? findCustomer(book, customerId)!
        const key = `${input.changeId}-${index + 1}`
        const before = customer.contacts.find((c) => c.id === key)
        if (before !== undefined) {
          const agreed = customer.agreements.filter((a) => a.contactId === key)
          logged.push({ customer, contact: before, agreed })
          continue
        }
        const { note, about, ...facts } = told
        const screened = note === undefined ? undefined : screenNote(note, customer, deps.sensitiveWords)
        const isKept = screened?.note !== undefined
        const kept = {
          ...facts,
          ...(isKept ? { note: screened.note } : {}),
          ...(isKept && about !== undefined ? { about: maskIdentityNumbers(about).text } : {}),
        }
        const recorded = recordContact(customer, kept, {
          key,
          managerId: input.managerId,
          today: input.today,
          at: input.at,
        })
        touched.set(customerId, recorded.customer)
        edits.push(...recorded.edits)
        logged.push({
          ...recorded,
          ...(screened?.withheld === undefined ? {} : { withheld: screened.withheld }),
          ...(screened === undefined ? {} : { maskedNumbers: screened.maskedNumbers }),
        })
      }
      const done = { status: 'logged', changeId: input.changeId, logged } as const
      if (edits.length === 0) return { book, result: done }
      const change = { id: input.changeId, kind: 'contact.log', at: input.at, edits, undone: false } as const
      return { book: withChange(withCustomers(book, [...touched.values()]), change), result: done }
    })
    if (result.status === 'logged') {
      await deps.journal.append({
        at: input.at,
        managerId: input.managerId,
        act: 'contact.log',
        customerIds: [...new Set(input.contacts.map((c) => c.customerId))],
      })
    }
    return result
  }
}

export type LogContact = ReturnType<typeof logContact>
