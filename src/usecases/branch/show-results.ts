import type { Period } from '../../domain/day.js'
import { type Results, resultsOf } from '../../domain/results/results.js'
import type { Books } from '../../ports/ports.js'

/** What the manager did in a period. */
export function showResults({ books }: { readonly books: Books }) {
  return async (managerId: string, period: Period): Promise<Results> => {
    const { customers } = await books.read(managerId)
    return resultsOf(customers, managerId, period)
  }
}
