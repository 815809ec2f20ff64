import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { planWrapUp, type WrapUp } from '../../domain/wrap-up/wrap-up.js'
import type { Books, Desks, OccasionSources } from '../../ports/ports.js'

export interface ShowWrapUpDeps {
  readonly books: Books
  readonly desks: Desks
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** The evening of one manager's day. */
export function showWrapUp({ books, desks, sources, policy, calendar }: ShowWrapUpDeps) {
  return async (managerId: string, day: Day): Promise<WrapUp> => {
    const { opened } = await desks.read(managerId)
    return planWrapUp(await books.read(managerId), policy, calendar, day, {
      ...(opened === undefined ? {} : { opened }),
      sources: await sources.for(managerId),
    })
  }
}
