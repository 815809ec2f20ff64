import type { Day } from '../domain/day.js'
import { type AmountRange, CNY, isInRange } from '../domain/money.js'
import type { Policy } from '../domain/policy.js'
import { type Leaving, leaving, type Sign } from '../domain/rfm/churn.js'
import { scoreBranch } from '../domain/rfm/rfm.js'
import type { Books, Managers } from './ports.js'

export interface ListLeavingDeps {
  readonly books: Books
  readonly managers: Managers
  readonly policy: Policy
}

export interface LeavingQuery {
  readonly sign?: Sign
  /** Only customers whose assets lie in this range. */
  readonly assets?: AmountRange
}

/** Who of the manager's own customers may be leaving, scored against all customers of the branch (Handbook §6, §9). */
export function listLeaving({ books, managers, policy }: ListLeavingDeps) {
  return async (managerId: string, query: LeavingQuery, today: Day): Promise<readonly Leaving[]> => {
    const own = await books.read(managerId)
    const branchId = managers.find(managerId)?.branchId
    const colleagues = managers.all().filter((m) => m.branchId === branchId && m.id !== managerId)
    const others = await Promise.all(colleagues.map(({ id }) => books.read(id)))
    const branch = new Map([own, ...others].flatMap((book) => book.customers.map((c) => [c.id, c] as const)))
    const scores = scoreBranch([...branch.values()], policy, today)
    const { sign, assets } = query
    return leaving(own.customers, scores, policy, today)
      .filter((row) => sign === undefined || row.signs.includes(sign))
      .filter(
        ({ customer: { aumFen } }) =>
          assets === undefined || (aumFen !== undefined && isInRange(assets, aumFen, CNY)),
      )
  }
}
