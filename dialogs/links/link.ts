import type { LinkType } from '../../src/domain/customer/link.js'
import { buttons, card, line, press } from '../../src/messaging/cards/parts/elements.js'
import { nameOf, shortName } from '../../src/messaging/cards/parts/names.js'
import { linkWordsFor } from '../../src/messaging/wording/customers/link-words.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { shows } from '../../src/ports/reply.js'
import { type LinkCustomersDeps, linkCustomers } from '../../src/usecases/customers/link-customers.js'
import type { BriefCards } from '../brief/brief-cards.js'
import { type ChangeRequest, type CustomerChange, namesOf } from '../changes/flow.js'
import type { Session } from '../session.js'

export const LINK = 'link'

/** What one customer is to another, as its flow sees it: first on whom it is kept, then the other. */
export const linkChange: CustomerChange = {
  question: () => undefined,
  understood(request, view) {
    const type = request.reading.asked?.bond?.type
    const [name, who] = namesOf(request.customerIds, view)
    if (type === undefined || name === undefined || who === undefined) return []
    const words = linkWordsFor(view.locale)
    return [words.understood(who, words.is[type], name)]
  },
}

/** Writes the link, and says whom to thank where somebody was introduced. */
export function linkAct(deps: LinkCustomersDeps, briefs: BriefCards) {
  const add = linkCustomers(deps)
  return async (
    { customerIds, reading }: ChangeRequest,
    session: Session,
    changeId: string,
  ): Promise<void> => {
    const type = reading.asked?.bond?.type
    const [customerId, otherId] = customerIds
    const words = linkWordsFor(session.locale)
    if (type === undefined || customerId === undefined)
      return void (await session.reply({ text: words.needTwo }))
    if (otherId === undefined) return void (await session.reply({ text: words.itself }))
    await writeLink(add, briefs, { customerId, otherId, type }, session, changeId)
  }
}

export async function writeLink(
  add: ReturnType<typeof linkCustomers>,
  briefs: BriefCards,
  bond: { readonly customerId: string; readonly otherId: string; readonly type: LinkType },
  session: Session,
  changeId: string,
): Promise<void> {
  const { manager, locale, ownLocale, today, at } = session
  const words = linkWordsFor(locale)
  const written = await add({
    changeId,
    managerId: manager.id,
    ...bond,
    thanks: (newcomer) => linkWordsFor(ownLocale).thanks(shortName(newcomer)),
    today,
    at,
  })
  switch (written.status) {
    case 'itself':
      return void (await session.reply({ text: words.itself }))
    case 'repeated':
      return void (await session.reply({ text: wordingFor(locale).doneBefore }))
    case 'not-in-book':
      return void (await session.reply({ text: words.notInBook(written.customerId) }))
    case 'known': {
      const text = words.known(shortName(written.other), words.is[bond.type], shortName(written.customer))
      return void (await session.reply({
        text,
        shows: shows('customers', [written.customer, written.other]),
      }))
    }
    case 'linked': {
      const { customer, other, promise } = written
      const lead = words.added(nameOf(other), words.is[bond.type], nameOf(customer))
      const thanks =
        promise?.on === undefined
          ? []
          : [words.thanksBy(shortName(other), describeDay(promise.on, locale, today))]
      const text = [lead, ...thanks].join('\n')
      await session.reply({
        text,
        summary: wordingFor(locale).intents['link.add'],
        data: { changeId },
        shows: shows('customers', [customer, other]),
        card: card(
          [
            line(lead, { weight: 'Bolder' }),
            ...thanks.map((one) => line(one)),
            buttons([press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId })]),
          ],
          text,
        ),
      })
      await briefs.refresh(session)
    }
  }
}
