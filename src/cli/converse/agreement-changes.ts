import { isDeepStrictEqual } from 'node:util'
import { momentOf } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Moment } from '../../domain/day.js'
import { type ContactChanges, contactFields } from './contact-changes.js'
import { amended, undone, type WriteRecord, written } from './records.js'

/** Appointments, reminders and what was agreed in older contacts. What was agreed in a contact that came or went is told with it. */
export function agreementChanges(
  before: Customer,
  after: Customer,
  ofSale: ReadonlySet<string>,
  { comeOrGone }: ContactChanges,
): readonly WriteRecord[] {
  const then = new Map(before.agreements.map((agreement) => [agreement.id, agreement]))
  const now = new Set(after.agreements.map(({ id }) => id))
  const pairs: readonly (readonly [Agreement | undefined, Agreement | undefined])[] = [
    ...after.agreements.map((agreement) => [then.get(agreement.id), agreement] as const),
    ...before.agreements.filter(({ id }) => !now.has(id)).map((agreement) => [agreement, undefined] as const),
  ]
  return pairs.flatMap(([was, is]) => {
    const one = is ?? was
    if (one === undefined || was === is || ofSale.has(one.id)) return []
    if (one.contactId !== undefined && comeOrGone.has(one.contactId)) return []
    const change = { before, after, was, is, one, isSuperseded: comeOrGone.size > 0 }
    return isBooking(one) ? appointmentChange(change) : laterChange(change)
  })
}

/** A meeting, or a call that was booked by itself; a call back that a contact brought is a part of that contact. */
function isBooking({ kind, contactId }: Agreement): boolean {
  return kind === 'appointment' || (kind === 'callback' && contactId === undefined)
}

interface AgreementChange {
  readonly before: Customer
  readonly after: Customer
  readonly was: Agreement | undefined
  readonly is: Agreement | undefined
  /** As it is, or as it was where it is gone. */
  readonly one: Agreement
  /** A contact of the customer came or went, and with it the day of the next one. */
  readonly isSuperseded: boolean
}

function appointmentChange({ after, was, is }: AgreementChange): readonly WriteRecord[] {
  const customer = after.id
  const [from, when] = [openMoment(was), openMoment(is)]
  if (isOpen(was) && isOpen(is))
    return isDeepStrictEqual(from, when)
      ? []
      : [written('appointment.move', { customer, ...at('from', from), ...at('when', when) })]
  if (isOpen(is)) {
    if (was?.state === 'kept') return []
    const fields = { customer, ...at('when', when) }
    return [
      was?.state === 'cancelled' ? undone('appointment.cancel', fields) : written('appointment.add', fields),
    ]
  }
  // One that took place is kept, which nobody had to say.
  if (!isOpen(was) || is?.state === 'kept') return []
  return is?.state === 'cancelled'
    ? [written('appointment.cancel', { customer, ...at('when', from) })]
    : [undone('appointment.add', { customer, ...at('when', from) })]
}

/** A reminder, a promise or a next call. One that a contact brought is a part of that contact. */
function laterChange(change: AgreementChange): readonly WriteRecord[] {
  const { was, is, isSuperseded } = change
  if (isDeepStrictEqual(openMoment(was), openMoment(is)) && isOpen(was) === isOpen(is)) return []
  const isSettled = is?.state === 'kept' || was?.state === 'kept'
  if (isSettled) return []
  return contactOf(change) === undefined ? reminderChange(change) : isSuperseded ? [] : contactAmended(change)
}

function contactOf({ after, one }: AgreementChange) {
  return after.contacts.find(({ id, withdrawn }) => id === one.contactId && withdrawn === undefined)
}

function contactAmended(change: AgreementChange): readonly WriteRecord[] {
  const contact = contactOf(change)
  const before = change.before.contacts.find(({ id }) => id === contact?.id)
  if (contact === undefined || before === undefined) return []
  const [then, now] = [contactFields(change.before, before), contactFields(change.after, contact)]
  return isDeepStrictEqual(then, now) ? [] : [amended('contact.log', now, then)]
}

function reminderChange({ after, was, is }: AgreementChange): readonly WriteRecord[] {
  const customer = after.id
  const then = { customer, ...at('when', openMoment(was)) }
  const now = { customer, ...at('when', openMoment(is)) }
  if (isOpen(was) && isOpen(is)) return [amended('task.add', now, then)]
  return isOpen(is) ? [written('task.add', now)] : [undone('task.add', then)]
}

function isOpen(agreement: Agreement | undefined): boolean {
  return agreement?.state === 'open'
}

function openMoment(agreement: Agreement | undefined): Moment | undefined {
  return agreement?.state === 'open' ? momentOf(agreement) : undefined
}

function at<K extends string>(key: K, moment: Moment | undefined): { readonly [P in K]?: Moment } {
  return (moment === undefined ? {} : { [key]: moment }) as { readonly [P in K]?: Moment } // a computed key widens
}
