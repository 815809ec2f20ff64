import { readSettings, type SettingsWish } from '../../src/language/particulars/read-settings.js'
import type { RhythmWish } from '../../src/language/particulars/rhythm-wish.js'
import { deskWordsFor } from '../../src/messaging/wording/desk-words.js'
import { PauseBrief } from '../pause-brief.js'
import type { Session } from '../session.js'
import type { Setting, Settings } from '../settings.js'
import { type StandIn, withoutNames } from '../stand-in.js'
import type { HandlerDeps, Handlers } from './handler.js'

/** What a manager sets for themselves by saying it; without anything to set, what is set. */
export function settingsHandlers(deps: HandlerDeps, settings: Settings, standIn: StandIn): Handlers {
  return {
    async 'settings.change'({ dialogs, session, reading }) {
      const { fold, days } = deps.particulars()
      const text = withoutNames(reading.text, deps.managers.all())
      const wish = readSettings(fold(text), session.today, days, session.now)
      const own = deskWordsFor(session.locale).settings
      const setting = await settingIn(wish, session)
      if (wish.standIn === 'ends') await standIn.end(session)
      else if (wish.standIn === 'begins') {
        if (wish.alsoAway === true && setting !== undefined) await settings.set(setting, session)
        await standIn.begin(reading.text, wish.pause ?? {}, session)
      } else if (setting !== undefined) await settings.set(setting, session)
      else if (wish.pause !== undefined) {
        const { from } = wish.pause
        await dialogs.beginDialog(PauseBrief.id, from === undefined ? {} : { from })
        return 'begun'
      } else if (wish.missing !== undefined) await settings.ask(wish.missing, session)
      else if (wish.workingDaysOnly === true) await session.reply({ text: own.workingDaysOnly })
      else if (wish.cannot === true) await settings.show(session, own.cannot)
      else await settings.show(session)
      return 'answered'
    },
  }

  async function settingIn(wish: SettingsWish, session: Session): Promise<Setting | undefined> {
    if (wish.briefTime !== undefined) return { briefTime: wish.briefTime }
    if (wish.briefShiftMinutes !== undefined) {
      const { settings: now } = await deps.desks.read(session.manager.id)
      return { briefTime: shifted(now.briefTime ?? session.manager.briefTime, wish.briefShiftMinutes) }
    }
    if (wish.locale !== undefined) return { locale: wish.locale }
    if (wish.capacity !== undefined) return { capacity: wish.capacity }
    if (wish.rhythm !== undefined) return rhythmSetting(wish.rhythm)
    if (wish.resume === true) return { resume: true }
    const { from, until } = wish.pause ?? {}
    return until === undefined ? undefined : { pause: { until, ...(from === undefined ? {} : { from }) } }
  }
}

function rhythmSetting(wish: RhythmWish): Setting | undefined {
  if ('on' in wish) return { push: wish.kind, on: wish.on }
  if ('asked' in wish || wish.kind === 'alert') return undefined
  return wish.kind === 'week' ? { briefTime: wish.time } : { wrapUpTime: wish.time }
}

/** Within the day: an hour earlier than 00:30 is 00:00. */
function shifted(time: string, minutes: number): string {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  const kept = Math.min(Math.max(at, 0), 24 * 60 - 1)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(kept / 60))}:${pad(kept % 60)}`
}
