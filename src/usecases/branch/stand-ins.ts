import type { Day } from '../../domain/day.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Desks, Journal, Managers } from '../../ports/ports.js'

/** A colleague who looks after the book of somebody away, today or later. */
export interface StandIn {
  readonly managerId: string
  readonly name: string
  readonly from: Day
  /** The last day. */
  readonly until: Day
}

export interface StandInsDeps {
  readonly desks: Desks
  readonly managers: Managers
  readonly journal: Journal
}

/** Who looks after a manager's book, from that day on; of the same branch, as only they can. */
export function standIns({ desks, managers }: Pick<StandInsDeps, 'desks' | 'managers'>) {
  return async (managerId: string, today: Day): Promise<readonly StandIn[]> => {
    const branchId = managers.find(managerId)?.branchId
    const found: StandIn[] = []
    for (const { id, name, branchId: of } of managers.all()) {
      if (of !== branchId || id === managerId) continue
      for (const cover of (await desks.read(id)).covers ?? []) {
        if (cover.managerId === managerId && cover.until >= today)
          found.push({ managerId: id, name, from: cover.from, until: cover.until })
      }
    }
    return found
  }
}

/** Nobody looks after the book any more. Gives who did. */
export function endCover(deps: StandInsDeps) {
  const find = standIns(deps)
  return async (managerId: string, today: Day, at: string): Promise<readonly StandIn[]> => {
    const ended = await find(managerId, today)
    for (const { managerId: id } of ended) {
      await deps.desks.change(id, (desk): { desk: Desk; result: undefined } => ({
        desk: { ...desk, covers: (desk.covers ?? []).filter((c) => c.managerId !== managerId) },
        result: undefined,
      }))
      await deps.journal.append({ at, managerId, act: 'book.cover-ended', detail: id })
    }
    return ended
  }
}
