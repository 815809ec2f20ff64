import {
  type AttributeQuestion,
  attributeMatcher,
  attributesOf,
  holdsKind,
} from '../../domain/customer/attribute-query.js'
import type { Customer } from '../../domain/customer/customer.js'
import {
  type CustomerIndex,
  type Found,
  findCustomers,
  indexCustomers,
  type Spell,
} from '../../domain/customer/find-customers.js'
import type { Day } from '../../domain/day.js'
import type { Holding } from '../../domain/ledger/holding.js'
import { isRunning } from '../../domain/ledger/running.js'
import { CNY, type Fen, sumFen } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import type { RfmScore } from '../../domain/rfm/rfm.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books } from '../../ports/ports.js'

export interface SearchCustomersDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly spell: Spell
}

/** The customers a question is true of, and what they come to together. */
export interface CustomersFound {
  /** As the question orders and limits them. */
  readonly customers: readonly Customer[]
  /** How many it is true of, beyond a limit that was asked for. */
  readonly total: number
  /** Of all it is true of; assets that are not known count nothing. */
  readonly aumFen: Fen
  readonly unknownAum: number
  /** What they hold of the kinds and products that the question names, in yuan; absent where it names none. */
  readonly heldFen?: Fen
}

/** Finds customers of the manager's own book, by words or by what is true of them. */
export function searchCustomers({ books, policy, calendar, spell }: SearchCustomersDeps) {
  // A book is never changed after it was read: its index is good as long as its list of customers is the same.
  const indexes = new WeakMap<readonly Customer[], CustomerIndex>()
  const indexOf = (customers: readonly Customer[]) => {
    const index = indexes.get(customers) ?? indexCustomers(customers, spell)
    indexes.set(customers, index)
    return index
  }
  return {
    async byWords(managerId: string, sought: string): Promise<readonly Found[]> {
      const { customers } = await books.read(managerId)
      return findCustomers(indexOf(customers), sought)
    },

    /** @param among ids; absent: the whole book */
    async byAttributes(
      managerId: string,
      question: AttributeQuestion,
      today: Day,
      among?: readonly string[],
      scores?: ReadonlyMap<string, RfmScore>,
    ): Promise<CustomersFound> {
      const book = await books.read(managerId)
      const customers =
        among === undefined ? book.customers : book.customers.filter(({ id }) => among.includes(id))
      const matches =
        question.query === undefined
          ? customers
          : customers.filter(
              attributeMatcher(question.query, { policy, calendar, today, ...(scores && { scores }) }),
            )
      const ordered = matches.toSorted(byAssets(question.order))
      return {
        customers: question.limit === undefined ? ordered : ordered.slice(0, question.limit),
        total: matches.length,
        aumFen: sumFen(matches.flatMap((c) => c.aumFen ?? [])),
        ...heldOf(question, matches, today),
        unknownAum: matches.filter((c) => c.aumFen === undefined).length,
      }
    },
  }
}

export type SearchCustomers = ReturnType<typeof searchCustomers>

/** Who has unknown assets comes last in either order. */
function byAssets(order: AttributeQuestion['order']): (a: Customer, b: Customer) => number {
  const sign = order === 'largest' ? -1 : 1
  return (a, b) => {
    if (a.aumFen === b.aumFen) return a.id < b.id ? -1 : 1
    if (a.aumFen === undefined || b.aumFen === undefined) return a.aumFen === undefined ? 1 : -1
    return sign * (a.aumFen - b.aumFen)
  }
}

/** The sum of running holdings of what the question names; loans and cards with them. */
function heldOf(
  { query }: AttributeQuestion,
  matches: readonly Customer[],
  today: Day,
): Pick<CustomersFound, 'heldFen'> {
  const named = (query === undefined ? [] : attributesOf(query)).flatMap((a) =>
    a.of === 'held' || a.of === 'product' ? [a] : [],
  )
  if (query === undefined || query.kind === 'not' || named.length === 0) return {}
  const isNamed = (h: Holding) =>
    named.some((a) =>
      a.of === 'product' ? h.productId === a.id || h.productName === a.name : holdsKind(a, h),
    )
  const sums = matches.flatMap((c) =>
    c.holdings.filter((h) => h.currency === CNY && isRunning(h, today) && isNamed(h)).map((h) => h.amountFen),
  )
  return { heldFen: sumFen(sums) }
}
