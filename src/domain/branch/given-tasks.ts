import type { Book } from '../book.js'
import type { Agreement, Assigned } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { WorkingCalendar } from '../working-days.js'

/** How a task that a branch head gave stands (Handbook §8.14). */
export type TaskState = 'given' | 'accepted' | 'done' | 'late'

export interface GivenTask {
  readonly customer: Customer
  readonly agreement: Agreement & { readonly assigned: Assigned; readonly on: Day }
  readonly state: TaskState
  /** Of one that is done. */
  readonly doneOn?: Day
  readonly workingDaysLate: number
}

/** Whether a task is done: marked so, or by a contact with the customer after it was given. */
export function isTaskDone(agreement: Agreement, customer: Customer, today: Day): boolean {
  return (
    agreement.assigned !== undefined && doneOn(agreement, agreement.assigned, customer, today) !== undefined
  )
}

/** The tasks given on customers of a book that are open, or were done on `since` or later; earliest day first. */
export function givenTasks(
  { customers }: Book,
  calendar: WorkingCalendar,
  since: Day,
  today: Day,
): readonly GivenTask[] {
  return customers
    .flatMap((customer) =>
      customer.agreements.flatMap((one) => taskOf(one, customer, calendar, since, today)),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function taskOf(
  agreement: Agreement,
  customer: Customer,
  calendar: WorkingCalendar,
  since: Day,
  today: Day,
): readonly GivenTask[] {
  const { assigned, on, madeOn, state } = agreement
  if (assigned === undefined || on === undefined || madeOn > today) return []
  if (state !== 'open' && state !== 'kept') return []
  const done = doneOn(agreement, assigned, customer, today)
  if (done !== undefined && done < since) return []
  const workingDaysLate = done === undefined ? calendar.countAfter(on, today) : 0
  const open = workingDaysLate > 0 ? 'late' : assigned.acceptedOn === undefined ? 'given' : 'accepted'
  return [
    {
      customer,
      agreement: { ...agreement, assigned, on },
      state: done === undefined ? open : 'done',
      ...(done === undefined ? {} : { doneOn: done }),
      workingDaysLate,
    },
  ]
}

function doneOn(
  { state, keptOn, madeOn }: Agreement,
  { at, to }: Assigned,
  { contacts }: Customer,
  today: Day,
): Day | undefined {
  if (state === 'kept') return keptOn ?? madeOn
  const days = contacts.flatMap((contact) => {
    const isAfter = contact.loggedAt === undefined ? contact.on > madeOn : contact.loggedAt > at
    const counts = contact.reached && contact.withdrawn === undefined && contact.managerId === to
    return counts && isAfter && contact.on >= madeOn && contact.on <= today ? [contact.on] : []
  })
  return days.sort()[0]
}

function keyOf({ agreement, customer }: GivenTask): string {
  return `${agreement.on} ${customer.id} ${agreement.id}`
}
