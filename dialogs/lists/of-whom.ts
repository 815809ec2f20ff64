import type { Reading } from '../../src/language/reading.js'
import { describeQuery } from '../../src/messaging/cards/customers/found-card.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { type CustomersAskedDeps, customersAsked } from '../../src/usecases/customers/customers-asked.js'
import type { Session } from '../session.js'

/** Whose rows a list shows, and how that is said; both absent for the whole book. */
export interface OfWhom {
  readonly customerIds?: readonly string[]
  readonly whose?: string
}

/** The customers that a list is asked of: by name, or by what is true of them. */
export function ofWhom(deps: CustomersAskedDeps) {
  const asked = customersAsked(deps)
  return async ({ slots, asked: said }: Reading, { bookId, locale, today }: Session): Promise<OfWhom> => {
    if (slots.customers !== undefined) return { customerIds: slots.customers }
    const query = said?.query?.query
    if (query === undefined) return {}
    return {
      customerIds: await asked(bookId, query, today),
      whose: describeQuery(query, customerWordsFor(locale).find),
    }
  }
}
