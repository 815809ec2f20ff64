import { type Agreed, isMeeting, openMeetings } from '../../src/domain/customer/agree.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { Moment } from '../../src/domain/day.js'
import { isExact } from '../../src/language/days/mention.js'
import { rebookingWords, type Slice } from '../../src/language/particulars/rebooking-words.js'
import type { Intent } from '../../src/language/reading.js'
import { shortName } from '../../src/messaging/cards/names.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import type { Hearing } from '../hearing.js'
import { isUnclear } from '../not-understood.js'
import { type NewTime, Rebook } from '../rebook.js'
import type { Handled, HandlerDeps, Request } from './handler.js'

/** A message that reports or asks for something else is that, whatever words are in it. */
const MAY_REBOOK: readonly Intent[] = [
  'contact.snooze',
  'appointment.add',
  'appointment.list',
  'customer.show',
  'customer.history',
  'customer.update',
  'contact.log',
  'undo',
  'cancel',
  'task.add',
  'none',
]

/** What a message wants of a meeting that is booked: undefined where it wants something else. */
export type Rebooking = (request: Request) => Promise<Handled | undefined>

/**
 * 周总改到后天下午四点, "cancel my meeting with Grace". The intents know no such wish: it is one only where there is a
 * meeting, or where one is spoken of.
 */
export function createRebooking(deps: HandlerDeps, readMoment: Hearing['readMoment']): Rebooking {
  return async ({ dialogs, session, reading }) => {
    if (!MAY_REBOOK.includes(reading.intent)) return undefined
    const folded = deps.particulars().fold(session.text)
    const words = rebookingWords(folded)
    // A report with a new time is a contact in which it was agreed.
    const agreed =
      !isUnclear(reading) && reading.slots.contacts?.some(({ when }) => when !== undefined) === true
    if (words === undefined || agreed) return undefined

    const said = await momentIn(words.which)
    const ids = reading.slots.customers
    const { customers } = await deps.books.read(session.manager.id)
    const meant = ids === undefined ? customers : customers.filter(({ id }) => ids.includes(id))
    if (ids === undefined && (words.kind === 'move' || said === undefined)) return undefined
    const meetings = meetingsAt(meant, said, words.kind === 'cancel' && ids === undefined)
    if (meetings.length > 0) {
      const to = words.kind === 'move' ? await momentIn(words.to) : undefined
      await dialogs.beginDialog(Rebook.id, {
        kind: words.kind,
        meetings: meetings.map(({ customer, agreement }) => ({
          customerId: customer.id,
          agreementId: agreement.id,
        })),
        ...(to === undefined ? {} : { to }),
      })
      return 'begun'
    }
    const isNew = words.kind === 'move' && (!words.named || reading.intent === 'appointment.add')
    const [customer] = meant
    if (isNew || ids === undefined || customer === undefined) return undefined
    await session.reply({ text: deskWordsFor(session.locale).rebook.none(shortName(customer)) })
    return 'answered'

    /** What a part of the message says of a day and a time, each only where it was said. */
    async function momentIn({ start, end }: Slice): Promise<NewTime | undefined> {
      const part = session.text.slice(start, end)
      const days = deps
        .particulars()
        .days.read(folded.slice(start, end), session.today, 'ahead', session.now)
        .filter(isExact)
      const day = days.find(({ dayless }) => dayless === undefined)?.sense.point
      const time = days.find((mention) => mention.time !== undefined)?.time
      const read = /[\p{L}\d]/u.test(part) ? await readMoment(part, session) : undefined
      const moment = read ?? { day: day ?? session.today, ...(time === undefined ? {} : { time }) }
      const isDaySaid = day !== undefined
      if (days.length === 0) return undefined
      return isDaySaid ? moment : moment.time === undefined ? undefined : { time: moment.time }
    }

    function meetingsAt(
      whose: readonly Customer[],
      at: NewTime | undefined,
      exact: boolean,
    ): readonly Agreed[] {
      const open = whose.flatMap((customer) =>
        (exact ? customer.agreements.filter(isMeeting) : openMeetings(customer, session.today)).map(
          (agreement) => ({ customer, agreement }),
        ),
      )
      const there = open.filter(({ agreement: { on, time } }) => isAt(at ?? {}, on, time))
      return there.length > 0 || exact ? there : open
    }
  }
}

function isAt(at: NewTime, on: Moment['day'] | undefined, time: string | undefined): boolean {
  return (at.day === undefined || at.day === on) && (at.time === undefined || at.time === time)
}
