import { type AttributeQuery, attributeMatcher } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { Books } from '../../ports/ports.js'

export interface CustomersAskedDeps {
  readonly books: Books
  readonly policy: Policy
}

/** Ids of the manager's own customers of whom the query is true, for a list that is asked of them alone. */
export function customersAsked({ books, policy }: CustomersAskedDeps) {
  return async (managerId: string, query: AttributeQuery, today: Day): Promise<readonly string[]> => {
    const { customers } = await books.read(managerId)
    return customers.filter(attributeMatcher(query, policy, today)).map(({ id }) => id)
  }
}
