import type { DialogContext } from 'botbuilder-dialogs'
import { type Book, findCustomer } from '../src/domain/book.js'
import type { Reading } from '../src/language/reading.js'
import { aboutOne } from '../src/language/thread/about-one.js'
import { requestsIn } from '../src/language/thread/requests.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { type Interrupt, ordinalIn } from './ask.js'
import { AskStep } from './ask-step.js'
import { DidYouMean, type WithChosen } from './did-you-mean.js'
import type { Finding } from './handlers/finding.js'
import type { Handled, Handlers, Request } from './handlers/handler.js'
import type { Hearing } from './hearing.js'
import type { Listening } from './listening.js'
import { isUnclear, type NotUnderstood, WRITES } from './not-understood.js'
import { beginSession, type Session } from './session.js'
import type { Rest, Threads } from './thread.js'

/** Does what a message asks. */
export interface Attending {
  /** One wish after the other. Gives what went wrong with some of several, after the others were done. */
  message(dialogs: DialogContext, session: Session): Promise<readonly unknown[]>
  /** What of a message is left to do, as soon as no question is open. */
  goOn(dialogs: DialogContext, session: Session): Promise<readonly unknown[]>
  /** Reads words that were not understood as their button says; false where they are forgotten. */
  readAs(data: Readonly<Record<string, unknown>>, dialogs: DialogContext, session: Session): Promise<boolean>
  readonly interrupt: Interrupt
  readonly withChosen: WithChosen
}

/** Longer than what anybody says of a round of calls; a letter that was pasted is not read for wishes. */
const LONGEST = 1_500

export interface AttendingDeps {
  readonly handlers: Handlers
  /** Does what is asked for besides the intents; undefined where nothing is. */
  readonly own: (request: Request) => Promise<Handled | undefined>
  readonly bookOf: (managerId: string) => Promise<Book>
  readonly hearing: Hearing
  readonly listening: Listening
  readonly threads: Threads
  readonly notUnderstood: NotUnderstood
  readonly finding: Finding
}

export function createAttending(deps: AttendingDeps): Attending {
  const { handlers, hearing, listening, threads, notUnderstood } = deps

  async function handle(request: Request): Promise<Handled> {
    const { session, reading } = request
    const own = await deps.own(request)
    if (own !== undefined) return own
    const guess = reading.mentions?.find((m) => m.customers.length === 0 && m.maybe !== undefined)
    if (guess?.maybe !== undefined && reading.intent !== 'none') {
      const { start, end, maybe: candidates } = guess
      const asks = { text: reading.text, start, end, candidates }
      const isPassing = reading.intent !== 'sales.start' && !WRITES.includes(reading.intent)
      const passing = isPassing ? { passing: true } : {}
      await request.dialogs.beginDialog(DidYouMean.id, { ...asks, ...passing })
      return 'begun'
    }
    if (reading.intent === 'none' || isUnclear(reading)) return sayUnclear(reading, session)
    const handler = handlers[reading.intent]
    if (handler !== undefined) {
      const handled = await handler(request)
      threads.asked(reading, session)
      return handled
    }
    const words = wordingFor(session.locale)
    await session.reply({ text: words.notYet(words.intents[reading.intent]) })
    return 'answered'
  }

  /** A name alone, or digits, may still be somebody who is looked for. */
  async function sayUnclear(reading: Reading, session: Session): Promise<Handled> {
    if (!(await deps.finding.byBareWords(reading.text, session))) await notUnderstood.answer(reading, session)
    return 'answered'
  }

  async function inOrder(
    wishes: readonly Rest[],
    dialogs: DialogContext,
    session: Session,
  ): Promise<readonly unknown[]> {
    const failures: unknown[] = []
    threads.leave([], session)
    for (const [at, { text, turnId }] of wishes.entries()) {
      // A wish that asks something back is answered first.
      if (dialogs.activeDialog !== undefined) {
        threads.leave(wishes.slice(at), session)
        break
      }
      const own = { ...session, text, turnId }
      beginSession(dialogs.context, own)
      try {
        await handle({ dialogs, session: own, reading: await listening.read(text, own) })
      } catch (error) {
        failures.push(error)
        await dialogs.cancelAllDialogs()
      }
    }
    beginSession(dialogs.context, session)
    return failures
  }

  async function run(
    chosen: ReturnType<NotUnderstood['chosen']>,
    dialogs: DialogContext,
    session: Session,
  ): Promise<boolean> {
    if (chosen === undefined) return false
    const own = { ...session, text: chosen.text }
    beginSession(dialogs.context, own)
    await handle({ dialogs, session: own, reading: await listening.read(chosen.text, own, chosen.as) })
    return true
  }

  return {
    async message(dialogs, session) {
      const { text, turnId } = session
      if (session.request !== undefined) {
        await handle({ dialogs, session, reading: await listening.read(text, session) })
        return []
      }
      if (text.length > LONGEST) {
        await session.reply({ text: wordingFor(session.locale).unclear.tooLong })
        return []
      }
      const place = ordinalIn(text, notUnderstood.offered(session))
      if (place !== undefined && (await run(notUnderstood.chosen({ place }, session), dialogs, session)))
        return []
      const read = await hearing.reader(session)
      const wishes = requestsIn(text, (words) => read(words))
      if (wishes.length < 2) {
        await handle({ dialogs, session, reading: await listening.read(text, session) })
        return []
      }
      const numbered = wishes.map((wish, at) => ({
        text: wish,
        turnId: at === 0 ? turnId : `${turnId}+${at + 1}`,
      }))
      return inOrder(numbered, dialogs, session)
    },

    async goOn(dialogs, session) {
      const rest = threads.recall('rest', session)
      if (dialogs.activeDialog !== undefined || rest === undefined) return []
      return inOrder(rest, dialogs, session)
    },

    async readAs({ id, intent }, dialogs, session) {
      return run(notUnderstood.chosen({ id: String(id), intent }, session), dialogs, session)
    },

    async withChosen({ text, start, end }, customerId, dialogs, session) {
      const customer = findCustomer(await deps.bookOf(session.manager.id), customerId)
      if (customer === undefined) throw new Error('a customer was chosen who is not in the book')
      const named = text.slice(0, start) + customer.name + text.slice(end)
      const own = { ...session, text: named }
      beginSession(dialogs.context, own)
      const reading = await listening.read(named, own)
      // The choice was plain: nothing of it is presumed.
      const { presumes: _, ...about } = aboutOne(reading, start, start + customer.name.length, customerId)
      return handle({ dialogs, session: own, reading: about })
    },

    async interrupt(dialogs, session) {
      if (session.press !== undefined) {
        await session.reply({ text: wordingFor(session.locale).promptGone })
        return 'answered'
      }
      const reading = await listening.read(session.text, session)
      if (session.request !== undefined) return handle({ dialogs, session, reading })
      if (reading.intent === 'cancel') return 'left'
      // What is being asked about is meant, not what was written before; at a step there is nothing unwritten.
      if (reading.intent === 'undo' && dialogs.activeDialog?.id !== AskStep.id) return 'left'
      if (['confirm', 'deny'].includes(reading.intent)) return 'not-understood'
      if (reading.intent === 'none' || isUnclear(reading))
        return (await deps.finding.byBareWords(session.text, session)) ? 'answered' : 'not-understood'
      return handle({ dialogs, session, reading })
    },
  }
}
