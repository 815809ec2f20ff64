import { type Day, dayIn, timeIn } from '../day.js'
import { type DeliveryKind, type Desk, findDelivery, isPaused } from '../desk.js'
import type { Manager } from '../manager.js'
import type { WorkingCalendar } from '../working-days.js'

export interface PushFacts {
  readonly manager: Manager
  readonly desk: Desk
  readonly calendar: WorkingCalendar
  /** Local time from which nothing is pushed any more, `HH:mm`. */
  readonly cutOff: string
  readonly now: Date
}

export type PushDecision =
  | { readonly due: true; readonly day: Day }
  | { readonly due: false; readonly reason: NotDue }

export type NotDue =
  | 'no-book'
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
export function localTime({ manager, desk }: Pick<PushFacts, 'manager' | 'desk'>, now: Date) {
  const zone = desk.settings.timeZone ?? manager.timeZone
  return { day: dayIn(zone, now), time: timeIn(zone, now) }
}

/**
 * Whether this manager's push of today is to be sent at this instant: on a working day, from their time on and before
 * the cut-off, where nothing of (manager, day, kind) has been settled. Derived from data alone, so that a restart, a
 * missed minute or another zone needs no rule of its own.
 */
export function decidePush(kind: DeliveryKind, facts: PushFacts): PushDecision {
  const { manager, desk, calendar, cutOff } = facts
  const no = (reason: NotDue): PushDecision => ({ due: false, reason })
  if (manager.role !== 'manager') return no('no-book')
  if (desk.reference === undefined) return no('not-installed')
  if (desk.suspendedSince !== undefined) return no('suspended')

  const { day, time } = localTime(facts, facts.now)
  if (!calendar.isWorkingDay(day)) return no('day-off')
  if (isPaused(desk.settings, day)) return no('paused')
  if (time < (desk.settings.briefTime ?? manager.briefTime)) return no('too-early')
  if (time >= cutOff) return no('too-late')

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
      return no('settled')
  }
}
