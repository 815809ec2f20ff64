import { isTaskDone } from '../branch/given-tasks.js'
import type { Agreement } from '../customer/contact.js'
import { contactsUpTo } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { CNY, type Fen } from '../money.js'
import { isMovedBackToToday, type OccasionContext, type ReasonBase } from './occasion.js'

/** An appointment, a call back, a promise or a reminder is due, or overdue (Handbook §3 P1). */
export interface AgreementReason extends ReasonBase {
  readonly kind: Agreement['kind']
  readonly priority: 1
  readonly agreementId: string
  /** The day agreed. One on days off is shown the working day before. */
  readonly on: Day
  readonly time?: string
  readonly about?: string
  readonly amountFen?: Fen
  readonly currency?: string
  /** A branch head gave it; `accepted` once the manager said so. */
  readonly given?: { readonly accepted: boolean }
  /** Working days after the day agreed up to and including today; a promise of which this is above 0 is broken. */
  readonly overdueWorkingDays: number
}

/**
 * What was agreed and is still open, on its day and until it is done. An appointment or a call back is done, too, once
 * the customer was spoken with on its day or later; a promise or a reminder is not. A task that the branch head gave is
 * shown from the day it was given, and is done with the first contact after it (Handbook §8.14).
 */
export function agreement(customer: Customer, context: OccasionContext): readonly AgreementReason[] {
  const reasons: AgreementReason[] = []
  for (const agreed of customer.agreements) {
    if (agreed.state !== 'open' || agreed.on === undefined || agreed.madeOn > context.today) continue
    if (isTaskDone(agreed, customer, context.today)) continue
    const isOverdue = agreed.on < context.today
    if (
      !isOverdue &&
      !(context.isWorkingDay && (agreed.assigned !== undefined || isMovedBackToToday(context, agreed.on)))
    )
      continue
    if (isOverdue && tookPlace(agreed, agreed.on, customer, context.today)) continue
    reasons.push(reasonOf(agreed, agreed.on, context))
  }
  return reasons.sort(byMoment)
}

function tookPlace({ kind }: Agreement, on: Day, customer: Customer, today: Day): boolean {
  if (kind !== 'appointment' && kind !== 'callback') return false
  return contactsUpTo(customer.contacts, today).some((contact) => contact.reached && contact.on >= on)
}

function reasonOf(agreed: Agreement, on: Day, { calendar, today }: OccasionContext): AgreementReason {
  const { id, kind, time, about, amountFen, currency } = agreed
  return {
    kind,
    priority: 1,
    ...(amountFen !== undefined && (currency ?? CNY) === CNY ? { atStakeFen: amountFen } : {}),
    agreementId: id,
    on,
    ...(time === undefined ? {} : { time }),
    ...(about === undefined ? {} : { about }),
    ...(amountFen === undefined ? {} : { amountFen, currency: currency ?? CNY }),
    ...(agreed.assigned === undefined
      ? {}
      : { given: { accepted: agreed.assigned.acceptedOn !== undefined } }),
    overdueWorkingDays: calendar.countAfter(on, today),
  }
}

function byMoment(a: AgreementReason, b: AgreementReason): number {
  const at = ({ on, time }: AgreementReason) => `${on} ${time ?? '24:00'}`
  if (at(a) !== at(b)) return at(a) < at(b) ? -1 : 1
  return a.agreementId < b.agreementId ? -1 : 1
}
