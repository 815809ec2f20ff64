import type { Pool } from 'pg'
import type { Store } from '../../ports/store.js'
import { inSession } from './session.js'

/** How often it is looked what other processes have changed, at most. */
const LOOK_EVERY_MS = 15_000
/** How far back: a change is stamped before it is committed. */
const OVERLAP = "interval '5 minutes'"

/** Tells whose book has become another one, by whichever process. */
export function bookWatch(pool: Pool) {
  const listeners: Parameters<Store['onBookChange']>[0][] = []
  /** Revisions that were told of or written here. */
  const told = new Map<string, number>()
  const own = new Map<string, number>()
  let lookedAt = -LOOK_EVERY_MS
  let isFirst = true
  const tell = (managerId: string, by: 'this-process' | 'another') => {
    for (const listener of listeners) listener(managerId, by)
  }
  return {
    /** For changes of this process, which are told of at once. */
    changedHere(managerId: string, revision: number): void {
      own.set(managerId, revision)
      tell(managerId, 'this-process')
    },
    onChange(listener: Parameters<Store['onBookChange']>[0]): void {
      listeners.push(listener)
    },
    /** Looks what others have changed since the last look. */
    async look(): Promise<void> {
      if (listeners.length === 0 || performance.now() - lookedAt < LOOK_EVERY_MS) return
      lookedAt = performance.now()
      const rows = await inSession(pool, 'planner', undefined, (session) =>
        session.rows<{ id: string; revision: number }>(
          `select manager_id as id, revision from daybook.books where changed_at > now() - ${OVERLAP}`,
        ),
      )
      for (const { id, revision } of rows) {
        const isNews = !isFirst && told.get(id) !== revision && own.get(id) !== revision
        told.set(id, revision)
        if (isNews) tell(id, 'another')
      }
      isFirst = false
      const present = new Set(rows.map(({ id }) => id))
      for (const map of [told, own]) for (const id of map.keys()) if (!present.has(id)) map.delete(id)
    },
  }
}
