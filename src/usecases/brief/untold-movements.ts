import type { Day } from '../../domain/day.js'
import { untoldOf } from '../../domain/delivery/told.js'
import { largeMovements, type Movement } from '../../domain/ledger/movements.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, Desks } from '../../ports/ports.js'

export interface UntoldMovementsDeps {
  readonly books: Books
  readonly desks: Desks
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Large movements since the last working day that no push has told the manager, as an import during the day brings them. */
export function untoldMovements({ books, desks, policy, calendar }: UntoldMovementsDeps) {
  return async (managerId: string, day: Day): Promise<readonly Movement[]> => {
    const { customers } = await books.read(managerId)
    const since = { from: calendar.previous(day), to: day }
    const large = largeMovements(customers, since, policy).filter((m) => !m.customer.doNotContact)
    return untoldOf(large, await desks.read(managerId), day)
  }
}
