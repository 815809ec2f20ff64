import type { Book } from '../book.js'
import type { Edit } from '../change.js'
import type { Day, Moment } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { Agreement } from './contact.js'
import type { Customer } from './customer.js'

/** What the manager alone sets for a later day. */
export interface AgreementToMake {
  readonly kind: Agreement['kind']
  readonly when: Moment
  /** What it is about, in the manager's words. */
  readonly about?: string
  readonly amountFen?: Fen
  readonly currency?: Currency
}

/** Adds an agreement under `key`. */
export function makeAgreement(
  customer: Customer,
  told: AgreementToMake,
  by: { readonly key: string; readonly today: Day },
): { readonly customer: Customer; readonly agreement: Agreement; readonly edit: Edit } {
  const { when, ...facts } = told
  const agreement: Agreement = {
    id: by.key,
    ...facts,
    on: when.day,
    ...(when.time === undefined ? {} : { time: when.time }),
    madeOn: by.today,
    state: 'open',
  }
  return {
    customer: { ...customer, agreements: [...customer.agreements, agreement] },
    agreement,
    edit: { kind: 'agreement-added', customerId: customer.id, agreementId: agreement.id },
  }
}

/** The agreement done or dropped; undefined where the customer has no such open one. */
export function settleAgreement(
  customer: Customer,
  agreementId: string,
  to: 'kept' | 'cancelled',
): { readonly customer: Customer; readonly agreement: Agreement; readonly edit: Edit } | undefined {
  const open = customer.agreements.find((a) => a.id === agreementId && a.state === 'open')
  if (open === undefined) return undefined
  const agreement: Agreement = { ...open, state: to }
  return {
    customer: { ...customer, agreements: customer.agreements.map((a) => (a === open ? agreement : a)) },
    agreement,
    edit: { kind: 'agreement-moved', customerId: customer.id, agreementId, from: 'open', to },
  }
}

/** An open agreement with its customer. */
export interface Agreed {
  readonly customer: Customer
  readonly agreement: Agreement
}

/** The open meetings and calls of the whole book that begin less than `minutes` before or after a moment with a time. */
export function clashesWith(book: Book, when: Moment, minutes: number): readonly Agreed[] {
  const { day, time } = when
  if (time === undefined) return []
  return book.customers.flatMap((customer) =>
    customer.agreements
      .filter((a) => a.state === 'open' && (a.kind === 'appointment' || a.kind === 'callback'))
      .filter((a) => a.on === day && a.time !== undefined)
      .filter((a) => Math.abs(minuteOf(a.time ?? time) - minuteOf(time)) < minutes)
      .map((agreement) => ({ customer, agreement })),
  )
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
