import type { DialogContext } from 'botbuilder-dialogs'
import type { Press, PressAnswer } from '../src/bot/conversation.js'
import { findCustomer } from '../src/domain/book.js'
import { isToldField } from '../src/domain/customer/completeness.js'
import { parseDay } from '../src/domain/day.js'
import { OCCUPATIONS } from '../src/domain/playbook/occupation.js'
import type { PracticeTopic } from '../src/domain/playbook/practice.js'
import { noticeCard } from '../src/messaging/cards/notice-card.js'
import { whichPracticeReply } from '../src/messaging/cards/practice-card.js'
import { ANSWER_VERB } from '../src/messaging/cards/question-cards.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { agreementPresses } from './agreement-presses.js'
import type { BriefCards } from './brief-card.js'
import { briefPresses } from './brief-presses.js'
import { customerPresses } from './customer-presses.js'
import { exportPresses } from './export-presses.js'
import type { Exporting } from './exporting.js'
import type { ShowPage } from './handlers/customers.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { Objections } from './handlers/objections.js'
import type { Products } from './handlers/products.js'
import { parseTopic, type Scripts, topicId } from './handlers/scripts.js'
import { KnowCustomer } from './know-customer.js'
import { LogContact } from './log-contact.js'
import { Practice } from './practice.js'
import { SalesProcess } from './sales-process.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'
import { settingsPresses } from './settings-presses.js'
import type { StandIn } from './stand-in.js'
import type { TakingBack } from './taking-back.js'

export type PressHandler = (press: Press, dialogs: DialogContext, session: Session) => Promise<PressAnswer>

const NOTHING: PressAnswer = { kind: 'none' }

/** What each button of a card does. Its data comes from outside: ids are looked up in the manager's own book. */
export function createPresses(
  deps: HandlerDeps,
  showPage: ShowPage,
  briefs: BriefCards,
  scripts: Scripts,
  objections: Objections,
  own: {
    readonly exporting: Exporting
    readonly products: Products
    readonly settings: Settings
    readonly standIn: StandIn
    readonly takingBack: TakingBack
  },
): Readonly<Record<string, PressHandler>> {
  return {
    ...briefPresses(deps, briefs),
    ...customerPresses(deps, showPage, own.products, briefs),
    ...agreementPresses(deps, briefs),
    ...exportPresses(own.exporting),
    ...settingsPresses(own.settings, own.standIn, own.takingBack),

    [ANSWER_VERB]: async (_press, dialogs, session) => {
      if (dialogs.activeDialog === undefined)
        return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await dialogs.continueDialog()
      return NOTHING
    },

    'brief.page': async ({ data }, _dialogs, session) => {
      const day = parseDay(String(data['day'])) ?? session.today
      return { kind: 'card', card: await briefs.turnTo(session, day, Number(data['page']) || 0) }
    },

    'script.show': async ({ data }, _dialogs, session) => {
      const topic = parseTopic(data['topic'])
      const about = topic === undefined ? {} : { topic: topicId(topic) }
      await scripts.forCustomer(String(data['customerId']), about, session)
      return NOTHING
    },

    'objection.show': async ({ data }, _dialogs, session) => {
      const { customerId, ...about } = data
      const texts = Object.fromEntries(Object.entries(about).map(([name, value]) => [name, String(value)]))
      await objections.answer(customerId === undefined ? undefined : String(customerId), texts, session)
      return NOTHING
    },

    'sales.start': async ({ data }, dialogs) => {
      const { productId } = data
      const about = typeof productId === 'string' ? { productId } : {}
      await dialogs.beginDialog(SalesProcess.id, {
        said: '',
        candidates: [String(data['customerId'])],
        ...about,
      })
      return NOTHING
    },

    'script.topic': async ({ data }, _dialogs, session) => {
      const topic = parseTopic(data['topic'])
      if (topic === undefined) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await scripts.forTopic(
        topic,
        session,
        OCCUPATIONS.find((one) => one === data['occupation']),
      )
      return NOTHING
    },

    'practice.start': async ({ data }, dialogs, session) => {
      const topic = parseTopic(data['topic'])
      const round = Number(data['round']) || 0
      if (topic?.kind !== 'objection' && topic?.kind !== 'first-call')
        return { kind: 'line', text: wordingFor(session.locale).promptGone }
      // `parseTopic` gives a situation of its kind.
      await Practice.begin(dialogs, { topic: topic as PracticeTopic, round, locale: session.locale })
      return NOTHING
    },

    'know.ask': async ({ data }, dialogs, session) => {
      const field = String(data['field'])
      if (!isToldField(field)) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await dialogs.beginDialog(KnowCustomer.id, { customerId: String(data['customerId']), field })
      return NOTHING
    },

    'practice.which': async (_press, _dialogs, session) => {
      await session.reply(whichPracticeReply(session.locale))
      return NOTHING
    },

    'contact.log': async ({ data }, dialogs, session) => {
      const customerId = String(data['customerId'])
      const customer = findCustomer(await deps.books.read(session.manager.id), customerId)
      if (customer === undefined)
        return { kind: 'line', text: wordingFor(session.locale).noCustomer(customerId) }
      await dialogs.beginDialog(LogContact.id, { customerId })
      return NOTHING
    },

    undo: async ({ data }, _dialogs, session) => {
      const { done, text } = await own.takingBack.byId(String(data['changeId']), session)
      return done ? { kind: 'card', card: noticeCard(text) } : { kind: 'line', text }
    },
  }
}
