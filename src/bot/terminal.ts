import { ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder'
import type { Locale, Manager } from '../domain/manager.js'
import type { Conversation, Press, PressAnswer, Turn } from './conversation.js'

/** The same conversation without a messenger: lines and presses in, replies by whatever the assistant sends with. */
export interface TerminalChat {
  say(text: string): Promise<void>
  /** A picture without words. */
  attachPicture(): Promise<void>
  press(press: Press): Promise<PressAnswer>
  join(): Promise<void>
}

/** @param localeOf the manager's own choice of language, which may change in the middle */
export function terminalChat(
  conversation: Conversation,
  manager: Manager,
  newId: () => string,
  localeOf: () => Promise<Locale> = async () => manager.locale,
): TerminalChat {
  const adapter = new SilentAdapter()
  const turn = async (text: string): Promise<Turn> => {
    const id = newId()
    const context = new TurnContext(adapter, {
      type: ActivityTypes.Message,
      id,
      channelId: 'terminal',
      text,
      from: { id: manager.id, name: manager.name },
      recipient: { id: 'daybook', name: 'Daybook' },
      conversation: { id: manager.id, isGroup: false, conversationType: 'personal', name: '' },
    })
    return { id, manager, locale: await localeOf(), text: text.trim(), context }
  }
  return {
    say: async (text) => conversation.onMessage(await turn(text)),
    attachPicture: async () => conversation.onNotRead(await turn(''), 'picture'),
    press: async (press) => conversation.onPress(await turn(''), press),
    join: async () => conversation.onJoin(await turn('')),
  }
}

/** Replies go past it, straight to the terminal; dialogs only need somebody to be there. */
class SilentAdapter extends BotAdapter {
  override async sendActivities(_context: TurnContext, activities: unknown[]): Promise<ResourceResponse[]> {
    return activities.map((_, index) => ({ id: String(index) }))
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {
    throw new Error('nothing is pushed to a terminal')
  }
}
