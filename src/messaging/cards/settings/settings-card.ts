import type { Day } from '../../../domain/day.js'
import { RHYTHM_KINDS, type RhythmKind } from '../../../domain/manager/delivery.js'
import { LOCALES, type Locale, type Manager } from '../../../domain/manager/manager.js'
import type { DeskSettings } from '../../../domain/manager/settings.js'
import type { Policy } from '../../../domain/policy.js'
import type { Reply } from '../../../ports/reply.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { formatDay } from '../../wording/days/format.js'
import { block, buttons, card, type Element, facts, leftRight, line, press } from '../parts/elements.js'

export interface SettingsCardInput {
  readonly settings: DeskSettings
  readonly manager: Manager
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
}

export interface SettingsShownInput extends SettingsCardInput {
  /** Who looks after the book, now or later. */
  readonly covers: readonly { readonly name: string; readonly from: Day; readonly until: Day }[]
  /** Key of repeats: a button of this card counts once. */
  readonly version: string
}

type Row = readonly [title: string, value: string]

/** What is set, and what can be said to change it. */
export function settingsReply(input: SettingsShownInput, lead?: string): Reply {
  const { locale } = input
  const own = deskWordsFor(locale).settings
  const pushes = pushRows(input)
  const shown = [...ownRows(input), ...standInRows(input)]
  const rows = [...shown, ...pushes.map(({ row }) => row)]
  const text = [
    ...(lead === undefined ? [] : [lead]),
    own.title,
    ...rows.map(([k, v]) => `  ${k}: ${v}`),
    own.hint,
  ].join('\n')
  return {
    text,
    summary: own.title,
    data: input.settings,
    card: card(
      [
        ...(lead === undefined ? [] : [line(lead)]),
        line(own.title, { size: 'Large', weight: 'Bolder' }),
        facts(shown),
        ...pushes.map((push, index) => pushLine(push, index, input)),
        line(own.hint, { isSubtle: true, size: 'Small' }),
      ],
      text,
    ),
  }
}

export interface SettingsChangedInput extends SettingsCardInput {
  readonly changeId: string
  readonly before: DeskSettings
  /** The next brief that will be sent, `HH:mm`. */
  readonly next: { readonly day: Day; readonly time: string }
  /** The language that was asked for in answers as well. */
  readonly answersIn?: Locale | undefined
}

/** What was changed, before → after, when the next brief comes, and a way back. */
export function settingsChangedReply(input: SettingsChangedInput): Reply {
  const { changeId, before, settings, locale, today, next } = input
  const own = deskWordsFor(locale).settings
  const old = settingRows({ ...input, settings: before })
  const changed = settingRows(input).flatMap(([title, value], index): readonly Row[] => {
    const was = old[index]?.[1]
    return was === undefined || was === value ? [] : [[title, own.from(was, value)]]
  })
  const notes = [
    ...(before.locale === settings.locale
      ? []
      : [input.answersIn === settings.locale ? own.answersNote : own.languageNote]),
    ...(settings.pausedUntil === undefined || before.pausedUntil === settings.pausedUntil
      ? []
      : [own.pausedNote]),
    ...(changesBrief(before, settings) ? [own.nextBrief(formatDay(next.day, locale, today), next.time)] : []),
  ]
  const text = [own.changed, ...changed.map(([k, v]) => `  ${k}: ${v}`), ...notes].join('\n')
  return {
    text,
    summary: own.changed,
    data: { changeId, before, after: settings },
    card: card(
      [
        line(`✓ ${own.changed}`, { weight: 'Bolder', color: 'Accent' }),
        facts(changed),
        ...notes.map((note) => line(note, { isSubtle: true, size: 'Small' })),
        buttons([press(own.back, 'settings.undo', { changeId, once: changeId })]),
      ],
      text,
    ),
  }
}

function changesBrief(before: DeskSettings, after: DeskSettings): boolean {
  const keys = ['briefTime', 'pausedFrom', 'pausedUntil'] as const
  return keys.some((key) => before[key] !== after[key])
}

/** Every setting as it counts: what the manager chose, else the roster and the policy. */
function settingRows(input: SettingsCardInput): readonly Row[] {
  return [...ownRows(input), ...pushRows(input).map(({ row }) => row)]
}

function ownRows({ settings, manager, policy, locale, today }: SettingsCardInput): readonly Row[] {
  const own = deskWordsFor(locale).settings
  const language = LOCALES.find((l) => l === (settings.locale ?? manager.locale)) ?? manager.locale
  return [
    [own.briefTime, settings.briefTime ?? manager.briefTime],
    [own.language, own.languages[language]],
    [own.capacity, own.people(settings.capacity ?? policy.dailyCapacity)],
    [own.pause, pauseText(settings, locale, today)],
  ]
}

interface PushRow {
  readonly kind: RhythmKind
  readonly isOn: boolean
  readonly row: Row
}

/** A branch head has the morning of exceptions alone. */
function pushRows({ settings, manager, policy, locale }: SettingsCardInput): readonly PushRow[] {
  const own = deskWordsFor(locale).settings
  if (manager.role === 'head') return []
  return RHYTHM_KINDS.map((kind) => {
    const isOn = settings.without?.includes(kind) !== true
    const when = kind === 'wrap-up' ? (settings.wrapUpTime ?? policy.wrapUpTime) : own.pushed[kind]
    return { kind, isOn, row: [own.pushes[kind], isOn ? when : own.switchedOff] }
  })
}

/** What is pushed, with its switch at the right. */
function pushLine(
  { kind, isOn, row: [title, value] }: PushRow,
  index: number,
  { locale, version }: SettingsShownInput,
): Element {
  const own = deskWordsFor(locale).settings
  const button = press(isOn ? own.turnOff : own.turnOn, 'settings.set', {
    push: kind,
    on: isOn ? 'off' : 'on',
    once: `${version}-${kind}`,
  })
  return block(
    [
      leftRight(
        [line(title), line(value, { isSubtle: true, size: 'Small', spacing: 'None' })],
        [buttons([button])],
      ),
    ],
    { separator: true, spacing: index === 0 ? 'Medium' : 'Small' },
  )
}

function standInRows({ covers, locale, today }: SettingsShownInput): readonly Row[] {
  const own = deskWordsFor(locale).settings
  return covers.map(({ name, from, until }) => {
    const last = formatDay(until, locale, today)
    return [
      own.standIn,
      from <= today
        ? own.standInUntil(name, last)
        : own.standInOf(name, formatDay(from, locale, today), last),
    ]
  })
}

/** A pause that is over is none. */
function pauseText({ pausedFrom, pausedUntil }: DeskSettings, locale: Locale, today: Day): string {
  const own = deskWordsFor(locale).settings
  if (pausedUntil === undefined || pausedUntil < today) return own.notPaused
  const until = formatDay(pausedUntil, locale, today)
  return pausedFrom === undefined || pausedFrom <= today
    ? own.pausedUntil(until)
    : own.paused(formatDay(pausedFrom, locale, today), until)
}
