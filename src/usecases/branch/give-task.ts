import { findCustomer, withCustomers } from '../../domain/book.js'
import { makeAgreement } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { screenNote } from '../../domain/customer/facts/screen-note.js'
import type { SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import type { Day } from '../../domain/day.js'
import type { Books, Journal } from '../../ports/ports.js'
import { type ChangeWritten, writeChange } from '../changes/write-change.js'

export interface GiveTaskInput {
  readonly changeId: string
  /** The branch head who gives it. */
  readonly by: string
  readonly to: string
  readonly customerIds: readonly string[]
  /** By when. */
  readonly on: Day
  /** What is to be done, in the head's words. */
  readonly about?: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface TaskGiven {
  readonly customer: Customer
  readonly agreement: Agreement
}

/** Gives a manager a task with a day; it stands on that manager's brief until it is done (Handbook §8.14). */
export function giveTask(deps: {
  readonly books: Books
  readonly journal: Journal
  readonly sensitiveWords: SensitiveWords
}) {
  return ({ by, to, on, about, today, at, ...input }: GiveTaskInput): Promise<ChangeWritten<TaskGiven>> =>
    writeChange<TaskGiven>(deps, { ...input, kind: 'task.add', managerId: by, at }, (customer, key) => {
      const note = about === undefined ? undefined : screenNote(about, customer, deps.sensitiveWords).note
      const made = makeAgreement(
        customer,
        {
          kind: 'task',
          when: { day: on },
          ...(note === undefined ? {} : { about: note }),
          assigned: { by, to, at },
        },
        { key, today },
      )
      return {
        customer: made.customer,
        edits: [made.edit],
        result: { customer: made.customer, agreement: made.agreement },
      }
    })
}

/** The manager takes the task on; undefined where there is none to take on, or it was taken on before. */
export function acceptTask({ books, journal }: { readonly books: Books; readonly journal: Journal }) {
  return async (input: {
    readonly managerId: string
    readonly customerId: string
    readonly agreementId: string
    readonly today: Day
    /** ISO 8601 instant. */
    readonly at: string
  }): Promise<Customer | undefined> => {
    const { managerId, customerId, agreementId, today, at } = input
    const accepted = await books.change<Customer | undefined>(managerId, (book) => {
      const customer = findCustomer(book, customerId)
      const task = customer?.agreements.find(({ id, state }) => id === agreementId && state === 'open')
      if (customer === undefined || task?.assigned === undefined || task.assigned.acceptedOn !== undefined)
        return { book, result: undefined }
      const assigned = { ...task.assigned, acceptedOn: today }
      const agreements = customer.agreements.map((one) => (one === task ? { ...task, assigned } : one))
      const changed = { ...customer, agreements }
      return { book: withCustomers(book, [changed]), result: changed }
    })
    if (accepted !== undefined)
      await journal.append({ at, managerId, act: 'task.accept', customerIds: [customerId] })
    return accepted
  }
}
