import { isMeeting } from '../customer/agree.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Desk } from '../manager/desk.js'
import { findDelivery } from '../manager/ledger-of-sends.js'

/** An open meeting or call of one day that has a time. */
export interface Meeting {
  readonly customerId: string
  readonly agreementId: string
  readonly on: Day
  /** `HH:mm` in the manager's zone. */
  readonly time: string
}

export function meetingsOn(customers: readonly Customer[], on: Day): readonly Meeting[] {
  return customers.flatMap((customer) =>
    customer.agreements.flatMap((agreement) => {
      const { id, time } = agreement
      return isMeeting(agreement) && agreement.on === on && time !== undefined
        ? [{ customerId: customer.id, agreementId: id, on, time }]
        : []
    }),
  )
}

/** Of a meeting at its time: one that is moved is told of anew. */
export function meetingKey({ agreementId, on, time }: Meeting): string {
  return `${agreementId} ${on} ${time}`
}

/**
 * The next meeting whose sheet is to be sent at this minute: one that begins within `minutesBefore`, has not begun and was
 * not told of. One that was missed an hour before is told of later rather than not at all.
 */
export function meetingDue(
  meetings: readonly Meeting[],
  desk: Pick<Desk, 'deliveries'>,
  at: { readonly day: Day; readonly time: string },
  minutesBefore: number,
): Meeting | undefined {
  const told = toldMeetings(desk, at.day)
  const now = minuteOf(at.time)
  return meetings
    .filter((meeting) => meeting.on === at.day && !told.has(meetingKey(meeting)))
    .filter(({ time }) => now < minuteOf(time) && minuteOf(time) - now <= minutesBefore)
    .toSorted((a, b) => (meetingKey(a) < meetingKey(b) ? -1 : 1))
    .toSorted((a, b) => minuteOf(a.time) - minuteOf(b.time))[0]
}

/** Meetings whose sheet was sent or may have been. The last of a message that was turned away was not. */
function toldMeetings(desk: Pick<Desk, 'deliveries'>, day: Day): ReadonlySet<string> {
  const row = findDelivery(desk, day, 'meeting')
  const told = row?.told ?? []
  const wasTurnedAway = row?.state === 'planned' || row?.state === 'suspended'
  return new Set(wasTurnedAway ? told.slice(0, -1) : told)
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
