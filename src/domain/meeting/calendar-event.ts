import { momentOf } from '../customer/agree.js'
import type { Agreement } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { type Day, instantAt } from '../day.js'

/** A meeting or a call as a calendar holds it. */
export interface CalendarEvent {
  readonly customer: Customer
  readonly agreement: Agreement
  /** The same for ever, whatever becomes of it: by this a calendar knows it again. */
  readonly uid: string
  /** Higher after every change, a cancellation and its undoing included. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly when: { readonly start: Date; readonly end: Date } | { readonly allDay: Day }
}

/**
 * The meetings and calls from a day on that are open or were called off, by their time. One that was called off is told as
 * such, so that a calendar that holds it lets it go.
 *
 * @param minutes how long one takes; one without a time takes the day
 */
export function calendarEvents(
  customers: readonly Customer[],
  from: Day,
  timeZone: string,
  minutes: number,
): readonly CalendarEvent[] {
  return customers
    .flatMap((customer) => customer.agreements.map((agreement) => ({ customer, agreement })))
    .filter(({ agreement: { kind } }) => kind === 'appointment' || kind === 'callback')
    .filter(({ agreement: { state } }) => state === 'open' || state === 'cancelled')
    .flatMap(({ customer, agreement }) => {
      const moment = momentOf(agreement)
      if (moment === undefined || moment.day < from) return []
      const isCancelled = agreement.state === 'cancelled'
      const start = moment.time === undefined ? undefined : instantAt(timeZone, moment.day, moment.time)
      const event: CalendarEvent = {
        customer,
        agreement,
        uid: `${agreement.id}@daybook`,
        sequence: 2 * (agreement.revision ?? 0) + (isCancelled ? 1 : 0),
        isCancelled,
        when:
          start === undefined
            ? { allDay: moment.day }
            : { start, end: new Date(start.getTime() + minutes * 60_000) },
      }
      return [event]
    })
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ agreement: { on, time = '00:00', id } }: CalendarEvent): string {
  return `${on} ${time} ${id}`
}
