import { findCustomer, withCustomers } from '../../domain/book.js'
import { settleAgreement as settle } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { withChange } from '../../domain/undo.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface SettleAgreementDeps {
  readonly books: Books
  readonly journal: Journal
}

export interface SettleAgreementInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly agreementId: string
  readonly to: 'kept' | 'cancelled'
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type SettleAgreementResult =
  | {
      readonly status: 'settled'
      readonly changeId: string
      readonly customer: Customer
      readonly agreement: Agreement
    }
  /** No open agreement of that id in this manager's book, by now or at all. */
  | { readonly status: 'not-open' }

/** Marks a promise, a reminder or a meeting as done or dropped. */
export function settleAgreement({ books, journal }: SettleAgreementDeps) {
  return async (input: SettleAgreementInput): Promise<SettleAgreementResult> => {
    const { changeId, managerId, customerId, agreementId, to, today, at } = input
    const result = await books.change<SettleAgreementResult>(managerId, (book) => {
      const customer = findCustomer(book, customerId)
      const settled = customer && settle(customer, agreementId, to, today)
      if (settled === undefined) return { book, result: { status: 'not-open' } }
      const change = {
        id: changeId,
        kind: 'agreement.settle',
        at,
        edits: [settled.edit],
        undone: false,
      } as const
      return {
        book: withChange(withCustomers(book, [settled.customer]), change),
        result: {
          status: 'settled',
          changeId,
          customer: settled.customer,
          agreement: settled.agreement,
        },
      }
    })
    if (result.status === 'settled')
      await journal.append({ at, managerId, act: 'agreement.settle', customerIds: [customerId], detail: to })
    return result
  }
}

export type SettleAgreement = ReturnType<typeof settleAgreement>
