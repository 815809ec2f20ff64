import { findCustomer } from '../../src/domain/book.js'
import type { AgreementToMake } from '../../src/domain/customer/agree.js'
import type { Moment } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { errandOf } from '../../src/language/particulars/errand.js'
import { arrangedReply } from '../../src/messaging/cards/arranged-card.js'
import { shortName } from '../../src/messaging/cards/names.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import { describeMoment } from '../../src/messaging/wording/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { addAgreement } from '../../src/usecases/add-agreement.js'
import { AskWhen, type AskWhenOptions, type When } from '../ask-when.js'
import type { BriefCards } from '../brief-card.js'
import type { ChangeRequest, CustomerChange } from '../change-customers.js'
import type { HandlerDeps } from '../handlers/handler.js'
import type { Session } from '../session.js'

/** A reminder (`task`) or a booking of the manager's own. */
export function arrangeChange(
  deps: HandlerDeps,
  briefs: BriefCards,
  as: 'task' | 'appointment',
): CustomerChange {
  const add = addAgreement(deps)

  const namesOf = async ({ session, customerIds }: ChangeRequest) => {
    const book = await deps.books.read(session.manager.id)
    return customerIds.map((id) => shortName(findCustomer(book, id) ?? { name: id }))
  }

  const agreementOf = (request: ChangeRequest, when: Moment): AgreementToMake => {
    const { reading, session } = request
    const { fold, days } = deps.particulars()
    const booking = as === 'appointment'
    const folded = fold(reading.text)
    const names = reading.mentions ?? []
    const about = errandOf(reading.text, folded, session.today, days, { booking, names })
    const { amount } = reading.slots
    const yuan = amount?.min ?? amount?.max
    return {
      kind: booking && IS_CALL.test(folded) ? 'callback' : as,
      when,
      ...(about === '' ? {} : { about }),
      ...(yuan === undefined ? {} : { amountFen: fenOfYuan(yuan) }),
      ...(amount?.currency === undefined ? {} : { currency: amount.currency }),
    }
  }

  return {
    async question(request) {
      const { reading, session } = request
      const said = reading.slots.when
      if (said !== undefined && isAhead(said, session)) return undefined
      const words = deskWordsFor(session.locale).arrange
      const name = wordingFor(session.locale).and(await namesOf(request))
      const question = said !== undefined ? words.past : as === 'task' ? words.whenRemind(name) : undefined
      const options: AskWhenOptions = {
        name,
        meeting: true,
        dayNeeded: true,
        ...(question === undefined ? {} : { question }),
      }
      return { dialog: AskWhen.id, options }
    },

    async understood(request) {
      const { session } = request
      const { locale, today } = session
      const own = deskWordsFor(locale).arrange
      const when = momentOf(request)
      const names = await namesOf(request)
      if (when === undefined) return names
      const { kind, about } = agreementOf(request, when)
      const what = [own.kinds[kind], ...(about === undefined ? [] : [about])].join(' · ')
      return names.map((name) => own.understood(name, what, describeMoment(when, locale, today)))
    },

    async write(request, changeId) {
      const { session, customerIds } = request
      const { manager, locale, today, at } = session
      const words = wordingFor(locale)
      const when = momentOf(request)
      if (when === undefined) {
        await session.reply({ text: deskWordsFor(locale).arrange.cancelled })
        return
      }
      const agreement = agreementOf(request, when)
      const { written, clashes } = await add({
        changeId,
        managerId: manager.id,
        customerIds,
        agreement,
        today,
        at,
      })
      if (written.status === 'not-in-book') {
        await session.reply({ text: words.noCustomer(written.customerIds.join(', ')) })
        return
      }
      if (written.status === 'repeated') {
        await session.reply({ text: words.doneBefore })
        return
      }
      const { calendar } = deps
      await session.reply(
        arrangedReply({ changeId, added: written.results, clashes, calendar, locale, today }),
      )
      await briefs.refresh(session)
    },
  }
}

const IS_CALL = /打(?:个|一个)?电话|回(?:个)?电|通(?:个)?电话|(?<![a-z])(?:call|phone|ring)(?![a-z])/

/** The moment that was said or answered; a bare day may be today. */
function momentOf({ reading, answer }: ChangeRequest): Moment | undefined {
  // The question before this ends with AskWhen's own kind of answer.
  return (answer as When | undefined)?.moment ?? reading.slots.when
}

function isAhead({ day, time }: Moment, { today, now }: Session): boolean {
  return day > today || (day === today && (time === undefined || time > now))
}
