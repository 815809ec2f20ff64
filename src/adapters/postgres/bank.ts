import type { Pool } from 'pg'
import type { Bank, BankDraft } from '../../ports/ports.js'
import type { BookShelf } from './book-shelf.js'
import type { DeskShelf } from './desk-shelf.js'
import { Draft } from './draft.js'
import type { Pools } from './pools.js'
import type { PresentSnapshot } from './present.js'
import { Session } from './session.js'
import type { StoreUnits } from './units.js'

export interface BankParts {
  readonly pools: Pools
  readonly units: StoreUnits
  readonly books: BookShelf
  readonly desks: DeskShelf
  readonly present: PresentSnapshot
}

/** Changes across the bank, one at a time over all processes, each one transaction. */
export function bankOn(parts: BankParts): { readonly bank: Bank; readonly bankApart: Bank } {
  const { pools, units, present } = parts

  async function transact<R>(pool: Pool, work: (draft: BankDraft) => Promise<R>): Promise<R> {
    const session = await Session.begin(pool, 'bank')
    let draft: Draft | undefined
    try {
      await session.send("select pg_advisory_xact_lock(hashtextextended('daybook bank', 0))")
      draft = await Draft.begin(session, parts)
      const result = await work(draft)
      const committed = await draft.finish()
      await session.commit()
      for (const done of committed) done()
      await present.refresh().catch(() => undefined) // committed it is: the next turn asks again
      return result
    } catch (error) {
      draft?.discard()
      await session.rollback()
      throw error
    }
  }

  return {
    bank: { transact: (work) => units.bank(() => transact(pools.turns, work)) },
    bankApart: { transact: (work) => units.bankApart(() => transact(pools.apart, work)) },
  }
}
