import { findCustomer } from '../../src/domain/book.js'
import { OBJECTIONS } from '../../src/domain/customer/contact.js'
import { PRODUCT_KINDS } from '../../src/domain/ledger/holding.js'
import { nextMaturity } from '../../src/domain/ledger/next-maturity.js'
import { objectionAnswers } from '../../src/domain/playbook/objection-answers.js'
import { objectionReply, whichObjectionReply } from '../../src/messaging/cards/sales/objection-card.js'
import { bracketedValues } from '../../src/messaging/wording/days/bracketed.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type About, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import type { Session } from '../session.js'
import { rememberSaid, saidBefore } from './said-lines.js'

/** Answers to what a customer objects. */
export function objectionHandlers(objections: Objections): Handlers {
  return {
    async 'objection.handle'(request) {
      const { session, reading } = request
      const { customers = [], productKinds } = reading.slots
      const { objection, repeated } = reading.asked ?? {}
      const about: About = {
        ...(objection === undefined ? {} : { objection }),
        ...(productKinds?.[0] === undefined ? {} : { productKind: productKinds[0] }),
        ...(repeated === true ? { repeated: 'yes' } : {}),
      }
      if (customers.length === 0) {
        await objections.answer(undefined, about, session)
        return undefined
      }
      return forCustomer('objection', reading, about)
    },
  }
}

export interface Objections {
  /** Answers one objection (`about.objection`), of one customer where one is named; asks which where it is not clear. */
  answer(customerId: string | undefined, about: About, session: Session): Promise<void>
}

export function createObjections(deps: Pick<Deps, 'books' | 'journal' | 'policy' | 'playbooks'>): Objections {
  return {
    async answer(customerId, about, session) {
      const { manager, locale, today, at } = session
      const customer =
        customerId === undefined ? undefined : findCustomer(await deps.books.read(manager.id), customerId)
      if (customerId !== undefined && customer === undefined) {
        await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
        return
      }
      const objection = OBJECTIONS.find((one) => one === about['objection'])
      if (objection === undefined) {
        const kept = customerId === undefined ? {} : { customerId }
        await session.reply(whichObjectionReply({ ...about, ...kept }, locale))
        return
      }
      const productKind = PRODUCT_KINDS.find((one) => one === about['productKind'])
      const key = customerId ?? `objection/${objection}`
      const maturing = customer && nextMaturity(customer, deps.policy, today)
      const answers = objectionAnswers(deps.playbooks()[locale], {
        objection,
        repeated: about['repeated'] !== undefined,
        values:
          customer === undefined
            ? bracketedValues(locale)
            : lineValues(
                { customer, manager, ...(maturing === undefined ? {} : { sum: maturing }) },
                locale,
                today,
              ),
        lastUsed: saidBefore(key, session),
        today,
        ...(customer === undefined ? {} : { customer }),
        ...(productKind === undefined ? {} : { productKind }),
      })
      const ids = [...answers.answers, ...(answers.question === undefined ? [] : [answers.question])].map(
        ({ line }) => line.id,
      )
      await deps.journal.append({
        at,
        managerId: manager.id,
        act: 'objection.handle',
        ...(customerId === undefined ? {} : { customerIds: [customerId] }),
        detail: [objection, ...ids].join(' '),
      })
      rememberSaid(key, ids, session)
      await session.reply(
        objectionReply({
          answers,
          locale,
          ...(customer === undefined ? {} : { customer }),
          ...(productKind === undefined ? {} : { productKind }),
        }),
      )
    },
  }
}
