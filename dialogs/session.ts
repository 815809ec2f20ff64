import type { Memory } from '../src/conversation/state.js'
import type { Day } from '../src/domain/day.js'
import type { Locale, Manager } from '../src/domain/manager/manager.js'
import type { Press } from '../src/ports/conversation.js'
import type { FileWay } from '../src/ports/ports.js'
import type { Reply } from '../src/ports/reply.js'

/** What everything that answers knows of the turn it runs in. */
export interface Session {
  /** The same for every repeat of the message or press; serves as the id of what it changes. */
  readonly turnId: string
  readonly manager: Manager
  /**
   * Whose book a question is about: a colleague who is named, else the manager's own, which of a branch head is all of the branch.
   */
  readonly bookId: string
  /** The language of the answer: that of the message or of the card that was pressed, else the one last spoken. */
  readonly locale: Locale
  /** The manager's own, in which everything is pushed. */
  readonly ownLocale: Locale
  readonly today: Day
  /** Wall-clock time of the manager, `HH:mm`. */
  readonly now: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly press?: Press
  /** The card whose button was pressed. */
  readonly cardId?: string
  /** What is remembered of this conversation; what is written here is kept with the turn. */
  readonly memory: Memory
  /** How a file gets into this chat. */
  readonly fileWay: () => FileWay
  /** Gives the id of the message, where the messenger names one. */
  reply(reply: Reply): Promise<string | undefined>
  /** Puts a reply in the place of a card; one that is gone stays gone. @param locale of the card; absent: the answer's */
  replace(cardId: string, reply: Reply, locale?: Locale): Promise<void>
}
