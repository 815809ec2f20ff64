import type { Put } from '../../src/domain/customer/defer.js'
import { addDays, type Day, weekOf } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import { putOffReply } from '../../src/messaging/cards/brief/put-off-card.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type PutOffCustomersDeps, putOffCustomers } from '../../src/usecases/contacts/put-off-customers.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { sayNotWritten } from '../handler.js'
import type { Session } from '../session.js'
import { type ChangeRequest, type CustomerChange, namesOf } from './flow.js'

/** A due contact put off to a day, or skipped this time with a reason, as its flow sees it. */
export function putOffChange(calendar: WorkingCalendar): CustomerChange {
  return {
    question(request, view) {
      const { customerIds } = request
      if (saidIn(request, view.today, calendar) !== undefined) return undefined
      const choices = choicesOf(view.today, view.locale, calendar)
      const name = wordingFor(view.locale).and(namesOf(customerIds, view))
      return {
        open: {
          kind: 'put-off',
          customers: customerIds,
          choices: choices.map(({ id, put }) => ({ id, put })),
        },
        say: { as: 'put-off', name, choices: choices.map(({ id, title }) => ({ id, title })) },
      }
    },

    understood(request, view) {
      const { locale, today } = view
      const own = deskWordsFor(locale).putOff
      const put = putOf(request, today, calendar)
      const names = namesOf(request.customerIds, view)
      if (put === undefined) return names
      return names.map((name) =>
        put.kind === 'snooze'
          ? own.understoodSnooze(name, describeDay(put.until, locale, today))
          : own.understoodSkip(name, put.reason),
      )
    },
  }
}

/** What the message says of itself; "not today" is until the next working day. */
function saidIn({ reading }: ChangeRequest, today: Day, calendar: WorkingCalendar): Put | undefined {
  const { when } = reading.slots
  if (when !== undefined && when.day > today) return { kind: 'snooze', until: when.day }
  const words = reading.asked?.putOff ?? { kind: 'later' }
  if (words.kind === 'today' || (when !== undefined && words.kind !== 'skip'))
    return { kind: 'snooze', until: calendar.next(today) }
  return words.kind === 'skip' && words.reason !== undefined
    ? { kind: 'skip', reason: words.reason }
    : undefined
}

function putOf(request: ChangeRequest, today: Day, calendar: WorkingCalendar): Put | undefined {
  const { answer } = request
  return answer !== undefined && 'put' in answer ? answer.put : saidIn(request, today, calendar)
}

function choicesOf(today: Day, locale: Locale, calendar: WorkingCalendar) {
  const { reasons, skipTitle } = deskWordsFor(locale).putOff
  const next = calendar.next(today)
  const nextWeek = calendar.next(weekOf(today).to)
  const weekAfter = calendar.next(addDays(weekOf(today).to, 7))
  return [
    ...[...new Set([next, nextWeek, weekAfter])].map((until) => ({
      id: until as string,
      title: describeDay(until, locale, today),
      put: { kind: 'snooze', until } as const,
    })),
    ...Object.entries(reasons).map(([id, reason]) => ({
      id,
      title: skipTitle(reason),
      put: { kind: 'skip', reason } as const,
    })),
  ]
}

export function putOffAct(deps: PutOffCustomersDeps & Pick<Deps, 'policy' | 'calendar'>, briefs: BriefCards) {
  const putOff = putOffCustomers(deps)
  return async (request: ChangeRequest, session: Session, changeId: string): Promise<void> => {
    const { manager, locale, today, at } = session
    const own = deskWordsFor(locale).putOff
    const put = putOf(request, today, deps.calendar)
    if (put === undefined) {
      await session.reply({ text: own.notLater })
      return
    }
    const { customerIds } = request
    const input = { changeId, managerId: manager.id, customerIds, put, today, at }
    const result = await putOff({ ...input, plainReason: own.plainReason })
    if (result.status !== 'written') return sayNotWritten(result, session)
    const { policy, calendar } = deps
    await session.reply(putOffReply({ changeId, putOff: result.results, policy, calendar, locale, today }))
    await briefs.refresh(session)
  }
}
