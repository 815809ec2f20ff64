import type { AnyFlow, Flow, View } from '../../src/conversation/flow.js'
import { type Day, parseDay } from '../../src/domain/day.js'
import { LOCALES } from '../../src/domain/manager/manager.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Acts } from '../handler.js'
import { whenQuestion } from '../questions/questions.js'
import type { Session } from '../session.js'
import type { Setting, Settings } from './settings.js'

export const PAUSE_BRIEF = 'pause-brief'
export const SET_VALUE = 'set-value'

interface PauseState {
  /** First day without a brief; absent: at once. */
  readonly from?: Day
  readonly until?: Day
  readonly done?: true
}

/** Pauses the brief after asking until which day. */
function pauseBriefFlow(calendar: WorkingCalendar): Flow<PauseState, { readonly from?: Day }> {
  return {
    name: PAUSE_BRIEF,
    version: 2,
    begin: (input) => input,
    next({ from, until, done }, view) {
      if (done === true) return { kind: 'end' }
      if (until !== undefined) {
        const setting: Setting = { pause: { until, ...(from === undefined ? {} : { from }) } }
        return { kind: 'run', act: SET_VALUE, input: setting }
      }
      const { askUntil } = deskWordsFor(view.locale).settings
      const asked = { text: askUntil, customers: [], dayNeeded: true } as const
      return { kind: 'ask', question: whenQuestion(asked, view, calendar) }
    },
    take(state, answer) {
      const until =
        answer.kind === 'when'
          ? answer.moment?.day
          : answer.kind === 'choice'
            ? parseDay(answer.id)
            : undefined
      return until === undefined ? undefined : { ...state, until }
    },
    ran: (state) => ({ ...state, done: true }),
    left: (_state, { locale }) => wordingFor(locale).left,
  }
}

type Asked = 'brief-time' | 'locale' | 'capacity'

export interface ValueInput {
  readonly setting: Asked
  /** Customers a day, as it is set now. */
  readonly capacity: number
}

interface ValueState extends ValueInput {
  readonly value?: string
  readonly done?: true
}

const OFFERED_TIMES = ['07:30', '08:00', '08:30', '09:00'] as const
const OFFERED_CAPACITIES = [8, 12, 15, 20] as const

/** Sets one thing whose value was not said, after asking for it. */
const setValueFlow: Flow<ValueState, ValueInput> = {
  name: SET_VALUE,
  version: 2,
  begin: (input) => input,
  next({ setting, capacity, value, done }, view) {
    if (done === true) return { kind: 'end' }
    const wish = value === undefined ? undefined : settingFrom(setting, value)
    if (wish !== undefined) return { kind: 'run', act: SET_VALUE, input: wish }
    return {
      kind: 'ask',
      question: { open: { kind: 'setting', setting }, say: sayOf(setting, capacity, view) },
    }
  },
  take: (state, answer) => (answer.kind === 'choice' ? { ...state, value: answer.id } : undefined),
  ran: (state) => ({ ...state, done: true }),
  left: (_state, { locale }) => wordingFor(locale).left,
}

function sayOf(setting: Asked, capacity: number, { locale }: View) {
  const own = deskWordsFor(locale).settings
  const choices = (titles: readonly (readonly [string, string])[]) =>
    titles.map(([id, title]) => ({ id, title }))
  switch (setting) {
    case 'brief-time':
      return {
        as: 'choices',
        text: own.askBriefTime,
        choices: choices(OFFERED_TIMES.map((time) => [time, time])),
      } as const
    case 'capacity':
      return {
        as: 'choices',
        text: own.askCapacity(capacity),
        choices: choices(OFFERED_CAPACITIES.map((n) => [String(n), own.people(n)])),
      } as const
    case 'locale':
      return {
        as: 'choices',
        text: own.askLanguage,
        choices: choices(LOCALES.map((l) => [l, own.languages[l]])),
      } as const
  }
}

function settingFrom(setting: Asked, value: string): Setting | undefined {
  if (setting === 'brief-time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? { briefTime: value } : undefined
  if (setting === 'capacity') return { capacity: Number(value) }
  const locale = LOCALES.find((one) => one === value)
  return locale && { locale }
}

export function settingsFlows(calendar: WorkingCalendar): readonly AnyFlow[] {
  return [pauseBriefFlow(calendar), setValueFlow]
}

export function settingsActs(settings: Settings): Acts {
  return { [SET_VALUE]: (setting: Setting, session: Session) => settings.set(setting, session) }
}
