import type { Book } from '../book.js'
import type { Edit } from '../change.js'
import type { Day, Moment } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { Agreement, Assigned } from './contact.js'
import type { Customer } from './customer.js'

/** What the manager alone sets for a later day. */
export interface AgreementToMake {
  readonly kind: Agreement['kind']
  readonly when: Moment
  /** What it is about, in the manager's words. */
  readonly about?: string
  readonly amountFen?: Fen
  readonly currency?: Currency
  /** Of a task that a branch head gives. */
  readonly assigned?: Assigned
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
  today: Day,
): { readonly customer: Customer; readonly agreement: Agreement; readonly edit: Edit } | undefined {
  const open = customer.agreements.find((a) => a.id === agreementId && a.state === 'open')
  if (open === undefined) return undefined
  const agreement: Agreement = { ...open, state: to, ...(to === 'kept' ? { keptOn: today } : {}) }
  return {
    customer: { ...customer, agreements: customer.agreements.map((a) => (a === open ? agreement : a)) },
    agreement,
    edit: { kind: 'agreement-moved', customerId: customer.id, agreementId, from: 'open', to },
  }
}

/** The agreement at another day or time; undefined where the customer has no such open one, or it stands there already. */
export function moveAgreement(
  customer: Customer,
  agreementId: string,
  to: Moment,
  today: Day,
): { readonly customer: Customer; readonly agreement: Agreement; readonly edit: Edit } | undefined {
  const open = customer.agreements.find((a) => a.id === agreementId && a.state === 'open')
  if (open === undefined) return undefined
  const before = momentOf(open)
  if (before?.day === to.day && before.time === to.time) return undefined
  const isLate =
    open.kind === 'promise' && open.on !== undefined && open.on <= today && open.missedOn === undefined
  return {
    ...atMoment(customer, open, to, isLate ? { missedOn: open.on } : {}),
    edit: {
      kind: 'agreement-rescheduled',
      customerId: customer.id,
      agreementId,
      ...(before === undefined ? {} : { before }),
      after: to,
    },
  }
}

/** Back to the time before; undefined where it has been moved or settled since. */
export function takeBackMove(
  customer: Customer,
  { agreementId, before, after }: Extract<Edit, { kind: 'agreement-rescheduled' }>,
): Customer | undefined {
  const now = customer.agreements.find((a) => a.id === agreementId && a.state === 'open')
  if (now === undefined || now.on !== after.day || now.time !== after.time) return undefined
  if (now.missedOn === undefined || now.missedOn !== before?.day)
    return atMoment(customer, now, before).customer
  const { missedOn: _, ...inTime } = now
  const agreements = customer.agreements.map((a) => (a === now ? inTime : a))
  return atMoment({ ...customer, agreements }, inTime, before).customer
}

function atMoment(
  customer: Customer,
  open: Agreement,
  to: Moment | undefined,
  over: Pick<Agreement, 'missedOn'> = {},
) {
  const { on: _on, time: _time, ...rest } = open
  const agreement: Agreement = {
    ...rest,
    ...over,
    ...(to === undefined ? {} : { on: to.day }),
    ...(to?.time === undefined ? {} : { time: to.time }),
    revision: (open.revision ?? 0) + 1,
  }
  return {
    customer: { ...customer, agreements: customer.agreements.map((a) => (a === open ? agreement : a)) },
    agreement,
  }
}

/** When it is; undefined where no day is set. */
export function momentOf({ on, time }: Pick<Agreement, 'on' | 'time'>): Moment | undefined {
  if (on === undefined) return undefined
  return { day: on, ...(time === undefined ? {} : { time }) }
}

/** A meeting or a call that was agreed and is neither over nor called off. */
export function isMeeting({ kind, state }: Agreement): boolean {
  return state === 'open' && (kind === 'appointment' || kind === 'callback')
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
      .filter(isMeeting)
      .filter((a) => a.on === day && a.time !== undefined)
      .filter((a) => Math.abs(minuteOf(a.time ?? time) - minuteOf(time)) < minutes)
      .map((agreement) => ({ customer, agreement })),
  )
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The agreement in another state; the day on which it was kept is known of a kept one alone. */
export function inState({ keptOn, ...agreement }: Agreement, state: Agreement['state']): Agreement {
  return { ...agreement, ...(state === 'kept' && keptOn !== undefined ? { keptOn } : {}), state }
}
