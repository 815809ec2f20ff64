import { findCustomer } from '../../src/domain/book.js'
import type { Put } from '../../src/domain/customer/defer.js'
import { putOffWords } from '../../src/language/particulars/put-off-words.js'
import { shortName } from '../../src/messaging/cards/names.js'
import { putOffReply } from '../../src/messaging/cards/put-off-card.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import { describeDay } from '../../src/messaging/wording/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { putOffCustomers } from '../../src/usecases/put-off-customers.js'
import { AskPutOff } from '../ask-put-off.js'
import type { BriefCards } from '../brief-card.js'
import type { ChangeRequest, CustomerChange } from '../change-customers.js'
import type { HandlerDeps } from '../handlers/handler.js'

/** A due contact put off to a day, or skipped this time with a reason. */
export function putOffChange(deps: HandlerDeps, briefs: BriefCards): CustomerChange {
  const putOff = putOffCustomers(deps)

  const namesOf = async ({ session, customerIds }: ChangeRequest) => {
    const book = await deps.books.read(session.manager.id)
    return customerIds.map((id) => shortName(findCustomer(book, id) ?? { name: id }))
  }

  /** What the message says of itself; "not today" is until the next working day. */
  const saidIn = ({ reading, session }: ChangeRequest): Put | undefined => {
    const { when } = reading.slots
    if (when !== undefined && when.day > session.today) return { kind: 'snooze', until: when.day }
    const names = (reading.mentions ?? []).map((m) => m.text)
    const words = putOffWords(deps.particulars().fold(reading.text), names)
    if (words.kind === 'today' || (when !== undefined && words.kind !== 'skip'))
      return { kind: 'snooze', until: deps.calendar.next(session.today) }
    return words.kind === 'skip' && words.reason !== undefined
      ? { kind: 'skip', reason: words.reason }
      : undefined
  }

  // The question before this ends with AskPutOff's own kind of answer.
  const putOf = (request: ChangeRequest) => (request.answer as Put | undefined) ?? saidIn(request)

  return {
    async question(request) {
      if (saidIn(request) !== undefined) return undefined
      const name = wordingFor(request.session.locale).and(await namesOf(request))
      return { dialog: AskPutOff.id, options: { name } }
    },

    async understood(request) {
      const { locale, today } = request.session
      const own = deskWordsFor(locale).putOff
      const put = putOf(request)
      const names = await namesOf(request)
      if (put === undefined) return names
      return names.map((name) =>
        put.kind === 'snooze'
          ? own.understoodSnooze(name, describeDay(put.until, locale, today))
          : own.understoodSkip(name, put.reason),
      )
    },

    async write(request, changeId) {
      const { session, customerIds } = request
      const { manager, locale, today, at } = session
      const words = wordingFor(locale)
      const put = putOf(request)
      const own = deskWordsFor(locale).putOff
      if (put === undefined) {
        await session.reply({ text: own.notLater })
        return
      }
      const input = { changeId, managerId: manager.id, customerIds, put, today, at }
      const result = await putOff({ ...input, plainReason: own.plainReason })
      if (result.status === 'not-in-book') {
        await session.reply({ text: words.noCustomer(result.customerIds.join(', ')) })
        return
      }
      if (result.status === 'repeated') {
        await session.reply({ text: words.doneBefore })
        return
      }
      const { policy, calendar } = deps
      await session.reply(putOffReply({ changeId, putOff: result.results, policy, calendar, locale, today }))
      await briefs.refresh(session)
    },
  }
}
