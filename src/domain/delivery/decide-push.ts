import { type Day, dayIn, timeIn, weekOf } from '../day.js'
import type { Delivery, DeliveryKind } from '../manager/delivery.js'
import type { DeskState } from '../manager/desk-state.js'
import { findDelivery } from '../manager/ledger-of-sends.js'
import { hasLeft, type Manager } from '../manager/manager.js'
import { isPaused } from '../manager/settings.js'
import type { WorkingCalendar } from '../working-days.js'

export interface PushFacts {
  readonly manager: Manager
  readonly desk: DeskState
  readonly calendar: WorkingCalendar
  /** Local time from which nothing is pushed any more, `HH:mm`. */
  readonly cutOff: string
  /** Local time of what comes in the evening, where the manager set none; without it nothing of the evening is due. */
  readonly wrapUpTime?: string
  readonly now: Date
  /** What `now` is for the manager, where it is known already. */
  readonly at?: LocalTime
}

/** A day and a wall-clock time `HH:mm` in a manager's zone. */
export interface LocalTime {
  readonly day: Day
  readonly time: string
}

export type PushDecision =
  | { readonly due: true; readonly day: Day }
  | { readonly due: false; readonly reason: NotDue }

export type NotDue =
  /** The push is for managers with a book, or for the head of a branch. */
  | 'no-book'
  | 'not-head'
  /** The manager does not want pushes of this kind. */
  | 'switched-off'
  /** Once a week, on another day. */
  | 'other-day'
  /** There is nothing to tell. */
  | 'nothing'
  | 'left'
  | 'not-installed'
  | 'suspended'
  | 'day-off'
  | 'paused'
  | 'too-early'
  | 'too-late'
  /** The ledger has the last word: sent, refused, or possibly delivered and therefore not repeated. */
  | 'settled'
  | 'in-flight'

/** The day and the wall-clock time it is for a manager, by their own setting or the roster. */
export function localTime(of: Pick<PushFacts, 'manager' | 'desk'>, now: Date): LocalTime {
  const zone = zoneOf(of)
  return { day: dayIn(zone, now), time: timeIn(zone, now) }
}

/** The manager's own zone, by their setting or the roster. */
export function zoneOf({ manager, desk }: Pick<PushFacts, 'manager' | 'desk'>): string {
  return desk.settings.timeZone ?? manager.timeZone
}

/** Whom each kind is for, on which working days, and from when on. */
const KINDS = {
  brief: { role: 'manager', on: 'each', from: 'brief' },
  week: { role: 'manager', on: 'first-of-week', from: 'brief' },
  'wrap-up': { role: 'manager', on: 'each', from: 'wrap-up' },
  results: { role: 'manager', on: 'last-of-week', from: 'wrap-up' },
  branch: { role: 'head', on: 'each', from: 'brief' },
  campaign: { role: 'head', on: 'last-of-week', from: 'wrap-up' },
  alert: { role: 'manager', on: 'each', from: 'brief' },
  'hand-over': { role: 'manager', on: 'each', from: 'brief' },
  // A meeting on a day off is prepared for like any other.
  meeting: { role: 'manager', on: 'any', from: 'any' },
} as const satisfies Record<
  DeliveryKind,
  {
    readonly role: Manager['role']
    /** Of the working days; `any`: on days off as well. */
    readonly on: 'each' | 'first-of-week' | 'last-of-week' | 'any'
    readonly from: 'brief' | 'wrap-up' | 'any'
  }
>

/** The local time from which a kind is due; undefined where there is none. */
export function pushTime(
  kind: DeliveryKind,
  { manager, desk, wrapUpTime }: Pick<PushFacts, 'manager' | 'desk' | 'wrapUpTime'>,
): string | undefined {
  switch (KINDS[kind].from) {
    case 'brief':
      return desk.settings.briefTime ?? manager.briefTime
    case 'wrap-up':
      return desk.settings.wrapUpTime ?? wrapUpTime
    case 'any':
      return '00:00'
  }
}

/** Whether a kind comes on this working day: Monday's on the week's first one, Friday's on its last. */
export function comesOn(kind: DeliveryKind, on: Day, calendar: WorkingCalendar): boolean {
  const { from, to } = weekOf(on)
  switch (KINDS[kind].on) {
    case 'each':
    case 'any':
      return true
    case 'first-of-week':
      return calendar.previous(on) < from
    case 'last-of-week':
      return calendar.next(on) > to
  }
}

/**
 * Whether this manager's push of today is to be sent at this instant: on a working day, from their time on and before
 * the cut-off, where nothing of (manager, day, kind) has been settled. Derived from data alone, so that a restart, a
 * missed minute or another zone needs no rule of its own.
 */
export function decidePush(kind: DeliveryKind, facts: PushFacts): PushDecision {
  const { manager, desk, calendar, cutOff } = facts
  const no = (reason: NotDue): PushDecision => ({ due: false, reason })
  if (manager.role !== KINDS[kind].role) return no(manager.role === 'head' ? 'no-book' : 'not-head')
  const { day, time } = facts.at ?? localTime(facts, facts.now)
  if (hasLeft(manager, day)) return no('left')
  if (desk.reference === undefined) return no('not-installed')
  if (desk.suspendedSince !== undefined) return no('suspended')

  if (KINDS[kind].on !== 'any' && !calendar.isWorkingDay(day)) return no('day-off')
  if (isPaused(desk.settings, day)) return no('paused')
  if (desk.settings.without?.includes(kind) === true) return no('switched-off')
  if (!comesOn(kind, day, calendar)) return no('other-day')
  const from = pushTime(kind, facts)
  if (from === undefined || time < from) return no('too-early')
  if (time >= cutOff) return no('too-late')

  // The brief goes first: it may tell of the movement.
  if (kind === 'alert' && !isSettled(findDelivery(desk, day, 'brief'))) return no('too-early')
  switch (findDelivery(desk, day, kind)?.state) {
    case undefined:
    case 'planned':
    // The refusal that suspended the manager has been lifted since, and a refused message was not delivered.
    case 'suspended':
      return { due: true, day }
    case 'sending':
      return no('in-flight')
    case 'sent':
    case 'unknown':
    case 'failed':
      // An alert, a sheet may be followed by another, of what was not told yet; the brief goes first.
      return isRepeating(kind) ? { due: true, day } : no('settled')
  }
}

/** Whether several of a kind may be sent on one day, each of something else; there may be none as well. */
export function isRepeating(kind: DeliveryKind): boolean {
  return kind === 'alert' || kind === 'hand-over' || kind === 'meeting'
}

function isSettled(row: Delivery | undefined): boolean {
  return row !== undefined && ['sent', 'unknown', 'failed'].includes(row.state)
}
