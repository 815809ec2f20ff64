import { isDeepStrictEqual } from 'node:util'
import type { Desk } from '../../domain/manager/desk.js'
import type { Locale } from '../../domain/manager/manager.js'
import type { DeskSettings } from '../../domain/manager/settings.js'
import { undone, type WriteRecord, written } from './records.js'

const LANGUAGE_OF = { 'zh-CN': 'zh', 'en-US': 'en' } as const satisfies Record<Locale, string>

/** Each setting by its name, with its value; undefined where the roster and the policy hold. */
const SETTINGS = {
  'brief-time': ({ briefTime }) => briefTime,
  'daily-limit': ({ capacity }) => capacity,
  language: ({ locale }) => locale && LANGUAGE_OF[locale],
  'time-zone': ({ timeZone }) => timeZone,
  'wrap-up-time': ({ wrapUpTime }) => wrapUpTime,
  'pushes-off': ({ without }) => without,
  pause: ({ pausedFrom, pausedUntil }) =>
    pausedUntil && { ...(pausedFrom === undefined ? {} : { from: pausedFrom }), until: pausedUntil },
} as const satisfies Record<string, (settings: DeskSettings) => unknown>

/** What a manager changed of the own settings, and who stands in. A setting that is the roster's again was taken back. */
export function settingChanges(
  before: ReadonlyMap<string, Desk>,
  after: ReadonlyMap<string, Desk>,
  managerId: string,
): readonly WriteRecord[] {
  return [
    ...ownChanges(before.get(managerId), after.get(managerId)),
    ...standInChanges(standIns(before, managerId), standIns(after, managerId)),
  ]
}

function ownChanges(was: Desk | undefined, is: Desk | undefined): readonly WriteRecord[] {
  const change = is?.settingsChange
  const isTakenBack = change?.undone === true && !isDeepStrictEqual(was?.settingsChange, change)
  return Object.entries(SETTINGS).flatMap(([setting, valueIn]) => {
    const then = valueIn(was?.settings ?? {})
    const now = valueIn(is?.settings ?? {})
    if (isDeepStrictEqual(then, now)) return []
    const isGone = then !== undefined && (now === undefined || isTakenBack)
    return [
      isGone
        ? undone('settings.change', { setting, value: then })
        : written('settings.change', { setting, value: now }),
    ]
  })
}

/** Who looks after the book, with the days. */
function standIns(desks: ReadonlyMap<string, Desk>, managerId: string): ReadonlyMap<string, string> {
  return new Map(
    [...desks].flatMap(([standIn, { covers = [] }]) =>
      covers
        .filter((cover) => cover.managerId === managerId)
        .map(({ from, until }) => [standIn, `${from} ${until}`]),
    ),
  )
}

function standInChanges(
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): readonly WriteRecord[] {
  const setting = 'stand-in'
  return [
    ...[...was.keys()]
      .filter((one) => !is.has(one))
      .map((value) => undone('settings.change', { setting, value })),
    ...[...is]
      .filter(([one, days]) => was.get(one) !== days)
      .map(([value]) => written('settings.change', { setting, value })),
  ]
}
