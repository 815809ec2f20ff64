import type { DialogContext } from 'botbuilder-dialogs'
import type { Press } from '../src/bot/conversation.js'
import type { Day } from '../src/domain/day.js'
import type { Locale, Manager } from '../src/domain/manager.js'
import type { OwnRequest } from '../src/language/requests.js'
import type { Reply } from '../src/messaging/reply.js'
import type { Thread } from './thread.js'

/** What every dialog knows of the turn it runs in. */
export interface Session {
  /** The same for every repeat of the message or press; serves as the id of what it changes. */
  readonly turnId: string
  readonly manager: Manager
  /** The language of the answer: that of the message or of the card that was pressed, else the one last spoken. */
  readonly locale: Locale
  /** The manager's own, in which everything is pushed. */
  readonly ownLocale: Locale
  readonly today: Day
  /** Wall-clock time of the manager, `HH:mm`. */
  readonly now: string
  /** ISO 8601 instant. */
  readonly at: string
  /** What was written; empty for a press. */
  readonly text: string
  /** What the text asks for besides the intents. */
  readonly request?: OwnRequest
  readonly press?: Press
  /** The card whose button was pressed. */
  readonly cardId?: string
  /** What is remembered of this conversation; what is written here is kept with the turn. */
  readonly memory: Memory
  /** Gives the id of the message, where the messenger names one. */
  reply(reply: Reply): Promise<string | undefined>
  /** Puts a reply in the place of a card; one that is gone stays gone. @param locale of the card; absent: the answer's */
  replace(cardId: string, reply: Reply, locale?: Locale): Promise<void>
}

/** What is remembered of a conversation besides its open questions. */
export interface Memory {
  /** The language last spoken. */
  locale?: Locale
  /** The newest brief in the chat. */
  brief?: { cardId: string; day: Day; page: number; locale?: Locale }
  /** Lines of the playbook shown before, by customer or topic, newest last. */
  said?: Readonly<Record<string, readonly string[]>>
  /** What is being talked about. */
  thread?: Thread
}

const SESSION = Symbol('daybook.session')

/** Puts the session where the dialogs of this turn find it. */
export function beginSession(context: DialogContext['context'], session: Session): void {
  context.turnState.set(SESSION, session)
}

export function sessionOf(dialogs: DialogContext): Session {
  return sessionIn(dialogs.context)
}

export function sessionIn(context: DialogContext['context']): Session {
  // Only `beginSession` writes under this symbol.
  const session = context.turnState.get(SESSION) as Session | undefined
  if (session === undefined) throw new Error('a dialog runs outside a session')
  return session
}
