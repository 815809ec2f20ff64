import type { SettingsWish } from '../../src/language/particulars/read-settings.js'
import type { RhythmWish } from '../../src/language/particulars/rhythm-wish.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import type { Session } from '../session.js'
import { PAUSE_BRIEF, SET_VALUE, type ValueInput } from './flow.js'
import type { Setting, Settings } from './settings.js'
import type { StandIn } from './stand-in.js'

/** What a manager sets for themselves by saying it; without anything to set, what is set. */
export function settingsHandlers(
  deps: Pick<Deps, 'desks' | 'policy'>,
  settings: Settings,
  standIn: StandIn,
): Handlers {
  return {
    async 'settings.change'({ session, reading }) {
      const wish = reading.asked?.settings ?? {}
      const own = deskWordsFor(session.locale).settings
      const setting = await settingOf(deps, wish, session)
      if (wish.standIn === 'ends') await standIn.end(session)
      else if (wish.standIn === 'begins') {
        if (wish.alsoAway === true && setting !== undefined) await settings.set(setting, session)
        await standIn.begin(reading.text, wish.pause ?? {}, session)
      } else if (setting !== undefined) await settings.set(setting, session)
      else if (wish.pause !== undefined) {
        const { from } = wish.pause
        return { flow: PAUSE_BRIEF, input: from === undefined ? {} : { from } }
      } else if (wish.missing !== undefined) {
        const { settings: set } = await deps.desks.read(session.manager.id)
        const input: ValueInput = {
          setting: wish.missing,
          capacity: set.capacity ?? deps.policy.dailyCapacity,
        }
        return { flow: SET_VALUE, input }
      } else if (wish.workingDaysOnly === true) await session.reply({ text: own.workingDaysOnly })
      else if (wish.cannot === true) await settings.show(session, own.cannot)
      else await settings.show(session)
      return undefined
    },
  }
}

/** The one thing that a wish sets; undefined where it sets nothing by itself. */
export async function settingOf(
  deps: Pick<Deps, 'desks'>,
  wish: SettingsWish,
  session: Session,
): Promise<Setting | undefined> {
  if (wish.briefTime !== undefined) return { briefTime: wish.briefTime }
  if (wish.briefShiftMinutes !== undefined) {
    const { settings: now } = await deps.desks.read(session.manager.id)
    return { briefTime: shifted(now.briefTime ?? session.manager.briefTime, wish.briefShiftMinutes) }
  }
  if (wish.locale !== undefined)
    return { locale: wish.locale, ...(wish.answers === true ? { answers: true } : {}) }
  if (wish.capacity !== undefined) return { capacity: wish.capacity }
  if (wish.rhythm !== undefined) return rhythmSetting(wish.rhythm)
  if (wish.resume === true) return { resume: true }
  const { from, until } = wish.pause ?? {}
  return until === undefined ? undefined : { pause: { until, ...(from === undefined ? {} : { from }) } }
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
