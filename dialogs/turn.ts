import { decide } from '../src/conversation/confirmation.js'
import { answer, askAgain, begin, known, leave, type Runner } from '../src/conversation/engine.js'
import { expire } from '../src/conversation/expire.js'
import type { Question, View } from '../src/conversation/flow.js'
import {
  afterQuestion,
  afterShown,
  afterWrite,
  isFresh,
  kept,
  offeredJustNow,
  recall,
  wroteLast,
} from '../src/conversation/focus.js'
import { pressedAnswer } from '../src/conversation/pressed.js'
import { type ConversationState, type OpenFlow, parseState } from '../src/conversation/state.js'
import { writtenOf, writtenThings } from '../src/conversation/written-things.js'
import type { Book } from '../src/domain/book.js'
import { dayIn, timeIn } from '../src/domain/day.js'
import { LOCALES, type Locale } from '../src/domain/manager/manager.js'
import type { Command, Context } from '../src/language/context.js'
import { INTENTS, isQuestion, isWrite, rowOf } from '../src/language/intents.js'
import { createInterpreter, frameOf, type InterpretTools } from '../src/language/interpret.js'
import type { Reading } from '../src/language/reading.js'
import { inLocale, LOCALE_KEY } from '../src/messaging/cards/parts/in-locale.js'
import { ANSWER_VERB } from '../src/messaging/cards/questions/question-cards.js'
import { customersShown } from '../src/messaging/customers-shown.js'
import { teamWordsFor } from '../src/messaging/wording/team/team-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { breathe } from '../src/ports/breathe.js'
import type { Press, PressAnswer, Turn } from '../src/ports/conversation.js'
import type { Clock, Conversations } from '../src/ports/ports.js'
import type { Reply } from '../src/ports/reply.js'
import { keepersOf } from '../src/usecases/branch/seen-books.js'
import type { Capabilities, CapabilityDeps } from './capabilities.js'
import { LOG_CONTACT } from './contacts/flow.js'
import { DID_YOU_MEAN, type DidYouMeanInput } from './customers/did-you-mean.js'
import { type Begin, gone, NOTHING } from './handler.js'
import { pagedSession, pagedTo } from './lists/paged.js'
import type { createPeople } from './people-of.js'
import { PRACTICE } from './practice/flow.js'
import { drawQuestion, type Say } from './questions/questions.js'
import { SALE } from './sales/flow.js'
import type { Session } from './session.js'
import { sayNotUnderstood } from './talk/not-understood.js'
import { managersByCustomer, ofColleague, whoseBook } from './team/whose-book.js'
import type { TurnJournal } from './turn-journal.js'

export interface TurnDeps extends CapabilityDeps {
  /** What messages are read with, made ready when the first one comes. */
  readonly tools: () => InterpretTools
  readonly clock: Clock
  /** Where each conversation stands between two turns. */
  readonly conversations: Conversations
  readonly turnJournal: TurnJournal
}

export interface OpenTurn {
  readonly session: Session
  hear(text: string): Promise<void>
  press(press: Press): Promise<PressAnswer>
  /** Keeps where the conversation stands now, and puts on record who was shown. */
  keep(): Promise<void>
}

/** Longer than what anybody says of a round of calls; a letter that was pasted is not read. */
const LONGEST = 1_500

/** A sale, or a practised call, is let go for another of its kind: its place is kept elsewhere, or nowhere. */
const ONE_AT_A_TIME: ReadonlySet<string> = new Set([SALE, PRACTICE])

/** What is told again of the same customers takes the place of what was only shown. */
const OVERTAKEN: ReadonlySet<string> = new Set([LOG_CONTACT, 'task', 'appointment'])

interface Step {
  readonly command: Command
  readonly turnId: string
}

/** One turn over the state of its conversation: what is said is read once, done in order, and what is open is kept. */
export async function openTurn(
  deps: TurnDeps,
  { flows, handlers, buttons, acts, finding, amend, drawStep }: Capabilities,
  peopleOf: ReturnType<typeof createPeople>,
  turn: Turn,
  pressed?: Press,
): Promise<OpenTurn> {
  const { manager, chat } = turn
  const instant = deps.clock.now()
  const today = dayIn(manager.timeZone, instant)
  const now = timeIn(manager.timeZone, instant)
  const at = instant.toISOString()
  const moment = { at, day: today }
  const { thread: freshness } = deps.policy
  const before = parseState(await deps.conversations.read(chat.key), manager.id)
  const memory = { ...before.memory }
  const colleagues = keepersOf(deps.managers, manager.branchId).filter(({ id }) => id !== manager.id)
  let state: ConversationState = { ...before, turn: before.turn + 1 }
  const when = { ...moment, turn: state.turn }
  /** Ids of the questions that were put in this turn. */
  const asked = new Set<string>()
  const saidNow: Parameters<typeof customersShown>[0][] = []
  deps.turnJournal.begin(manager.id)
  let isChanged = false
  /** Customers of whom something was written in this turn. */
  const wroteOf = new Set<string>()
  let locale = memory.locale ?? turn.locale
  speak(LOCALES.find((one) => one === pressed?.data[LOCALE_KEY]))

  const session = sessionWith(pressed?.key ?? turn.id)

  function sessionWith(turnId: string): Session {
    return {
      turnId,
      manager,
      bookId: manager.id,
      get locale() {
        return locale
      },
      ownLocale: turn.locale,
      today,
      now,
      at,
      ...(pressed === undefined ? {} : { press: pressed }),
      ...(pressed === undefined || chat.cardId === undefined ? {} : { cardId: chat.cardId }),
      memory,
      fileWay: () => chat.fileWay(),
      async reply(reply) {
        const isOfBranch = manager.role === 'head' && reply.named !== undefined
        const names = isOfBranch ? await managersByCustomer(manager.branchId, deps) : undefined
        if (reply.shows !== undefined) state = { ...state, focus: afterShown(state, reply.shows, moment) }
        const said = names === undefined ? reply : (reply.named?.((id) => names.get(id)) ?? reply)
        saidNow.push(said)
        return chat.send(inLanguage(withoutNaming(said), locale))
      },
      replace(messageId, reply, of) {
        saidNow.push(reply)
        return chat.replace(messageId, inLanguage(reply, of ?? locale))
      },
    }
  }

  function speak(spoken: Locale | undefined): void {
    if (spoken === undefined) return
    locale = spoken
    memory.locale = spoken
  }

  /** The language asked for in answers, as long as it is the one that is set. */
  async function answersIn(): Promise<Locale | undefined> {
    const set = (await deskOf()).settings.locale ?? manager.locale
    return memory.answersIn === set ? set : undefined
  }

  const bookOf = () => deps.books.read(manager.id)
  const deskOf = () => deps.desks.read(manager.id)
  const viewOf = async (): Promise<View> => ({ manager, locale, today, now, book: await bookOf() })
  const setStack = (stack: readonly OpenFlow[]) => {
    state = { ...state, stack }
  }

  function runnerFor(of: Session): Runner {
    return {
      view: viewOf,
      async act(act, input, changeId) {
        // The wish that waited for the choice of a name.
        if (act === DID_YOU_MEAN) return doWish(input as Reading, of)
        const does = acts[act]
        if (does === undefined) throw new Error(`nobody does ${act}`)
        return writing(() => does(input as never, of, changeId)) // each act is given what its own flow made
      },
      async ask(question: Question, promptId) {
        asked.add(promptId)
        await of.reply(await draw(question, promptId, of))
      },
      say: async (text) => void (await of.reply({ text })),
    }
  }

  async function draw(question: Question, promptId: string, of: Session): Promise<Reply> {
    const say = question.say as Say // made by the flows of the same program
    return say.as === 'step'
      ? drawStep(promptId, say, of)
      : drawQuestion(promptId, say, await viewOf(), deps.policy)
  }

  /** Does something, and remembers what it wrote. */
  async function writing<R>(work: () => Promise<R>): Promise<R> {
    const [book, desk] = [await bookOf(), await deskOf()]
    const result = await work()
    const [after, deskAfter] = [await bookOf(), await deskOf()]
    if (after === book && deskAfter === desk) return result
    isChanged = true
    const old = new Set(book.changes.map(({ id }) => id))
    const fresh = after.changes.filter((change) => !change.undone && !old.has(change.id))
    const setting = deskAfter.settingsChange
    const isSet = setting !== undefined && setting.id !== desk.settingsChange?.id
    if (fresh.length > 0 || isSet) {
      const customerIds = fresh.flatMap(writtenOf)
      for (const id of customerIds) wroteOf.add(id)
      const ids = [...fresh.map(({ id }) => id), ...(isSet ? [setting.id] : [])]
      state = { ...state, focus: afterWrite(state, ids, customerIds, moment) }
    }
    return result
  }

  async function start({ flow, input }: Begin, of: Session): Promise<void> {
    const stack = ONE_AT_A_TIME.has(flow) ? state.stack.filter((open) => open.flow !== flow) : state.stack
    setStack(await begin(stack, flow, input, of.turnId, when, flows, runnerFor(of)))
  }

  async function doWish(reading: Reading, of: Session): Promise<void> {
    const guess = reading.mentions?.find((m) => m.customers.length === 0 && m.maybe !== undefined)
    if (guess?.maybe !== undefined && reading.intent !== 'none') {
      const { start: from, end, maybe: candidates } = guess
      const passing = !isWrite(reading.intent) && rowOf(reading.intent).kind !== 'flow'
      const input: DidYouMeanInput = { reading, start: from, end, candidates, passing }
      return start({ flow: DID_YOU_MEAN, input }, of)
    }
    const decision = decide(reading)
    if (reading.intent === 'none' || decision === 'ask-again') return notUnderstood(reading, of)
    const handler = handlers[reading.intent]
    if (handler === undefined) {
      const words = wordingFor(locale)
      await of.reply({ text: words.notYet(words.intents[reading.intent]) })
      return
    }
    const whose = await whoseBook(reading, of, deps)
    if (whose.kind === 'refused') {
      await of.reply({ text: teamWordsFor(locale).notYours(whose.name) })
      return
    }
    const seen = whose.kind === 'colleague' ? ofColleague(of, whose) : of
    const page = reading.asked?.page
    const list = page === undefined ? undefined : pagedSession(seen, page)
    const session = list?.session ?? seen
    const begun = await writing(() => handler({ session, reading, unsure: decision === 'confirm' }))
    if (begun !== undefined) await start(begun, of)
    if (isWrite(reading.intent))
      state = { ...state, focus: { ...state.focus, wish: kept(frameOf(reading), state, moment) } }
    if (isQuestion(reading.intent))
      state = { ...state, focus: afterQuestion(state, frameOf(pagedTo(reading, list?.upTo())), moment) }
  }

  /** A name alone, or digits, may still be somebody who is looked for; in the middle of a question it is put again. */
  async function notUnderstood(reading: Reading, of: Session): Promise<void> {
    if (await finding.byBareWords(reading, of)) return
    if (state.stack.length > 0) {
      setStack(await askAgain(state.stack, when, flows, runnerFor(of)))
      return
    }
    const { understanding } = deps.tools()
    const people = peopleOf(manager.id, (await bookOf()).customers, colleagues)
    const offered = await sayNotUnderstood(reading, of, deps.unclear, (text) =>
      understanding.withoutNames(text, people, today),
    )
    if (offered !== undefined)
      state = { ...state, focus: { ...state.focus, unclear: kept(offered, state, moment) } }
  }

  const thingsNow = async (book: Book) => {
    const written = (state.focus.written ?? []).filter((one) => one.day === today)
    return writtenThings({ turn: state.turn, focus: { written } }, book, await deskOf())
  }

  async function contextNow(book: Book): Promise<Context> {
    const list = recall('list', state, moment, freshness)
    const customer = recall('customer', state, moment, freshness)
    const group = recall('group', state, moment, freshness)
    const product = recall('product', state, moment, freshness)
    const frame = recall('asked', state, moment, freshness)
    const wish = recall('wish', state, moment, freshness)
    const question = state.stack.at(-1)?.question?.open
    const offered = offeredJustNow(state)
    return {
      ...(question === undefined ? {} : { question }),
      ...(list === undefined ? {} : { list }),
      ...(customer === undefined ? {} : { customer }),
      ...(group === undefined ? {} : { group }),
      ...(product === undefined ? {} : { product }),
      ...(frame === undefined ? {} : { asked: frame }),
      ...(wish === undefined ? {} : { wish }),
      written: await thingsNow(book),
      wroteLast: wroteLast(state),
      ...(offered === undefined ? {} : { offered }),
      products: deps.products.all(),
      colleagues,
      meetings: () => openAgreements(book),
    }
  }

  async function doCommand(command: Command, of: Session): Promise<void> {
    const runner = runnerFor(of)
    switch (command.kind) {
      case 'answer':
        setStack(await answer(state.stack, command.answer, when, flows, runner))
        return
      case 'wish':
        return doWish(command.reading, of)
      case 'cancel':
        if (state.stack.length > 0) setStack(await leave(state.stack, flows, runner))
        else await runner.say(wordingFor(locale).nothingToCancel)
        return
      case 'resume':
        setStack(await askAgain(state.stack, when, flows, runner))
        return
      case 'unclear':
        return notUnderstood(command.reading, of)
      case 'too-much':
        await of.reply({ text: wordingFor(locale).unclear.tooLong })
        return
      case 'amend':
      case 'take-back': {
        const things = await thingsNow(await bookOf())
        const begun = await writing(() => amend(command, things, of))
        if (begun !== undefined) await start(begun, of)
      }
    }
  }

  /** Does commands in order; what stands behind one that asks something back waits for its answer. */
  async function doAll(steps: readonly Step[]): Promise<void> {
    const depth = state.stack.length
    for (const [place, { command, turnId }] of steps.entries()) {
      if (state.stack.length > depth) {
        state = { ...state, rest: kept(steps.slice(place), state, moment) }
        return
      }
      await doCommand(command, sessionWith(turnId))
    }
  }

  async function doRest(depth: number): Promise<void> {
    const { rest } = state
    if (rest === undefined || state.stack.length >= depth) return
    const { rest: _done, ...others } = state
    state = others
    if (isFresh(rest, state, moment, freshness)) await doAll(rest.value)
  }

  /** A question that something else was said to: let go where nothing hangs on it, else named once. */
  async function remind(): Promise<void> {
    const top = state.stack.at(-1)
    const question = top?.question
    if (top === undefined || question === undefined || asked.has(question.promptId)) return
    const below = state.stack.slice(0, -1)
    if (question.passing || isOvertaken(top)) {
      setStack(below)
      return
    }
    // A step beside which something was changed, and a customer who waits on the phone, are shown anew.
    const isStep = question.open.kind === 'step' && isChanged
    if (isStep || question.open.kind === 'line') {
      setStack(await askAgain(state.stack, when, flows, runnerFor(session)))
      return
    }
    if (question.reminded) return
    let asks = ''
    const listens = async (asked: Question, promptId: string) => {
      ;[asks = ''] = (await draw(asked, promptId, session)).text.split('\n')
    }
    await askAgain(state.stack, when, flows, { ...runnerFor(session), ask: listens })
    await session.reply({ text: wordingFor(locale).stillOpen(asks) })
    setStack([...below, { ...top, question: { ...question, reminded: true } }])
  }

  /** What was shown to be agreed to was told again in other words, and those were written. */
  function isOvertaken({ flow, question }: OpenFlow): boolean {
    if (!OVERTAKEN.has(flow) || question?.open.kind !== 'confirm') return false
    const { customers } = question.open
    return customers.length > 0 && customers.every((id) => wroteOf.has(id))
  }

  /** Questions that have grown old; what was not written is said. */
  async function letGo(): Promise<readonly string[]> {
    const { stack, unwritten } = expire(state, await viewOf(), moment, freshness, flows)
    setStack(stack)
    return unwritten
  }

  /** What an older program left open begins anew at its place; whether something did. */
  async function renew(): Promise<boolean> {
    const { stack, renewed } = known(state.stack, flows)
    setStack(stack)
    if (renewed === undefined) return false
    await start(renewed, session)
    return true
  }

  async function pressAnswer({ data }: Press): Promise<PressAnswer> {
    // A card of yesterday answers nothing of today.
    await letGo()
    const question = state.stack.at(-1)?.question
    const choice = String(data['choice'])
    if (question === undefined || question.promptId !== data['prompt']) return gone(session)
    const answered = pressedAnswer(question.open, choice)
    if (answered === undefined) return gone(session)
    const depth = state.stack.length
    await doCommand({ kind: 'answer', answer: answered }, session)
    await doRest(depth)
    return NOTHING
  }

  /** Reads words that were not understood as their button says. */
  async function readAs({ data }: Press): Promise<PressAnswer> {
    const unclear = recall('unclear', state, moment, freshness)
    const intent = INTENTS.find((one) => one === data['intent'] && unclear?.intents.includes(one) === true)
    if (unclear === undefined || unclear.id !== data['id'] || intent === undefined) return gone(session)
    const book = await bookOf()
    const people = peopleOf(manager.id, book.customers, colleagues)
    const offered = { text: unclear.text, intents: [intent] }
    const { commands } = createInterpreter(deps.tools()).interpret(
      '1',
      { ...(await contextNow(book)), offered },
      people,
      today,
      now,
    )
    await doAll(commands.map((command) => ({ command, turnId: session.turnId })))
    return NOTHING
  }

  return {
    session,

    async hear(text) {
      if (await renew()) return
      if (text === '') return
      if (text.length > LONGEST) {
        await session.reply({ text: wordingFor(locale).unclear.tooLong })
        return
      }
      const unwritten = await letGo()
      const book = await bookOf()
      const people = peopleOf(manager.id, book.customers, colleagues)
      for (const _piece of people.preparing(text)) await breathe()
      const context = await contextNow(book)
      const { reading, spoken, commands } = createInterpreter(deps.tools()).interpret(
        text,
        context,
        people,
        today,
        now,
      )
      speak((await answersIn()) ?? spoken)
      const [only, ...others] = new Set(reading.mentions?.flatMap(({ customers }) => customers))
      if (only !== undefined && others.length === 0)
        state = { ...state, focus: { ...state.focus, customer: kept(only, state, moment) } }
      state = { ...state, said: { turn: state.turn, intent: reading.intent } }
      for (const said of unwritten) await session.reply({ text: wordingFor(locale).letGo(said) })
      const depth = state.stack.length
      const { turnId } = session
      await doAll(
        commands.map((command, place) => ({
          command,
          turnId: place === 0 ? turnId : `${turnId}+${place + 1}`,
        })),
      )
      await doRest(depth)
      await remind()
    },

    async press(press) {
      if (await renew()) return NOTHING
      if (press.verb === ANSWER_VERB) return pressAnswer(press)
      if (press.verb === 'read.as') return readAs(press)
      const handler = Object.hasOwn(buttons, press.verb) ? buttons[press.verb] : undefined
      if (handler === undefined) return gone(session)
      const answered = await writing(() => handler(press, session))
      if ('flow' in answered) {
        await start(answered, session)
        return NOTHING
      }
      if (answered.kind !== 'card') return answered
      saidNow.push({ card: answered.card })
      return { ...answered, card: inLocale(answered.card, locale) }
    },

    async keep() {
      const { customers } = await bookOf()
      const ids = saidNow.flatMap((said) => customersShown(said, customers))
      await deps.turnJournal.end({ managerId: manager.id, at, ids })
      await deps.conversations.write(chat.key, { ...state, memory })
    },
  }
}

function openAgreements({ customers }: Book): ReturnType<Context['meetings']> {
  return customers.flatMap((customer) =>
    customer.agreements
      .filter((agreement) => agreement.state === 'open')
      .map(({ id, kind, on, time }) => ({
        customerId: customer.id,
        agreementId: id,
        kind,
        ...(on === undefined ? {} : { on }),
        ...(time === undefined ? {} : { time }),
      })),
  )
}

/** What is sent is what was said: plain values alone. */
function withoutNaming({ named: _named, ...reply }: Reply): Reply {
  return reply
}

function inLanguage(reply: Reply, locale: Locale): Reply {
  return reply.card === undefined ? reply : { ...reply, card: inLocale(reply.card, locale) }
}
