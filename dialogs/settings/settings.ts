import type { Day } from '../../src/domain/day.js'
import { nextBrief } from '../../src/domain/delivery/next-brief.js'
import type { RhythmKind } from '../../src/domain/manager/delivery.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type DeskSettings, withPush } from '../../src/domain/manager/settings.js'
import { settingsChangedReply, settingsReply } from '../../src/messaging/cards/settings/settings-card.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { standIns } from '../../src/usecases/branch/stand-ins.js'
import { changeSettings } from '../../src/usecases/settings/change-settings.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'

/** One thing that can be set. */
export type Setting =
  /** `HH:mm`. */
  | { readonly briefTime: string }
  /** `answers`: in what is answered as well, whatever it is asked in. */
  | { readonly locale: Locale; readonly answers?: true }
  | { readonly capacity: number }
  /** Both days included; absent `from`: at once. */
  | { readonly pause: { readonly from?: Day; readonly until: Day } }
  | { readonly resume: true }
  /** `HH:mm`, of the evening. */
  | { readonly wrapUpTime: string }
  | { readonly push: RhythmKind; readonly on: boolean }

/** What a manager chooses for themselves. */
export interface Settings {
  show(session: Session, lead?: string): Promise<void>
  /** Sets one thing, or says why it cannot be. */
  set(setting: Setting, session: Session): Promise<void>
}

const EARLIEST = '04:00'
const EVENING_FROM = '12:00'
const LEAST_CAPACITY = 1
const MOST_CAPACITY = 100

export function createSettings(
  deps: Pick<Deps, 'books' | 'desks' | 'journal' | 'managers' | 'policy' | 'calendar'>,
): Settings {
  const change = changeSettings(deps)
  const coveredBy = standIns(deps)
  const { policy, calendar } = deps

  /** Why it cannot be set so; undefined where it can. */
  function refusal(setting: Setting, { locale, today, manager }: Session): string | undefined {
    const own = deskWordsFor(locale).settings
    if ('briefTime' in setting) {
      if (setting.briefTime >= policy.briefCutOff) return own.tooLate(policy.briefCutOff)
      return setting.briefTime < EARLIEST ? own.tooEarly : undefined
    }
    if ('capacity' in setting) {
      const isWhole = Number.isInteger(setting.capacity)
      const isInRange = setting.capacity >= LEAST_CAPACITY && setting.capacity <= MOST_CAPACITY
      return isWhole && isInRange ? undefined : own.capacityRange(LEAST_CAPACITY, MOST_CAPACITY)
    }
    // A branch head is sent the morning of exceptions alone.
    if (manager.role === 'head' && ('push' in setting || 'wrapUpTime' in setting)) return own.cannot
    if ('wrapUpTime' in setting) {
      const isEvening = setting.wrapUpTime >= EVENING_FROM && setting.wrapUpTime < policy.eveningCutOff
      return isEvening ? undefined : own.eveningRange(EVENING_FROM, policy.eveningCutOff)
    }
    return 'pause' in setting && setting.pause.until < today ? own.untilPast : undefined
  }

  return {
    async show(session, lead) {
      const { manager, locale, today } = session
      const { settings } = await deps.desks.read(manager.id)
      const covers = await coveredBy(manager.id, today)
      const version = session.turnId
      await session.reply(settingsReply({ settings, manager, policy, locale, today, covers, version }, lead))
    },

    async set(setting, session) {
      const { turnId: changeId, manager, today, now, at } = session
      const no = refusal(setting, session)
      if (no !== undefined) {
        await session.reply({ text: no })
        return
      }
      // A change of language is told in the language it was changed to.
      const locale = 'locale' in setting ? setting.locale : session.locale
      const own = deskWordsFor(locale).settings
      if ('locale' in setting) {
        delete session.memory.answersIn
        if (setting.answers === true) session.memory.answersIn = setting.locale
      }
      const { settings } = await deps.desks.read(manager.id)
      if (sameSettings(settings, withSetting(settings, setting))) {
        const isResume = 'resume' in setting
        await this.show(
          session,
          isResume ? own.notPausedNow : 'answers' in setting ? own.answersNote : undefined,
        )
        return
      }
      const { before, after } = await change({
        changeId,
        managerId: manager.id,
        at,
        change: (current) => withSetting(current, setting),
      })
      const next = nextBrief(after, manager, calendar, today, now)
      const input = {
        changeId,
        before,
        settings: after,
        manager,
        policy,
        locale,
        today,
        next,
        answersIn: session.memory.answersIn,
      }
      await session.reply(settingsChangedReply(input))
    },
  }
}

function withSetting(settings: DeskSettings, setting: Setting): DeskSettings {
  if ('resume' in setting) {
    const { pausedFrom: _from, pausedUntil: _until, ...rest } = settings
    return rest
  }
  if ('pause' in setting) {
    const { pausedFrom: _from, ...rest } = settings
    const { from, until } = setting.pause
    return { ...rest, ...(from === undefined ? {} : { pausedFrom: from }), pausedUntil: until }
  }
  if ('locale' in setting) return { ...settings, locale: setting.locale }
  if ('push' in setting) return withPush(settings, setting.push, setting.on)
  return { ...settings, ...setting }
}

function sameSettings(a: DeskSettings, b: DeskSettings): boolean {
  const keys = [
    'briefTime',
    'locale',
    'timeZone',
    'capacity',
    'pausedFrom',
    'pausedUntil',
    'wrapUpTime',
  ] as const
  return keys.every((key) => a[key] === b[key]) && String(a.without) === String(b.without)
}
