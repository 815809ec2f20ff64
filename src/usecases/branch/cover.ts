import type { Day } from '../../domain/day.js'
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
  /** ISO 8601 instant. */
  readonly at: string
}

export type CoverResult =
  | { readonly status: 'covered' }
  | { readonly status: 'unknown-manager'; readonly managerId: string }
  | { readonly status: 'same-manager' | 'ends-before-it-begins' | 'other-branch' }

/**
 * Lets a colleague of the same branch look after a book for some days: its customers are on the colleague's list, and
 * are seen and written by both. Saying it again for the same two puts the days anew.
 */
export function cover(deps: {
  readonly desks: Desks
  readonly managers: Managers
  readonly journal: Journal
}) {
  return async ({ from, to, first, last, at }: CoverInput): Promise<CoverResult> => {
    const away = deps.managers.find(from)
    const standIn = deps.managers.find(to)
    if (away === undefined) return { status: 'unknown-manager', managerId: from }
    if (standIn === undefined) return { status: 'unknown-manager', managerId: to }
    if (from === to) return { status: 'same-manager' }
    if (last < first) return { status: 'ends-before-it-begins' }
    if (away.branchId !== standIn.branchId) return { status: 'other-branch' }

    await deps.desks.change(to, (desk): { desk: Desk; result: undefined } => {
      const others = (desk.covers ?? []).filter((c) => c.managerId !== from && c.until >= first)
      return {
        desk: { ...desk, covers: [...others, { managerId: from, from: first, until: last }] },
        result: undefined,
      }
    })
    await deps.journal.append({ at, managerId: from, act: 'book.covered', detail: `${to} ${first} ${last}` })
    return { status: 'covered' }
  }
}
