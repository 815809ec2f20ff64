import { customersCounted } from '../../domain/book.js'
import type { Period } from '../../domain/day.js'
import { type Results, resultsOf } from '../../domain/results/results.js'
import type { Books } from '../../ports/ports.js'

/** What the manager did in a period. */
export function showResults({ books }: { readonly books: Books }) {
  return async (managerId: string, period: Period, asker = managerId): Promise<Results> => {
    const customers = customersCounted(await books.read(managerId))
    if (asker === managerId) return resultsOf(customers, managerId, period)
    // Contacts are whoever's logged them, with customers of any book that the asker sees; promises are the book's.
    const seen = customersCounted(await books.read(asker))
    const { promisesKept } = resultsOf(customers, managerId, period)
    return { ...resultsOf(seen, managerId, period), promisesKept }
  }
}
