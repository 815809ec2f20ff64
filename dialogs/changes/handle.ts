import type { AnyFlow } from '../../src/conversation/flow.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  type Begin,
  type Handlers,
  type Request,
  saidNames,
  sayNobody,
  whoIsMeant,
} from '../handler.js'
import { arrangeAct, arrangeChange } from './arrange.js'
import { type ChangeInput, changeFlow } from './flow.js'
import { putOffAct, putOffChange } from './put-off.js'
import { updateAct, updateChange } from './update.js'

/** What a manager records without a contact: facts, reminders, bookings, and whom to leave for later. */
export function changeHandlers(): Handlers {
  return {
    async 'customer.update'(request) {
      const { session, reading } = request
      if (reading.asked?.stated === undefined && whoIsMeant(reading).length > 0) {
        await session.reply({ text: customerWordsFor(session.locale).update.what })
        return undefined
      }
      return begin(request, 'update')
    },
    'task.add': (request) => begin(request, 'task'),
    'appointment.add': (request) => begin(request, 'appointment'),
    'contact.snooze': (request) => begin(request, 'put-off'),
  }
}

async function begin(request: Request, flow: string): Promise<Begin | undefined> {
  const { session, reading, unsure } = request
  const who = whoIsMeant(reading)
  if (who.length === 0) {
    if (flow !== 'task' || saidNames(reading) !== '') return sayNobody(request)
    await session.reply({ text: deskWordsFor(session.locale).arrange.whose })
    return undefined
  }
  const input: ChangeInput = { who, reading, unsure }
  return { flow, input }
}

export function changeFlows({
  calendar,
  sensitiveWords,
}: Pick<Deps, 'calendar' | 'sensitiveWords'>): readonly AnyFlow[] {
  return [
    changeFlow('update', updateChange(sensitiveWords)),
    changeFlow('task', arrangeChange('task', calendar)),
    changeFlow('appointment', arrangeChange('appointment', calendar)),
    changeFlow('put-off', putOffChange(calendar)),
  ]
}

export function changeActs(
  deps: Pick<Deps, 'books' | 'journal' | 'sensitiveWords' | 'policy' | 'calendar'>,
  briefs: BriefCards,
): Acts {
  return {
    update: updateAct(deps, briefs),
    task: arrangeAct('task', deps, briefs),
    appointment: arrangeAct('appointment', deps, briefs),
    'put-off': putOffAct(deps, briefs),
  }
}
