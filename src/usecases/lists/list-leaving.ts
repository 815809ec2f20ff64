import type { Day } from '../../domain/day.js'
import { type AmountRange, CNY, isInRange } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import { type Leaving, leaving, type Sign } from '../../domain/rfm/churn.js'
import type { Books } from '../../ports/ports.js'
import type { BranchScores } from '../branch/branch-scores.js'

export interface ListLeavingDeps {
  readonly books: Books
  readonly scores: BranchScores
  readonly policy: Policy
}

export interface LeavingQuery {
  readonly sign?: Sign
  /** Only customers whose assets lie in this range. */
  readonly assets?: AmountRange
}

/** Who of the manager's own customers may be leaving, scored against all customers of the branch (Handbook §6, §9). */
export function listLeaving({ books, scores, policy }: ListLeavingDeps) {
  return async (managerId: string, query: LeavingQuery, today: Day): Promise<readonly Leaving[]> => {
    const { customers } = await books.read(managerId)
    const branch = await scores(managerId, today)
    const { sign, assets } = query
    return leaving(customers, branch, policy, today)
      .filter((row) => sign === undefined || row.signs.includes(sign))
      .filter(
        ({ customer: { aumFen } }) =>
          assets === undefined || (aumFen !== undefined && isInRange(assets, aumFen, CNY)),
      )
  }
}
