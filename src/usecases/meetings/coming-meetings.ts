import type { Day } from '../../domain/day.js'
import { localTime } from '../../domain/delivery/decide-push.js'
import { type Meeting, meetingDue, meetingsOn } from '../../domain/delivery/meetings-due.js'
import { coveredOn } from '../../domain/manager/covers.js'
import type { DeskState } from '../../domain/manager/desk-state.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Policy } from '../../domain/policy.js'
import type { Books, Clock, Desks, Log } from '../../ports/ports.js'

export interface ComingMeetingsDeps {
  readonly books: Books
  readonly desks: Pick<Desks, 'read'>
  readonly policy: Policy
  readonly clock: Clock
  readonly log: Log
}

/** A manager and what says whose books they look after. */
interface Seen {
  readonly manager: Manager
  readonly desk: Pick<DeskState, 'covers'>
}

/** Whose meeting begins soon. Asked every minute, so a book is read once a day and after it changed. */
export interface ComingMeetings {
  /** Of that day as far as they were looked for; who is asked for the first time is looked for with the next `look`. */
  known(of: Seen, on: Day): readonly Meeting[]
  /** Reads the books that were asked for and not known. Gives whether any has a meeting; one that cannot be read keeps nobody waiting. `isOver`: nobody wants to know any more. */
  look(isOver: () => boolean): Promise<boolean>
  /** The meeting that is due now, from the book as it is. */
  dueFor(manager: Manager): Promise<Meeting | undefined>
  /** A book changed; without an id, any may have. */
  changed(managerId?: string): void
}

export function comingMeetings({ books, desks, policy, clock, log }: ComingMeetingsDeps): ComingMeetings {
  const found = new Map<string, { readonly of: string; readonly meetings: readonly Meeting[] }>()
  const asked = new Map<string, { readonly of: string; readonly on: Day }>()
  /** Those whose book is being read and has not changed meanwhile. */
  const unchanged = new Set<string>()

  async function lookFor(managerId: string, of: string, on: Day): Promise<readonly Meeting[]> {
    unchanged.add(managerId)
    const meetings = meetingsOn((await books.read(managerId)).customers, on)
    if (unchanged.has(managerId)) found.set(managerId, { of, meetings })
    return meetings
  }

  return {
    known({ manager, desk }, on) {
      if (manager.role === 'head') return []
      const of = placeOf(desk, on)
      const before = found.get(manager.id)
      if (before?.of === of) return before.meetings
      asked.set(manager.id, { of, on })
      return []
    },
    async look(isOver) {
      let isAny = false
      for (const [managerId, { of, on }] of asked) {
        if (isOver()) return isAny
        asked.delete(managerId)
        try {
          if ((await lookFor(managerId, of, on)).length > 0) isAny = true
        } catch (error) {
          log.error('push.failed', error, { managerId, kind: 'meeting' })
        }
      }
      return isAny
    },
    async dueFor(manager) {
      const desk = await desks.read(manager.id)
      const at = localTime({ manager, desk }, clock.now())
      const meetings = await lookFor(manager.id, placeOf(desk, at.day), at.day)
      return meetingDue(meetings, desk, at, policy.meetingSheetMinutes)
    },
    changed(managerId) {
      const whose = managerId === undefined ? [...found.keys(), ...unchanged] : [managerId]
      for (const id of whose) {
        found.delete(id)
        unchanged.delete(id)
      }
    },
  }
}

/** Whom one looks after may change without a word in any book. */
function placeOf(desk: Pick<DeskState, 'covers'>, on: Day): string {
  return [on, ...coveredOn(desk, on)].join(' ')
}
