import { ConversationState, type Storage, type TurnContext } from 'botbuilder'
import { type DialogContext, DialogSet, DialogTurnStatus } from 'botbuilder-dialogs'
import type { Conversation, Press, PressAnswer, Turn } from '../src/bot/conversation.js'
import { tierOf } from '../src/domain/cadence/cadence.js'
import { type Day, dayIn, timeIn } from '../src/domain/day.js'
import { LOCALES, type Locale } from '../src/domain/manager.js'
import { reportedErrand } from '../src/language/particulars/errand.js'
import { asksForQuiet } from '../src/language/particulars/stated-fact.js'
import type { Understanding } from '../src/language/understand.js'
import { inLocale, LOCALE_KEY } from '../src/messaging/cards/in-locale.js'
import type { Reply } from '../src/messaging/reply.js'
import { notReadLine } from '../src/messaging/wording/not-read-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { logContact } from '../src/usecases/log-contact.js'
import type { Clock } from '../src/usecases/ports.js'
import { showBrief } from '../src/usecases/show-brief.js'
import { updateCustomer } from '../src/usecases/update-customer.js'
import { AskLost } from './ask-lost.js'
import { AskMeeting } from './ask-meeting.js'
import { AskOutcome } from './ask-outcome.js'
import { AskPracticeLine } from './ask-practice-line.js'
import { AskPutOff } from './ask-put-off.js'
import { AskStep } from './ask-step.js'
import { AskWhen } from './ask-when.js'
import { createAttending } from './attending.js'
import { briefCards } from './brief-card.js'
import { ChangeCustomers } from './change-customers.js'
import { arrangeChange } from './changes/arrange.js'
import { putOffChange } from './changes/put-off.js'
import { updateChange } from './changes/update.js'
import { ChooseCustomer } from './choose-customer.js'
import { ChooseOpportunity } from './choose-opportunity.js'
import { Confirm } from './confirm.js'
import { createCorrecting } from './correcting.js'
import { DidYouMean } from './did-you-mean.js'
import { createExporting, type ExportingDeps } from './exporting.js'
import { ForCustomer } from './for-customer.js'
import { createShowPage, customerActs } from './handlers/customers.js'
import { createFinding } from './handlers/finding.js'
import type { HandlerDeps } from './handlers/handler.js'
import { createHandlers } from './handlers/handlers.js'
import { createObjections } from './handlers/objections.js'
import { createProducts } from './handlers/products.js'
import { createRebooking } from './handlers/rebooking.js'
import { handleOwnRequest } from './handlers/requests.js'
import { createScripts } from './handlers/scripts.js'
import { whyAct } from './handlers/why.js'
import { createHearing, localeOf } from './hearing.js'
import { AskFact, KnowCustomer } from './know-customer.js'
import { createLettingGo } from './letting-go.js'
import { createListening } from './listening.js'
import { LogContact, type LogContactDeps } from './log-contact.js'
import { createNotUnderstood } from './not-understood.js'
import { PauseBrief } from './pause-brief.js'
import { createPickCustomers } from './pick-customer.js'
import { Practice } from './practice.js'
import { createPresses, type PressHandler } from './presses.js'
import { createReadStep } from './read-step.js'
import { Rebook } from './rebook.js'
import { SalesProcess } from './sales-process.js'
import { beginSession, type Memory, type Session } from './session.js'
import { createSettings } from './settings.js'
import { createStandIn } from './stand-in.js'
import { createTakingBack } from './taking-back.js'
import { createThreads } from './thread.js'

export interface AssistantDeps extends HandlerDeps, ExportingDeps {
  readonly understanding: Understanding
  readonly clock: Clock
  /** Where a conversation stands between two turns. */
  readonly storage: Storage
  /** Brings a reply to the manager; gives the id of the message, where there is one. */
  readonly send: (context: TurnContext, reply: Reply) => Promise<string | undefined>
  /** Puts a reply in the place of a message; one that is gone stays gone. */
  readonly replace: (context: TurnContext, messageId: string, reply: Reply) => Promise<void>
  /** The message of the brief that was pushed on a day. */
  readonly pushedCardOf: (managerId: string, day: Day) => Promise<string | undefined>
  /** Told when the manager was shown the day's brief on joining. */
  readonly briefShown: (session: Pick<Session, 'manager' | 'today' | 'now' | 'at'>) => Promise<void>
}

/** The conversation with one manager: reads what is said, hands it to who can do it, and keeps the thread. */
export function createAssistant(deps: AssistantDeps): Conversation {
  const state = new ConversationState(deps.storage)
  const memoryOf = state.createProperty<Memory>('memory')
  const dialogSet = new DialogSet(state.createProperty('dialogs'))
  const hearing = createHearing(deps.books, deps.understanding)
  const threads = createThreads(deps.policy)
  const pick = createPickCustomers(deps)
  const listening = createListening(deps, hearing, threads, pick)
  const briefs = briefCards(showBrief(deps), deps.calendar, deps.branchOf, deps.pushedCardOf)
  const scripts = createScripts(deps)
  const objections = createObjections(deps)
  const showPage = createShowPage(deps)
  const own = {
    exporting: createExporting(deps),
    finding: createFinding(deps, showPage),
    products: createProducts(deps),
    settings: createSettings(deps),
    standIn: createStandIn(deps),
    takingBack: createTakingBack(deps, briefs),
  }
  const handlers = createHandlers(deps, briefs, scripts, objections, own)
  const rebooking = createRebooking(deps, hearing.readMoment)
  const correcting = createCorrecting(hearing, threads)
  const bookOf = (managerId: string) => deps.books.read(managerId)

  const notUnderstood = createNotUnderstood(hearing, threads, deps.unclear)
  const { finding } = own
  const attending = createAttending({
    handlers,
    bookOf,
    own: async (request) =>
      (await handleOwnRequest(deps, request)) ?? (await correcting(request)) ?? (await rebooking(request)),
    hearing,
    listening,
    threads,
    notUnderstood,
    finding,
  })
  const { interrupt } = attending
  const letGo = createLettingGo({ threads, bookOf })
  const presses: Readonly<Record<string, PressHandler>> = {
    ...createPresses(deps, showPage, briefs, scripts, objections, own),
    'read.as': async ({ data }, dialogs, session) => {
      const isKnown = await attending.readAs(data, dialogs, session)
      return isKnown ? { kind: 'none' } : { kind: 'line', text: wordingFor(session.locale).promptGone }
    },
  }

  const remembering: Pick<LogContactDeps, 'remember' | 'takeBack'> = {
    remember: threads.written,
    takeBack: async (changeId, session) => (await own.takingBack.byId(changeId, session)).text,
  }

  dialogSet
    .add(
      new LogContact({
        logContact: logContact(deps),
        ...remembering,
        written: briefs.refresh,
        bookOf,
        aboutOf: (text, { today }) => {
          const { fold, days } = deps.particulars()
          return reportedErrand(text, fold, today, days)
        },
        asksForQuiet: (text) => asksForQuiet(deps.particulars().fold(text)),
        policy: deps.policy,
        calendar: deps.calendar,
      }),
    )
    .add(
      new ChangeCustomers(
        {
          update: updateChange(deps, briefs),
          task: arrangeChange(deps, briefs, 'task'),
          appointment: arrangeChange(deps, briefs, 'appointment'),
          'put-off': putOffChange(deps, briefs),
        },
        remembering,
      ),
    )
    .add(new DidYouMean(attending.withChosen))
    .add(new PauseBrief(own.settings))
    .add(new Rebook({ ...deps, written: briefs.refresh }))
    .add(new AskMeeting({ books: deps.books, readMoment: hearing.readMoment }, interrupt))
    .add(new SalesProcess({ ...deps, written: briefs.refresh }))
    .add(
      new AskStep({ ...deps, readStep: createReadStep(deps, hearing), yesOrNo: hearing.yesOrNo }, interrupt),
    )
    .add(new ChooseOpportunity({ bookOf, playbooks: deps.playbooks }, interrupt))
    .add(new AskLost({ read: hearing.read }, interrupt))
    .add(new KnowCustomer({ update: updateCustomer(deps), written: briefs.refresh }))
    .add(
      new AskFact(
        {
          bookOf,
          read: hearing.read,
          fold: (text) => deps.particulars().fold(text),
          asks: (text) => deps.sale()(text).asks === true,
        },
        interrupt,
      ),
    )
    .add(new Practice(deps))
    .add(new AskPracticeLine({ ...deps, read: hearing.read }, interrupt))
    .add(
      new ForCustomer({
        script: scripts.forCustomer,
        objection: objections.answer,
        match: own.products.whatFor,
        why: whyAct(deps),
        ...customerActs(showPage),
      }),
    )
    .add(
      new ChooseCustomer(
        {
          bookOf,
          tierOf: (customer) => tierOf(customer, deps.policy),
          whoIsMeant: hearing.whoIsMeant,
          meantInstead: hearing.meantInstead,
          yesOrNo: hearing.yesOrNo,
          pick,
        },
        interrupt,
      ),
    )
    .add(new AskOutcome({ bookOf, readReport: hearing.readReport }, interrupt))
    .add(
      new AskWhen(
        { readMoment: hearing.readMoment, nextWorkingDay: (after) => deps.calendar.next(after) },
        interrupt,
      ),
    )
    .add(
      new AskPutOff(
        {
          readMoment: hearing.readMoment,
          isPlain: hearing.isPlain,
          nextWorkingDay: (after) => deps.calendar.next(after),
        },
        interrupt,
      ),
    )
    .add(new Confirm(hearing.yesOrNo, hearing.meantInstead, interrupt))

  async function sessionFor(turn: Turn, press?: Press): Promise<Session> {
    const { manager, text, context } = turn
    const instant = deps.clock.now()
    const { timeZone } = manager
    const { replyToId } = context.activity
    const who = { manager, today: dayIn(timeZone, instant), now: timeIn(timeZone, instant) }
    const memory = await memoryOf.get(context, {})
    const isSaid = press === undefined && text !== ''
    const spoken = isSaid ? localeOf(await hearing.read(text, who)) : undefined
    const pressed = LOCALES.find((one) => one === press?.data[LOCALE_KEY])
    const heard = spoken ?? pressed
    if (heard !== undefined) memory.locale = heard
    const request = isSaid ? deps.requests().request(text) : undefined
    const session: Session = {
      ...who,
      turnId: press?.key ?? turn.id,
      locale: memory.locale ?? turn.locale,
      ownLocale: turn.locale,
      at: instant.toISOString(),
      text,
      ...(request === undefined ? {} : { request }),
      ...(press === undefined ? {} : { press }),
      ...(press === undefined || replyToId === undefined ? {} : { cardId: replyToId }),
      memory,
      async reply(reply) {
        if (reply.shows !== undefined) threads.shown(reply.shows, session)
        return deps.send(context, inLanguage(reply, session.locale))
      },
      replace: (messageId, reply, locale) =>
        deps.replace(context, messageId, inLanguage(reply, locale ?? session.locale)),
    }
    threads.turn(session)
    beginSession(context, session)
    return session
  }

  async function withDialogs<T>(turn: Turn, work: (dialogs: DialogContext) => Promise<T>): Promise<T> {
    const dialogs = await dialogSet.createContext(turn.context)
    // What an earlier version left open and this one does not know is let go.
    const unknown = dialogs.stack.findIndex(({ id }) => dialogSet.find(id) === undefined)
    if (unknown >= 0) dialogs.stack.splice(unknown)
    const result = await work(dialogs)
    await state.saveChanges(turn.context)
    return result
  }

  return {
    async onMessage(turn) {
      const session = await sessionFor(turn)
      const failures = await withDialogs(turn, async (dialogs) => {
        if (await SalesProcess.beginAnew(dialogs)) return []
        await letGo(dialogs, session)
        const { status } = await dialogs.continueDialog()
        if (status !== DialogTurnStatus.empty) return attending.goOn(dialogs, session)
        return session.text === '' ? [] : attending.message(dialogs, session)
      })
      if (failures.length > 0) throw failures[0]
    },

    async onPress(turn, press): Promise<PressAnswer> {
      const session = await sessionFor(turn, press)
      const handler = Object.hasOwn(presses, press.verb) ? presses[press.verb] : undefined
      if (handler === undefined) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      return withDialogs(turn, async (dialogs) => {
        const answer = await handler(press, dialogs, session)
        const [failure] = await attending.goOn(dialogs, session)
        if (failure !== undefined) throw failure
        return answer.kind === 'card' ? { ...answer, card: inLocale(answer.card, session.locale) } : answer
      })
    },

    async onNotRead({ context, locale, text }, what) {
      const { locale: spoken = locale } = await memoryOf.get(context, {})
      await deps.send(context, { text: notReadLine(what, text !== '', spoken) })
    },

    async onJoin(turn) {
      const session = await sessionFor(turn)
      const { manager, locale, today } = session
      await session.reply({ text: wordingFor(locale).welcome(manager.name) })
      await briefs.show(session, today)
      await deps.briefShown(session)
      await state.saveChanges(turn.context)
    },
  }
}

function inLanguage(reply: Reply, locale: Locale): Reply {
  return reply.card === undefined ? reply : { ...reply, card: inLocale(reply.card, locale) }
}
