import type { Day } from '../../domain/day.js'
import { localTime } from '../../domain/delivery/decide-push.js'
import { type Meeting, meetingDue, meetingsOn } from '../../domain/delivery/meetings-due.js'
import { interrupted } from '../../domain/delivery/settle.js'
import { coveredOn } from '../../domain/manager/covers.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Policy } from '../../domain/policy.js'
import type { Books, Clock, Desks, Log } from '../../ports/ports.js'

export interface ComingMeetingsDeps {
  readonly books: Books
  readonly desks: Desks
  readonly policy: Policy
  readonly clock: Clock
  readonly log: Log
}

/** Whose meeting begins soon. Asked every minute, so a book is read once a day and after it changed. */
export interface ComingMeetings {
  /** Of these managers those to whom a sheet is due now, or was being sent; an unreadable book keeps nobody else waiting. */
  of(managers: readonly Manager[]): Promise<ReadonlySet<string>>
  /** The meeting that is due now, from the book as it is. */
  dueFor(manager: Manager): Promise<Meeting | undefined>
  /** A book changed; without an id, any may have. */
  changed(managerId?: string): void
}

export function comingMeetings({ books, desks, policy, clock, log }: ComingMeetingsDeps): ComingMeetings {
  const known = new Map<string, { readonly of: string; readonly meetings: readonly Meeting[] }>()

  async function meetingsOf(managerId: string, day: Day, desk: Desk): Promise<readonly Meeting[]> {
    // Whom one looks after may change without a word in any book.
    const of = [day, ...coveredOn(desk, day)].join(' ')
    const before = known.get(managerId)
    if (before?.of === of) return before.meetings
    const meetings = meetingsOn((await books.read(managerId)).customers, day)
    known.set(managerId, { of, meetings })
    return meetings
  }

  async function due(manager: Manager): Promise<Meeting | undefined> {
    const desk = await desks.read(manager.id)
    const at = localTime({ manager, desk }, clock.now())
    return meetingDue(await meetingsOf(manager.id, at.day, desk), desk, at, policy.meetingSheetMinutes)
  }

  async function wasInterrupted({ id }: Manager): Promise<boolean> {
    return interrupted(await desks.read(id), 'meeting').length > 0
  }

  return {
    async of(managers) {
      const found = new Set<string>()
      for (const manager of managers) {
        try {
          if ((await due(manager)) !== undefined || (await wasInterrupted(manager))) found.add(manager.id)
        } catch (error) {
          log.error('push.failed', error, { managerId: manager.id, kind: 'meeting' })
        }
      }
      return found
    },
    async dueFor(manager) {
      known.delete(manager.id)
      return due(manager)
    },
    changed(managerId) {
      if (managerId === undefined) known.clear()
      else known.delete(managerId)
    },
  }
}
