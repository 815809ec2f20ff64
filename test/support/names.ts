import { languageFolders } from '../../src/compose/places.js'
import { loadLanguage } from '../../src/language/load.js'
import type { Gazetteer } from '../../src/language/people/book-names.js'
import type { Colleague } from '../../src/language/people/colleague-names.js'
import { findMentions, type PersonMention } from '../../src/language/people/find-mentions.js'
import type { KnownCustomer } from '../../src/language/people/known-customer.js'
import { fold } from '../../src/language/text/normalise.js'

export const model = loadLanguage(languageFolders())

/** A book of invented customers: names alone, or with what else is known of them; ids are N1, N2, … in this order. */
export function bookOf(
  customers: readonly (string | Omit<KnownCustomer, 'id'>)[],
  colleagues: readonly Colleague[] = [],
): Gazetteer {
  const known = customers.map((c, i) => ({ id: `N${i + 1}`, ...(typeof c === 'string' ? { name: c } : c) }))
  return model.book(known, colleagues)
}

export function mentionsOf(text: string, book: Gazetteer): readonly PersonMention[] {
  return findMentions(text, fold(text, model.tools.simplified).folded, book, model.tools.naming)
}

/** Each mention as `words=ids`: ids joined by `+`, `?` for a stranger, `@` before a colleague's. */
export function mentionsIn(text: string, book: Gazetteer): string {
  return mentionsOf(text, book)
    .map(({ start, end, ids, colleague }) => {
      const who = colleague === undefined ? ids.join('+') || '?' : `@${colleague}`
      return `${text.slice(start, end)}=${who}`
    })
    .join(' ')
}
