import { noticeCard } from '../../src/messaging/cards/parts/notice-card.js'
import type { Handlers, PressHandlers } from '../handler.js'
import type { TakingBack } from './taking-back.js'

/** Taking back by words: the last change, or the last of the customers named. */
export function undoHandlers(takingBack: TakingBack): Handlers {
  return {
    async undo({ session, reading }) {
      const { customers } = reading.slots
      const { text } = await takingBack.last(customers, session)
      await session.reply({ text })
      return undefined
    },
  }
}

export function undoButtons(takingBack: TakingBack): PressHandlers {
  return {
    undo: async ({ data }, session) => {
      const { done, text } = await takingBack.byId(String(data['changeId']), session)
      return done ? { kind: 'card', card: noticeCard(text) } : { kind: 'line', text }
    },
  }
}
