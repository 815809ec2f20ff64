import type { View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import type { AgreementToMake } from '../../src/domain/customer/agree.js'
import type { Moment } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import { arrangedReply } from '../../src/messaging/cards/meetings/arranged-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { linkWordsFor } from '../../src/messaging/wording/customers/link-words.js'
import { describeMoment } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { shows } from '../../src/ports/reply.js'
import { type AddAgreementDeps, addAgreement } from '../../src/usecases/meetings/add-agreement.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { sayNotWritten } from '../handler.js'
import { whenQuestion } from '../questions/questions.js'
import type { Session } from '../session.js'
import { type ChangeRequest, type CustomerChange, namesOf } from './flow.js'

type As = 'task' | 'appointment'

/** A reminder (`task`) or a booking of the manager's own, as its flow sees it. */
export function arrangeChange(as: As, calendar: WorkingCalendar): CustomerChange {
  return {
    question({ reading, customerIds }, view) {
      const said = reading.slots.when
      if (said !== undefined && isAhead(said, view)) return undefined
      const words = deskWordsFor(view.locale).arrange
      const { contact, and } = wordingFor(view.locale)
      const name = and(namesOf(customerIds, view))
      const isRepeated = reading.asked?.repeats === true
      const text = isRepeated
        ? words.once(name)
        : said !== undefined
          ? words.past
          : as === 'task'
            ? words.whenRemind(name)
            : contact.whenMeeting(name)
      return whenQuestion({ text, customers: customerIds, dayNeeded: true }, view, calendar)
    },

    when: momentOf,

    understood(request, view) {
      const { locale, today } = view
      const own = deskWordsFor(locale).arrange
      const when = momentOf(request)
      const names = namesOf(request.customerIds, view)
      if (when === undefined) return names
      const { kind, about } = agreementOf(as, request, when)
      const what = [own.kinds[kind], ...(about === undefined ? [] : [about])].join(' · ')
      return names.map((name) => own.understood(name, what, describeMoment(when, locale, today)))
    },
  }
}

/** Writes the reminder or the booking, and shows what it clashes with. */
export function arrangeAct(as: As, deps: AddAgreementDeps & Pick<Deps, 'calendar'>, briefs: BriefCards) {
  const add = addAgreement(deps)
  return async (request: ChangeRequest, session: Session, changeId: string): Promise<void> => {
    const { manager, locale, today, at } = session
    const when = momentOf(request)
    if (when === undefined) {
      await session.reply({ text: deskWordsFor(locale).arrange.cancelled })
      return
    }
    const { written, clashes } = await add({
      changeId,
      managerId: manager.id,
      customerIds: request.customerIds,
      agreement: agreementOf(as, request, when),
      today,
      at,
    })
    if (written.status !== 'written') return sayNotWritten(written, session)
    const { calendar } = deps
    await session.reply(arrangedReply({ changeId, added: written.results, clashes, calendar, locale, today }))
    if (as === 'appointment') await proposePeople(deps, request, session)
    await briefs.refresh(session)
  }
}

/** A visit to a company: who of its people could be met there as well (Handbook §8.4). */
async function proposePeople(
  { books }: Pick<AddAgreementDeps, 'books'>,
  { customerIds }: ChangeRequest,
  { manager, locale, reply }: Session,
): Promise<void> {
  const book = await books.read(manager.id)
  const words = linkWordsFor(locale)
  const people = customerIds.flatMap((id) =>
    (findCustomer(book, id)?.links ?? []).flatMap(({ type, otherId }) => {
      const other = findCustomer(book, otherId)
      const isThere = type === 'owner' || type === 'legal-representative' || type === 'finance'
      return other === undefined || !isThere || customerIds.includes(otherId)
        ? []
        : [{ customer: other, said: `${shortName(other)} (${words.is[type]})` }]
    }),
  )
  if (people.length === 0) return
  const text = `${words.meetThere}: ${wordingFor(locale).and(people.map(({ said }) => said))}`
  await reply({ text, shows: shows('customers', people) })
}

function agreementOf(as: As, { reading }: ChangeRequest, when: Moment): AgreementToMake {
  const { errand, isCall } = reading.asked ?? {}
  const { amount } = reading.slots
  const yuan = amount?.min ?? amount?.max
  return {
    kind: as === 'appointment' && isCall === true ? 'callback' : as,
    when,
    ...(errand === undefined ? {} : { about: errand }),
    ...(yuan === undefined ? {} : { amountFen: fenOfYuan(yuan) }),
    ...(amount?.currency === undefined ? {} : { currency: amount.currency }),
  }
}

/** The moment that was said or answered; a bare day may be today. */
function momentOf({ reading, answer }: ChangeRequest): Moment | undefined {
  const answered = answer !== undefined && 'moment' in answer ? answer.moment : undefined
  return answered ?? reading.slots.when
}

function isAhead({ day, time }: Moment, { today, now }: Pick<View, 'today' | 'now'>): boolean {
  return day > today || (day === today && (time === undefined || time > now))
}
