import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { type Leaving, leaving, type Sleeping, sleepingAccounts } from '../../domain/leaving/leaving.js'
import { maturedLately } from '../../domain/leaving/matured-money.js'
import { type AmountRange, CNY, isInRange } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import { type Group, groupOf, type Scored } from '../../domain/rfm/segments.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, TransactionFeeds } from '../../ports/ports.js'
import type { BranchScores } from '../branch/branch-scores.js'

export interface LeavingDeps {
  readonly books: Books
  readonly scores: BranchScores
  readonly feed: TransactionFeeds
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Which customers of the book are looked at; absent: all. */
export interface OfBook {
  /** Only these. */
  readonly customerIds?: readonly string[]
  /** Only customers whose assets lie in this range. */
  readonly assets?: AmountRange
}

/** Who of a book may be leaving and why, scored against all customers of the branch (Handbook §8.12). */
export function listLeaving(deps: LeavingDeps) {
  const { books, scores, feed, policy, calendar } = deps
  return async (managerId: string, of: OfBook, today: Day): Promise<readonly Leaving[]> => {
    const { customers } = await books.read(managerId)
    const branch = await scores(managerId, today)
    const facts = { scores: branch, feed: feed.current(), maturedMoney: maturedLately(policy, today) }
    return leaving(within(customers, of), facts, policy, calendar, today)
  }
}

/** The accounts of a book that sleep. */
export function listSleeping({ books, feed, policy }: LeavingDeps) {
  return async (managerId: string, of: OfBook, today: Day): Promise<readonly Sleeping[]> => {
    const { customers } = await books.read(managerId)
    return sleepingAccounts(within(customers, of), feed.current(), policy, today)
  }
}

/** The customers of a book who are in a group, the highest score first. */
export function listGroup({ books, scores }: LeavingDeps) {
  return async (managerId: string, group: Group, of: OfBook, today: Day): Promise<readonly Scored[]> => {
    const { customers } = await books.read(managerId)
    return groupOf(within(customers, of), await scores(managerId, today), group)
  }
}

function within(customers: readonly Customer[], { customerIds, assets }: OfBook): readonly Customer[] {
  const ids = customerIds && new Set(customerIds)
  return customers.filter(
    ({ id, aumFen }) =>
      (ids === undefined || ids.has(id)) &&
      (assets === undefined || (aumFen !== undefined && isInRange(assets, aumFen, CNY))),
  )
}
