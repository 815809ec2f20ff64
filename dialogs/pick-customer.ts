import { findCustomer } from '../src/domain/book.js'
import { attributeMatcher } from '../src/domain/customer/attribute-query.js'
import { findCustomers, indexCustomers } from '../src/domain/customer/find-customers.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { Session } from './session.js'

/** Which of a few customers words mean that name none: the trade, the firm, the initials or the last digits of the phone. */
export type PickCustomers = (
  text: string,
  from: readonly string[],
  session: Session,
) => Promise<readonly string[]>

export function createPickCustomers(
  deps: Pick<HandlerDeps, 'books' | 'particulars' | 'policy'>,
): PickCustomers {
  return async (text, from, { manager, today }) => {
    const { attributes, fold, spell } = deps.particulars()
    const words = soughtIn(fold(text))
    if (words.length < 2) return []
    const book = await deps.books.read(manager.id)
    const customers = [...new Set(from)].flatMap((id) => findCustomer(book, id) ?? [])
    const named = customers.filter(({ name, nickname, company, occupation, phone }) => {
      const shown = [name, nickname, company, occupation].map((s) => s && fold(s))
      return shown.some((s) => s?.includes(words)) || phone?.replace(/\D/g, '').endsWith(words) === true
    })
    if (named.length > 0) return named.map((c) => c.id)
    const spelt = /^[a-z ]+$/.test(words) ? findCustomers(indexCustomers(customers, spell), words) : []
    if (spelt.length > 0) return spelt.map(({ customer }) => customer.id)
    const query = attributes(text, today)?.query
    if (query === undefined) return []
    const fits = attributeMatcher(query, deps.policy, today)
    return customers.filter(fits).map((c) => c.id)
  }
}

function soughtIn(folded: string): string {
  return folded
    .trim()
    .replace(
      /^(?:尾号|做|搞|开|在|是|当)|(?:的)?(?:那个|那位|这个|的)?[。?!]*$|^the (?:one )?(?:(?:in|at|with|from|who(?: is|'s)? (?:in|at|an?|the)?) ?)?| one[.?!]*$/g,
      '',
    )
    .trim()
}
