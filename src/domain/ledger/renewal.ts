import { addDays, type Day } from '../day.js'
import type { Policy } from '../policy.js'
import type { Holding } from './holding.js'
import { KEEPS_MONEY } from './money-kept.js'
import { reachesMaturity } from './running.js'

/** Days after the maturity within which something has to begin. */
const KEPT_WITHIN_DAYS = 10

/**
 * Holdings that matured before `today` and after which nothing was begun in time. What begins serves one maturity
 * alone, the earliest first.
 */
export function notRenewed(holdings: readonly Holding[], policy: Policy, today: Day): readonly Holding[] {
  const matured = holdings
    .filter(
      (h) =>
        policy.maturingKinds.includes(h.kind) &&
        h.maturesOn !== undefined &&
        h.maturesOn < today &&
        reachesMaturity(h),
    )
    .toSorted((a, b) => ((a.maturesOn ?? '') < (b.maturesOn ?? '') ? -1 : 1))
  const used = new Set<Holding>()
  return matured.filter(({ maturesOn }) => {
    if (maturesOn === undefined) return false
    const next = holdings.find(
      (h) =>
        !used.has(h) &&
        KEEPS_MONEY.includes(h.kind) &&
        h.startsOn !== undefined &&
        h.startsOn >= maturesOn &&
        h.startsOn <= addDays(maturesOn, KEPT_WITHIN_DAYS),
    )
    if (next !== undefined) used.add(next)
    return next === undefined
  })
}
