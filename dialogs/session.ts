import type { DialogContext } from 'botbuilder-dialogs'
import type { Press } from '../src/bot/conversation.js'
import type { Day } from '../src/domain/day.js'
import type { Locale, Manager } from '../src/domain/manager.js'
import type { Reply } from '../src/messaging/reply.js'

/** What every dialog knows of the turn it runs in. */
export interface Session {
  /** The same for every repeat of the message or press; serves as the id of what it changes. */
  readonly turnId: string
  readonly manager: Manager
  /** The language of the answer: that of the message, else the manager's. */
  readonly locale: Locale
  readonly today: Day
  /** Wall-clock time of the manager, `HH:mm`. */
  readonly now: string
  /** ISO 8601 instant. */
  readonly at: string
  /** What was written; empty for a press. */
  readonly text: string
  readonly press?: Press
  reply(reply: Reply): Promise<void>
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
