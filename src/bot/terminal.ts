import { ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder'
import type { Manager } from '../domain/manager.js'
import type { Conversation, Press, PressAnswer, Turn } from './conversation.js'

/** The same conversation without a messenger: lines and presses in, replies by whatever the assistant sends with. */
export interface TerminalChat {
  say(text: string): Promise<void>
  press(press: Press): Promise<PressAnswer>
  join(): Promise<void>
}

export function terminalChat(
  conversation: Conversation,
  manager: Manager,
  newId: () => string,
): TerminalChat {
  const adapter = new SilentAdapter()
  const turn = (text: string): Turn => {
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
    return { id, manager, locale: manager.locale, text: text.trim(), context }
  }
  return {
    say: (text) => conversation.onMessage(turn(text)),
    press: (press) => conversation.onPress(turn(''), press),
    join: () => conversation.onJoin(turn('')),
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
