import { findCustomer } from '../../domain/book.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Day } from '../../domain/day.js'
import { type MeetingSheet, planMeeting } from '../../domain/meeting/meeting-sheet.js'
import { occasionContext } from '../../domain/occasions/occasion.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, OccasionSources } from '../../ports/ports.js'

export interface ShowMeetingDeps {
  readonly books: Books
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface Meeting {
  readonly sheet: MeetingSheet
  /** What was agreed; absent where the sheet is wanted without. */
  readonly agreement?: Agreement
}

/** The sheet of a meeting with a customer of the manager's own book; undefined where there is none of that id. */
export function showMeeting({ books, sources, policy, calendar }: ShowMeetingDeps) {
  return async (
    managerId: string,
    of: { readonly customerId: string; readonly agreementId?: string },
    today: Day,
  ): Promise<Meeting | undefined> => {
    const customer = findCustomer(await books.read(managerId), of.customerId)
    if (customer === undefined) return undefined
    const context = occasionContext(policy, calendar, today, await sources.for(managerId))
    const agreement = customer.agreements.find(({ id }) => id === of.agreementId)
    return { sheet: planMeeting(customer, context), ...(agreement === undefined ? {} : { agreement }) }
  }
}

export type ShowMeeting = ReturnType<typeof showMeeting>
