import type { Locale, Manager } from '../domain/manager/manager.js'
import type { Conversation, Press, PressAnswer, Turn } from '../ports/conversation.js'
import type { Reply } from '../ports/reply.js'

/** A conversation without a messenger: lines and presses in, replies to whoever listens. */
export interface TerminalChat {
  say(text: string): Promise<void>
  /** A picture without words. */
  attachPicture(): Promise<void>
  press(press: Press): Promise<PressAnswer>
  join(): Promise<void>
}

export interface TerminalOptions {
  readonly newId: () => string
  /** Takes a reply; gives the id of its message, where there is one. */
  readonly shows: (reply: Reply) => string | undefined
  /** Absent: what was shown stays as it is. */
  readonly replaces?: (messageId: string, reply: Reply) => void
  /** The manager's own choice of language, which may change in the middle. */
  readonly localeOf?: () => Promise<Locale>
}

export function terminalChat(
  conversation: Conversation,
  manager: Manager,
  { newId, shows, replaces, localeOf = async () => manager.locale }: TerminalOptions,
): TerminalChat {
  const turn = async (text: string): Promise<Turn> => ({
    id: newId(),
    manager,
    locale: await localeOf(),
    text: text.trim(),
    chat: {
      key: terminalKey(manager.id),
      send: async (reply) => shows(reply),
      replace: async (messageId, reply) => replaces?.(messageId, reply),
      fileWay: () => ({ kind: 'none' }),
    },
  })
  return {
    say: async (text) => conversation.onMessage(await turn(text)),
    attachPicture: async () => conversation.onNotRead(await turn(''), 'picture'),
    press: async (press) => conversation.onPress(await turn(''), press),
    join: async () => conversation.onJoin(await turn('')),
  }
}

/** Under which a manager's conversation at a terminal is kept. */
export function terminalKey(managerId: string): string {
  return `terminal/conversations/${managerId}`
}
