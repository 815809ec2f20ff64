import { type AttributeQuery, attributeMatcher, needsScores } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books } from '../../ports/ports.js'
import type { BranchScores } from '../branch/branch-scores.js'

export interface CustomersAskedDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly scores: BranchScores
}

/** Ids of the manager's own customers of whom the query is true, for a list that is asked of them alone. */
export function customersAsked({ books, policy, calendar, scores }: CustomersAskedDeps) {
  return async (managerId: string, query: AttributeQuery, today: Day): Promise<readonly string[]> => {
    const { customers } = await books.read(managerId)
    const of = needsScores(query) ? await scores(managerId, today) : undefined
    return customers
      .filter(attributeMatcher(query, { policy, calendar, today, ...(of && { scores: of }) }))
      .map(({ id }) => id)
  }
}
