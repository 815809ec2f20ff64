import { PiecesOfWork } from '../stored/pieces-of-work.js'
import type { Pools } from './pools.js'
import { Unit } from './unit.js'

/** Pieces of work on the database, each one transaction. */
export class StoreUnits extends PiecesOfWork<Unit> {
  constructor(pools: Pick<Pools, 'turns' | 'apart'>) {
    super({
      // Whoever waits inside a turn for a connection of the turns would wait for itself.
      begin: (isInside) => new Unit(isInside ? pools.apart : pools.turns),
      commit: (unit) => unit.finish(),
      hasTakenBook: (unit) => unit.hasTaken({ name: 'books' }),
    })
  }
}
