import type { Day } from '../../domain/day.js'
import type { Cover } from '../../domain/manager/cover.js'
import { withCover, withoutCover } from '../../domain/manager/covers.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Desks, Journal, Managers } from '../../ports/ports.js'

export interface CoverInput {
  /** Who is away. */
  readonly from: string
  /** Who stands in. */
  readonly to: string
  readonly first: Day
  /** The last day. */
  readonly last: Day
  /** Who arranges it: the one who is away, a branch head, or the operator. */
  readonly by: string
  /** Says what would be and arranges nothing. */
  readonly dryRun?: boolean
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type CoverResult =
  | { readonly status: 'covered' }
  | { readonly status: 'unknown-manager'; readonly managerId: string }
  | { readonly status: 'same-manager' | 'ends-before-it-begins' | 'other-branch' }

export interface CoverDeps {
  readonly desks: Desks
  readonly managers: Managers
  readonly journal: Journal
}

/**
 * Lets a colleague of the same branch look after a book for some days: its customers are on the colleague's list, and
 * are seen and written by both. Saying it again for the same two puts the days anew.
 */
export function cover(deps: CoverDeps) {
  return async (input: CoverInput): Promise<CoverResult> => {
    const { from, to, first, last, by, dryRun, today, at } = input
    const away = deps.managers.find(from)
    const standIn = deps.managers.find(to)
    if (away === undefined) return { status: 'unknown-manager', managerId: from }
    if (standIn === undefined) return { status: 'unknown-manager', managerId: to }
    if (from === to) return { status: 'same-manager' }
    if (last < first) return { status: 'ends-before-it-begins' }
    if (away.branchId !== standIn.branchId) return { status: 'other-branch' }
    if (dryRun === true) return { status: 'covered' }

    await deps.desks.change(to, (desk): { desk: Desk; result: undefined } => ({
      desk: withCover(desk, { managerId: from, from: first, until: last }, { by, on: today, at }),
      result: undefined,
    }))
    await deps.journal.append({
      at,
      managerId: by,
      act: 'book.covered',
      detail: `${from} ${to} ${first} ${last}`,
    })
    return { status: 'covered' }
  }
}

export interface TakeBackCoverInput {
  readonly from: string
  readonly to: string
  readonly by: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type CoverTakenBack =
  /** `cover` stands again where the one taken back had put its days anew. */
  { readonly status: 'taken-back'; readonly cover?: Cover } | { readonly status: 'nothing' }

/** Takes back a cover that was arranged today; the days it took the place of stand again. */
export function takeBackCover(deps: Pick<CoverDeps, 'desks' | 'journal'>) {
  return async ({ from, to, by, today, at }: TakeBackCoverInput): Promise<CoverTakenBack> => {
    const taken = await deps.desks.change<CoverTakenBack>(to, (desk) => {
      const found = desk.covers?.find(({ managerId, made }) => managerId === from && made?.on === today)
      if (found === undefined) return { desk, result: { status: 'nothing' } }
      const before = found.made?.before
      const again = before === undefined ? undefined : { managerId: from, ...before }
      return {
        desk: withoutCover(desk, from, again),
        result: { status: 'taken-back', ...(again === undefined ? {} : { cover: again }) },
      }
    })
    if (taken.status === 'taken-back')
      await deps.journal.append({ at, managerId: by, act: 'book.cover-taken-back', detail: `${from} ${to}` })
    return taken
  }
}
