import { join } from 'node:path'
import type { Product } from '../../domain/ledger/product.js'
import type { TransactionFeed } from '../../domain/ledger/transaction-feed.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { HandedIn } from '../../domain/occasions/handed-in.js'
import type { Bank, BankDraft } from '../../ports/ports.js'
import { type CommitLog, UnsureCommit } from './commit-log.js'
import { Draft, type Placement, type Present } from './draft.js'
import type { Home } from './home.js'
import { InTurn } from './in-turn.js'
import type { Locks } from './lock/locks.js'
import { FEED, HANDED_IN, MANAGERS, PRODUCTS, type Shelves } from './shelves.js'
import type { StoreUnits } from './units.js'

/** What a transaction commits with. */
export interface Committing {
  readonly units: StoreUnits
  readonly locks: Locks
  readonly log: CommitLog
}

/** Transactions over the files of a home, and the roster, the catalogue and what is handed in, which are always in memory. */
export class LowdbBank implements Bank {
  /** Of a committed transaction some of whose documents could not be put in their places yet. */
  #unplaced: readonly Placement[] = []
  readonly #turns = new InTurn()

  private constructor(
    private readonly home: Home,
    private readonly by: Committing,
    private readonly shelves: Shelves,
    private present: Present,
  ) {}

  static async open(home: Home, by: Committing, shelves: Shelves): Promise<LowdbBank> {
    return new LowdbBank(home, by, shelves, {
      managers: await shelves.managers.read(MANAGERS),
      products: await shelves.products.read(PRODUCTS),
      handedIn: await shelves.handedIn.read(HANDED_IN),
      feed: await shelves.feed.read(FEED),
    })
  }

  get managers(): readonly Manager[] {
    return this.present.managers
  }

  get products(): readonly Product[] {
    return this.present.products
  }

  get handedIn(): HandedIn {
    return this.present.handedIn
  }

  get feed(): TransactionFeed {
    return this.present.feed
  }

  transact<R>(work: (draft: BankDraft) => Promise<R>): Promise<R> {
    return this.by.units.bank(() => this.#turns.take('', () => this.#transact(work)))
  }

  /** Bound, for it is handed on by itself. */
  readonly apart = <R>(work: (draft: BankDraft) => Promise<R>): Promise<R> =>
    this.by.units.bankApart(() => this.#turns.take('', () => this.#transact(work)))

  /** Puts what was committed in its place; only then may the log forget it. */
  async settle(): Promise<void> {
    const unplaced = this.#unplaced
    if (unplaced.length === 0) return
    const settled = await Promise.allSettled(unplaced.map(({ shelf, staged }) => shelf.settle(staged.key)))
    for (const one of settled) if (one.status === 'rejected') throw one.reason
    await this.#syncFolders(unplaced)
    if (this.#unplaced === unplaced) this.#unplaced = []
  }

  async #transact<R>(work: (draft: BankDraft) => Promise<R>): Promise<R> {
    const { locks } = this.by
    await this.settle()
    const draft = await Draft.begin(this.home, this.shelves, this.present, locks)
    try {
      const result = await work(draft)
      const placements = await draft.finish()
      if (placements.length + draft.entries.length > 0) await this.#commit(draft, placements)
      return result
    } catch (error) {
      if (!(error instanceof UnsureCommit)) await draft.discard()
      throw error
    } finally {
      locks.release(draft)
    }
  }

  async #commit(draft: Draft, placements: readonly Placement[]): Promise<void> {
    await this.#syncFolders(placements)
    await this.by.log.commit({
      puts: [],
      entries: draft.entries,
      stage: {
        id: draft.transactionId,
        documents: placements.map(({ shelf, staged }) => [shelf.kindName, staged.key]),
      },
      committed: () => {
        this.#unplaced = placements
        for (const { shelf, staged } of placements) shelf.adopt(staged)
        this.present = {
          managers: draft.managers(),
          products: draft.products(),
          handedIn: draft.handedIn(),
          feed: draft.feed(),
        }
      },
    })
    await this.settle().catch((error: unknown) => {
      // Committed it is: who needs a document, the next transaction and the next start each place what is left.
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      this.home.log.warn('store.unplaced', { documents: placements.length, code })
    })
  }

  async #syncFolders(placements: readonly Placement[]): Promise<void> {
    for (const folder of new Set(placements.map(({ shelf }) => shelf.folder))) {
      await this.home.disk.syncFolder(join(this.home.path, folder))
    }
  }
}
