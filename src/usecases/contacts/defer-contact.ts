import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { defer, type Put } from '../../domain/customer/defer.js'
import type { Deferral } from '../../domain/customer/deferral.js'
import type { Day } from '../../domain/day.js'
import { withChange } from '../../domain/undo.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface DeferContactDeps {
  readonly books: Books
  readonly journal: Journal
}

export interface DeferContactInput {
  /** The same for every repeat of the message or press: what is written once is not written again. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly put: Put
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type DeferContactResult =
  | {
      readonly status: 'deferred'
      readonly changeId: string
      readonly customer: Customer
      readonly deferral: Deferral
    }
  /** Not in this manager's book. "Not yours" and "does not exist" answer alike. */
  | { readonly status: 'not-in-book' }
  /** A day to put off to lies after today. */
  | { readonly status: 'not-later' }

/** Puts one customer off to a day, or skips them this time with a reason (Handbook §2). */
export function deferContact({ books, journal }: DeferContactDeps) {
  return async (input: DeferContactInput): Promise<DeferContactResult> => {
    const { changeId, managerId, customerId, put, today, at } = input
    if (put.kind === 'snooze' && put.until <= today) return { status: 'not-later' }
    const result = await books.change<DeferContactResult>(managerId, (book) => {
      const customer = findCustomer(book, customerId)
      if (customer === undefined) return { book, result: { status: 'not-in-book' } }
      const before = customer.deferrals?.find((d) => d.id === changeId)
      if (before !== undefined)
        return { book, result: { status: 'deferred', changeId, customer, deferral: before } }
      const deferred = defer(customer, put, { key: changeId, today })
      const change = {
        id: changeId,
        kind: 'contact.snooze',
        at,
        edits: [deferred.edit],
        undone: false,
      } as const
      return {
        book: withChange(withCustomers(book, [deferred.customer]), change),
        result: {
          status: 'deferred',
          changeId,
          customer: deferred.customer,
          deferral: deferred.deferral,
        },
      }
    })
    if (result.status === 'deferred') {
      await journal.append({
        at,
        managerId,
        act: `contact.${put.kind}`,
        customerIds: [customerId],
        ...(put.kind === 'snooze' ? { detail: put.until } : {}),
      })
    }
    return result
  }
}

export type DeferContact = ReturnType<typeof deferContact>
