import type { Press } from '../src/bot/conversation.js'
import { parseDay } from '../src/domain/day.js'
import { RHYTHM_KINDS } from '../src/domain/desk.js'
import { LOCALES } from '../src/domain/manager.js'
import { noticeCard } from '../src/messaging/cards/notice-card.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { PressHandler } from './presses.js'
import type { Setting, Settings } from './settings.js'
import type { StandIn } from './stand-in.js'
import type { TakingBack } from './taking-back.js'

/** Settings chosen by button, and put back. */
export function settingsPresses(
  settings: Settings,
  standIn: StandIn,
  takingBack: TakingBack,
): Readonly<Record<string, PressHandler>> {
  return {
    'settings.set': async ({ data }, _dialogs, session) => {
      const setting = settingIn(data)
      if (setting === undefined) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await settings.set(setting, session)
      return { kind: 'none' }
    },

    'stand-in.begin': async ({ data }, _dialogs, session) => {
      const [from, until] = [parseDay(String(data['from'])), parseDay(String(data['until']))]
      if (from === undefined || until === undefined)
        return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await standIn.beginBy(String(data['managerId']), { from, until }, session)
      return { kind: 'none' }
    },

    'stand-in.end': async (_press, _dialogs, session) => {
      await standIn.end(session)
      return { kind: 'none' }
    },

    'settings.undo': async ({ data }, _dialogs, session) => {
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
