import type { Day } from '../../domain/day.js'
import { findDelivery, withDelivery } from '../../domain/manager/ledger-of-sends.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Desks } from '../../ports/ports.js'

export interface BriefShown {
  readonly manager: Manager
  readonly today: Day
  /** The manager's wall-clock time, `HH:mm`. */
  readonly now: string
  /** ISO 8601 instant. */
  readonly at: string
}

/**
 * The manager saw today's brief without its being pushed, on opening the chat: from the time of the push on that
 * stands for it. Earlier the push still comes, for by then the night's files may have changed the list.
 */
export function noteBriefShown(deps: { readonly desks: Desks; readonly calendar: WorkingCalendar }) {
  return async ({ manager, today, now, at }: BriefShown): Promise<void> => {
    if (!deps.calendar.isWorkingDay(today)) return
    await deps.desks.change(manager.id, (desk) => {
      const early = now < (desk.settings.briefTime ?? manager.briefTime)
      const state = findDelivery(desk, today, 'brief')?.state
      // One that waits for its next attempt has been told by this; every other row has had its own end.
      if (early || (state !== undefined && state !== 'planned')) return { desk, result: undefined }
      const row = {
        day: today,
        kind: 'brief',
        state: 'sent',
        at,
        attempts: 0,
        detail: 'shown',
        seenAt: at,
      } as const
      return { desk: withDelivery(desk, row), result: undefined }
    })
  }
}
