import type { Day } from '../../domain/day.js'
import type { Desks, Managers } from '../../ports/ports.js'
import { keepersOf } from './seen-books.js'

/** What a branch head arranged today with books of the branch, and can take back. */
export interface Arranged {
  readonly kind: 'hand-over' | 'cover'
  readonly from: string
  readonly to: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Of a handing over. */
  readonly id?: string
}

/** The last of the handings over and covers that somebody arranged today; undefined where there is none. */
export function lastArranged({ desks, managers }: { readonly desks: Desks; readonly managers: Managers }) {
  return async (by: string, branchId: string, today: Day): Promise<Arranged | undefined> => {
    const found: Arranged[] = []
    for (const { id: to } of keepersOf(managers, branchId)) {
      const { covers = [], takenOver = [] } = await desks.read(to)
      for (const { managerId: from, made } of covers)
        if (made?.by === by && made.on === today) found.push({ kind: 'cover', from, to, at: made.at })
      for (const { id, from, on, by: giver } of takenOver)
        if (giver === by && on === today)
          found.push({ kind: 'hand-over', from, to, id, at: id.split(' ')[0] ?? id })
    }
    return found.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  }
}
