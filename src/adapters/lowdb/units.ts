import { PiecesOfWork } from '../stored/pieces-of-work.js'
import type { CommitLog } from './commit-log.js'
import type { Locks } from './lock/locks.js'
import { Unit } from './unit.js'

/** The folder of the books. */
const BOOKS = 'books'

/** Pieces of work on the files of a home, each committed to its log. */
export class StoreUnits extends PiecesOfWork<Unit> {
  constructor(locks: Locks, log: CommitLog) {
    super({
      begin: () => new Unit(locks),
      async commit(unit) {
        const commit = await unit.finish()
        if (commit !== undefined) await log.commit(commit)
      },
      hasTakenBook: (unit) => unit.hasTaken(BOOKS),
    })
  }
}
