import { customerWordsFor } from '../../src/messaging/wording/customer-words.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import { ChangeCustomers, whoIsMeant } from '../change-customers.js'
import { type Handled, type Handlers, isUnsure, type Request, saidNames, sayNobody } from './handler.js'

/** What a manager records without a contact: facts, reminders, bookings, and whom to leave for later. */
export function recordingHandlers(): Handlers {
  return {
    async 'customer.update'(request) {
      const { session, reading } = request
      if (reading.slots.fact === undefined && whoIsMeant(reading).length > 0) {
        await session.reply({ text: customerWordsFor(session.locale).update.what })
        return 'answered'
      }
      return begin(request, 'update')
    },
    'task.add': (request) => begin(request, 'task'),
    'appointment.add': (request) => begin(request, 'appointment'),
    'contact.snooze': (request) => begin(request, 'put-off'),
  }
}

async function begin(request: Request, change: string): Promise<Handled> {
  const { dialogs, session, reading } = request
  const who = whoIsMeant(reading)
  if (who.length === 0) {
    if (change !== 'task' || saidNames(reading) !== '') return sayNobody(request)
    await session.reply({ text: deskWordsFor(session.locale).arrange.whose })
    return 'answered'
  }
  await dialogs.beginDialog(ChangeCustomers.id, {
    change,
    who,
    reading,
    unsure: isUnsure(reading),
  })
  return 'begun'
}
