import type { Day } from '../domain/day.js'
import {
  comesOn,
  decidePush,
  type LocalTime,
  localTime,
  type PushFacts,
  pushTime,
  zoneOf,
} from '../domain/delivery/decide-push.js'
import { type Meeting, meetingDue } from '../domain/delivery/meetings-due.js'
import { interrupted } from '../domain/delivery/settle.js'
import type { DeliveryKind } from '../domain/manager/delivery.js'
import type { DeskState } from '../domain/manager/desk-state.js'
import type { Manager } from '../domain/manager/manager.js'

/** One manager as the minute finds them. */
export interface ManagerState {
  readonly manager: Manager
  readonly desk: DeskState
}

/** What may have happened: the kinds that tell of something are looked into only where it may have. */
export interface MinuteEvents {
  /** Ids of managers to whom something new may be told. */
  readonly alert: ReadonlySet<string>
  readonly 'hand-over': ReadonlySet<string>
  /** Meetings of that day, as far as they are known. */
  meetingsOf(state: ManagerState, on: Day): readonly Meeting[]
}

export interface MinuteRules extends Pick<PushFacts, 'calendar' | 'wrapUpTime'> {
  cutOffOf(kind: DeliveryKind): string
  /** How long before a meeting its sheet comes. */
  readonly meetingSheetMinutes: number
  /** The present instant by the clock of the claims; absent: nobody else sends. */
  readonly claimsNow?: Date
  /** Absent: every kind. */
  readonly kinds?: readonly DeliveryKind[]
  /** Of several processes each goes through what is due at the same time in an order of its own, so that they seldom meet. */
  placeOf?(managerId: string): string
}

export interface PlannedSend {
  readonly manager: Manager
  readonly kind: DeliveryKind
  readonly day: Day
  /** The wall-clock time from which it was due, `HH:mm`. */
  readonly from: string
  /** Before others that have waited as long. */
  readonly place: string
}

export interface MinutePlan {
  /** Of all kinds, in the order in which they leave. */
  readonly sends: readonly PlannedSend[]
  /** Rows that say they are being sent, though nobody is sending. */
  readonly interrupted: readonly { readonly managerId: string; readonly kind: DeliveryKind }[]
  /** Those whose own data cannot be decided on (a zone that is none); the others do not wait for them. */
  readonly undecided: readonly { readonly managerId: string; readonly error: unknown }[]
}

/** The order of one minute: what cannot wait first. */
const IN_ORDER = [
  'meeting',
  'brief',
  'branch',
  'alert',
  'hand-over',
  'week',
  'wrap-up',
  'results',
  'campaign',
] as const satisfies readonly DeliveryKind[]

/** What this minute has to do, of all kinds at once, told by states, events, calendar and time alone. */
export function planMinute(
  states: readonly ManagerState[],
  events: MinuteEvents,
  now: Date,
  rules: MinuteRules,
): MinutePlan {
  const { kinds = IN_ORDER, calendar, meetingSheetMinutes } = rules
  const evening = rules.wrapUpTime === undefined ? {} : { wrapUpTime: rules.wrapUpTime }
  const inOrder = IN_ORDER.filter((kind) => kinds.includes(kind)).map(
    (kind) => [kind, rules.cutOffOf(kind)] as const,
  )
  const timeIn = timesAt(now)
  const coming = new Map<Day, typeof inOrder>()
  /** Those that come on that day at all: it is one day for nearly everybody, and asked for once. */
  const comingOn = (day: Day) => {
    const known = coming.get(day) ?? inOrder.filter(([kind]) => comesOn(kind, day, calendar))
    coming.set(day, known)
    return known
  }
  const sends: PlannedSend[] = []
  const left: { managerId: string; kind: DeliveryKind }[] = []
  const undecided: { managerId: string; error: unknown }[] = []

  const mayTell = (kind: DeliveryKind, state: ManagerState, at: LocalTime): boolean => {
    if (kind === 'alert' || kind === 'hand-over') return events[kind].has(state.manager.id)
    if (kind !== 'meeting') return true
    const meetings = events.meetingsOf(state, at.day)
    return meetings.length > 0 && meetingDue(meetings, state.desk, at, meetingSheetMinutes) !== undefined
  }

  for (const state of states) {
    const { manager, desk } = state
    for (const { kind } of interrupted(desk, rules.claimsNow))
      if (kinds.includes(kind)) left.push({ managerId: manager.id, kind })
    try {
      const at = timeIn(state)
      for (const [kind, cutOff] of comingOn(at.day)) {
        if (!mayTell(kind, state, at)) continue
        const decision = decidePush(kind, { manager, desk, calendar, cutOff, ...evening, now, at })
        if (!decision.due) continue
        const from = pushTime(kind, { manager, desk, ...evening })! // it is due, so it has one
        sends.push({ manager, kind, day: decision.day, from, place: rules.placeOf?.(manager.id) ?? '' })
      }
    } catch (error) {
      undecided.push({ managerId: manager.id, error })
    }
  }
  return { sends: sends.sort(byOrder), interrupted: left, undecided }
}

/** Plans of parts of a bank as one. */
export function joinPlans(plans: readonly MinutePlan[]): MinutePlan {
  return {
    sends: plans.flatMap(({ sends }) => sends).sort(byOrder),
    interrupted: plans.flatMap((plan) => plan.interrupted),
    undecided: plans.flatMap(({ undecided }) => undecided),
  }
}

export function sendKey({ manager, kind }: Pick<PlannedSend, 'manager' | 'kind'>): string {
  return `${manager.id} ${kind}`
}

const RANK = Object.fromEntries(IN_ORDER.map((kind, rank) => [kind, rank])) as Readonly<
  Record<DeliveryKind, number>
> // every kind is in the order

/** By kind, those who have waited longest first. */
function byOrder(a: PlannedSend, b: PlannedSend): number {
  if (a.kind !== b.kind) return RANK[a.kind] - RANK[b.kind]
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.place < b.place ? -1 : a.place > b.place ? 1 : 0
}

/** The wall-clock time of each zone, asked for once. */
function timesAt(now: Date): (state: ManagerState) => LocalTime {
  const known = new Map<string, LocalTime>()
  return (state) => {
    const zone = zoneOf(state)
    const at = known.get(zone) ?? localTime(state, now)
    known.set(zone, at)
    return at
  }
}
