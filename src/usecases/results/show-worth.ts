import { type Book, customersCounted } from '../../domain/book.js'
import type { Contact } from '../../domain/customer/contact.js'
import { type PromisesKept, promisesDue, promisesKept } from '../../domain/customer/promises-kept.js'
import { type Day, isWithin, type Period } from '../../domain/day.js'
import { percentOf } from '../../domain/percent.js'
import type { Policy } from '../../domain/policy.js'
import { type Mirror, type MirrorShares, mirrorOf, mirrorShares } from '../../domain/results/mirror.js'
import { addResults, type Results, resultsOf } from '../../domain/results/results.js'
import { addTwoSteps, type TwoSteps, twoStepsOf } from '../../domain/results/two-steps.js'
import { type LineWorth, whatWorks } from '../../domain/results/what-works.js'
import type { Books } from '../../ports/ports.js'
import { eachBook } from './asked-books.js'

export interface ShowWorthDeps {
  readonly books: Books
  readonly policy: Policy
}

/** What one manager did, and how: promises, lines, notes, chances (Handbook §8.7, 8.9, 8.10, 8.13). */
export interface ManagerWorth {
  readonly managerId: string
  readonly results: Results
  readonly promises: PromisesKept
  readonly whatWorks: readonly LineWorth[]
  readonly twoSteps: TwoSteps
  readonly mirror: Mirror
}

/** The same of a branch. Of its managers' notes only the shares of all together. */
export interface BranchWorth {
  readonly promises: PromisesKept
  readonly whatWorks: readonly LineWorth[]
  readonly twoSteps: TwoSteps
  readonly shares: MirrorShares
  /** By manager id. */
  readonly managers: readonly Omit<ManagerWorth, 'mirror' | 'whatWorks'>[]
}

/**
 * One manager's results of a period. `colleagues` are those whose books are looked through for contacts that the manager
 * logged: a customer who was handed over since takes none of them along.
 */
export function showManagerWorth({ books, policy }: ShowWorthDeps) {
  return async (
    managerId: string,
    period: Period,
    today: Day,
    colleagues: readonly string[] = [],
  ): Promise<ManagerWorth> => {
    const own = await books.read(managerId)
    const customers = customersCounted(own)
    const used = customers.flatMap(({ contacts }) => contactsOf(contacts, managerId, period))
    const others = colleagues.filter((id) => id !== managerId)
    const elsewhere = await eachBook(books, others, (book) => doneIn(book, managerId, period))
    const done = [doneIn(own, managerId, period), ...elsewhere.map(([, one]) => one)]
    return {
      managerId,
      results: addResults(done.map(({ results }) => results)),
      promises: promisesKept(promisesDue(customers, period, today)),
      whatWorks: whatWorks(used, policy),
      twoSteps: addTwoSteps(done.map(({ twoSteps }) => twoSteps)),
      mirror: mirrorOf(own.customers, managerId, period, policy),
    }
  }
}

/** The results of several managers together, as their head sees them. */
export function showBranchWorth({ books, policy }: ShowWorthDeps) {
  return async (managerIds: readonly string[], period: Period, today: Day): Promise<BranchWorth> => {
    const each = await eachBook(books, managerIds, (book) => ({
      done: new Map(managerIds.map((id) => [id, doneIn(book, id, period)])),
      used: customersCounted(book).flatMap(({ contacts }) =>
        contacts.filter(({ lines, on }) => lines !== undefined && isWithin(period, on)),
      ),
      promises: promisesKept(promisesDue(customersCounted(book), period, today)),
      counts: mirrorOf(book.customers, book.managerId, period, policy).counts,
    }))
    const found = each.map(([, one]) => one)
    const due = found.reduce((sum, { promises }) => sum + promises.due, 0)
    const kept = found.reduce((sum, { promises }) => sum + promises.kept, 0)
    return {
      promises: { due, kept, rate: percentOf(kept, due) },
      whatWorks: whatWorks(
        found.flatMap(({ used }) => used),
        policy,
      ),
      twoSteps: addTwoSteps(found.flatMap(({ done }) => [...done.values()].map(({ twoSteps }) => twoSteps))),
      shares: mirrorShares(found.map(({ counts }) => counts)),
      managers: each.map(([managerId, { promises }]) => {
        const done = found.flatMap((one) => one.done.get(managerId) ?? [])
        return {
          managerId,
          results: addResults(done.map(({ results }) => results)),
          promises,
          twoSteps: addTwoSteps(done.map(({ twoSteps }) => twoSteps)),
        }
      }),
    }
  }
}

/** What a manager logged with the customers of one book; promises are those of the own book. */
function doneIn(book: Pick<Book, 'managerId' | 'customers' | 'erased'>, managerId: string, period: Period) {
  const isOwn = book.managerId === managerId
  const customers = isOwn
    ? customersCounted(book)
    : customersCounted(book).filter(({ contacts }) => contacts.some(({ managerId: by }) => by === managerId))
  const results = resultsOf(customers, managerId, period)
  return {
    results: isOwn ? results : { ...results, promisesKept: 0 },
    twoSteps: twoStepsOf(customers, managerId, period),
  }
}

function contactsOf(contacts: readonly Contact[], managerId: string, period: Period): readonly Contact[] {
  return contacts.filter(
    ({ managerId: by, lines, on }) => by === managerId && lines !== undefined && isWithin(period, on),
  )
}
