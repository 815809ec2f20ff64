import type { Contact, Outcome } from '../customer/contact.js'
import type { Policy } from '../policy.js'

/** How often a next step followed where a line was used (Handbook §8.9). A use is a contact. */
export interface LineWorth {
  readonly lineId: string
  readonly uses: number
  readonly nextSteps: number
  /** Per cent, with the Wilson 95 % interval; null under the fewest uses that say anything. */
  readonly share: { readonly percent: number; readonly low: number; readonly high: number } | null
}

const NEXT_STEPS: readonly Outcome[] = ['appointment', 'interested', 'closed']
const Z = 1.96

/** The lines that were used in these contacts: the best first, those of whom too little is known last, by uses. */
export function whatWorks(
  contacts: readonly Contact[],
  { fewestUses }: Pick<Policy, 'fewestUses'>,
): readonly LineWorth[] {
  const counts = new Map<string, { uses: number; nextSteps: number }>()
  for (const { lines, outcome, reached, withdrawn } of contacts) {
    if (lines === undefined || !reached || withdrawn) continue
    const hasNext = outcome !== undefined && NEXT_STEPS.includes(outcome)
    for (const id of new Set(lines)) {
      const count = counts.get(id) ?? { uses: 0, nextSteps: 0 }
      count.uses++
      if (hasNext) count.nextSteps++
      counts.set(id, count)
    }
  }
  return [...counts]
    .map(([lineId, { uses, nextSteps }]) => ({
      lineId,
      uses,
      nextSteps,
      share: uses < fewestUses ? null : wilson(nextSteps, uses),
    }))
    .sort(bestFirst)
}

/** The share of `hits` in `of` with its Wilson interval, per cent to one decimal. */
export function wilson(hits: number, of: number): NonNullable<LineWorth['share']> {
  const p = hits / of
  const z2 = Z * Z
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return {
    percent: Math.floor((hits * 2000 + of) / (2 * of)) / 10,
    low: percent(Math.max(0, middle - half)),
    high: percent(Math.min(1, middle + half)),
  }
}

function bestFirst(a: LineWorth, b: LineWorth): number {
  if (a.share === null || b.share === null) {
    if (a.share !== b.share) return a.share === null ? 1 : -1
    return b.uses - a.uses || byId(a, b)
  }
  // Compared as fractions: two that look alike when rounded are not.
  return b.nextSteps * a.uses - a.nextSteps * b.uses || b.uses - a.uses || byId(a, b)
}

function byId(a: LineWorth, b: LineWorth): number {
  return a.lineId < b.lineId ? -1 : 1
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}

/** The shares of the lines of which enough is known, in per cent by id. */
export function sharesOf(worth: readonly LineWorth[]): ReadonlyMap<string, number> {
  return new Map(worth.flatMap(({ lineId, share }) => (share === null ? [] : [[lineId, share.percent]])))
}
