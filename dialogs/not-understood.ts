import { type Intent, type Reading, TALK } from '../src/language/reading.js'
import { helpReply } from '../src/messaging/cards/help-card.js'
import { unclearReply } from '../src/messaging/cards/unclear-card.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Unclear } from '../src/usecases/ports.js'
import type { Hearing } from './hearing.js'
import type { Session } from './session.js'
import type { Threads } from './thread.js'

/** A question below this is not answered but asked about. */
const SURE_QUESTION = 0.5
/** A write is shown before it is written; below this not even that. */
const SURE_WRITE = 0.35
/** What is written about customers. */
export const WRITES: readonly Intent[] = [
  'contact.log',
  'customer.update',
  'task.add',
  'appointment.add',
  'contact.snooze',
]

/** Whether it is too uncertain what is wanted to do it. */
export function isUnclear({ intent, confidence, explain }: Reading): boolean {
  if (explain?.rule === 'given' || intent === 'none') return false
  return confidence < (WRITES.includes(intent) ? SURE_WRITE : SURE_QUESTION)
}

/** What is said where nothing was understood. */
export interface NotUnderstood {
  /** Offers the two nearest readings, and keeps the words without names for whoever teaches the assistant. */
  answer(reading: Reading, session: Session): Promise<void>
  /** The words that were just not understood, and how they are to be read by the button or number given. */
  chosen(
    by: { readonly id: string; readonly intent: unknown } | { readonly place: number },
    session: Session,
  ): Chosen | undefined
  /** How many readings the words just before were offered; 0 where they were understood. */
  offered(session: Session): number
}

export interface Chosen {
  readonly text: string
  readonly as: Intent
}

export function createNotUnderstood(hearing: Hearing, threads: Threads, unclear: Unclear): NotUnderstood {
  return {
    async answer(reading, session) {
      const { text, intent, nearest = [], language } = reading
      const { locale, today, turnId: id } = session
      const words = wordingFor(locale)
      const ranked = [intent, ...nearest.map((one) => one.intent)].filter((one) => !TALK.has(one))
      const intents = ranked.slice(0, 2)
      if (!/[\p{L}\p{N}]/u.test(text) || intents.length === 0) {
        await session.reply(helpReply(locale, words.notUnderstood))
        return
      }
      await unclear.note(
        { text: await hearing.withoutNames(text, session), language, nearest: intents },
        today,
      )
      threads.unclear({ id, text, intents }, session)
      await session.reply(unclearReply(id, intents, locale))
    },

    chosen(by, session) {
      const words = threads.recall('unclear', session)
      if (words === undefined) return undefined
      if ('place' in by) {
        const as = words.intents[by.place]
        return as && { text: words.text, as }
      }
      const as = by.id === words.id ? words.intents.find((one) => one === by.intent) : undefined
      return as && { text: words.text, as }
    },

    offered(session) {
      return threads.wasJustNow('unclear', session)
        ? (threads.recall('unclear', session)?.intents.length ?? 0)
        : 0
    },
  }
}
