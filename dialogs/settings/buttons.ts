import { parseDay } from '../../src/domain/day.js'
import { RHYTHM_KINDS } from '../../src/domain/manager/delivery.js'
import { LOCALES } from '../../src/domain/manager/manager.js'
import { noticeCard } from '../../src/messaging/cards/parts/notice-card.js'
import type { Press } from '../../src/ports/conversation.js'
import { gone, NOTHING, type PressHandlers } from '../handler.js'
import type { TakingBack } from '../undo/taking-back.js'
import type { Setting, Settings } from './settings.js'
import type { StandIn } from './stand-in.js'

/** Settings chosen by button, and put back. */
export function settingsButtons(settings: Settings, standIn: StandIn, takingBack: TakingBack): PressHandlers {
  return {
    'settings.set': async ({ data }, session) => {
      const setting = settingIn(data)
      if (setting === undefined) return gone(session)
      await settings.set(setting, session)
      return NOTHING
    },

    'stand-in.begin': async ({ data }, session) => {
      const [from, until] = [parseDay(String(data['from'])), parseDay(String(data['until']))]
      if (from === undefined || until === undefined) return gone(session)
      await standIn.beginBy(String(data['managerId']), { from, until }, session)
      return NOTHING
    },

    'stand-in.end': async (_press, session) => {
      await standIn.end(session)
      return NOTHING
    },

    'settings.undo': async ({ data }, session) => {
      const { done, text } = await takingBack.settings(String(data['changeId']), session)
      return done ? { kind: 'card', card: noticeCard(text) } : { kind: 'line', text }
    },
  }
}

function settingIn({ briefTime, capacity, locale, push, on }: Press['data']): Setting | undefined {
  const switched = RHYTHM_KINDS.find((kind) => kind === push)
  if (switched !== undefined) return { push: switched, on: on === 'on' }
  if (typeof briefTime === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(briefTime)) return { briefTime }
  if (typeof capacity === 'number') return { capacity }
  const language = LOCALES.find((one) => one === locale)
  return language === undefined ? undefined : { locale: language }
}
