import { join } from 'node:path'
import type { Product } from '../../domain/ledger/product.js'
import type { Manager } from '../../domain/manager.js'
import type { HandedIn } from '../../domain/occasions/handed-in.js'
import type { Bank, BankDraft } from '../../usecases/ports.js'
import { Draft, type Placement, type Present } from './draft.js'
import type { Gate } from './gate.js'
import type { Home } from './home.js'
import { HANDED_IN, MANAGERS, PRODUCTS, type Shelves } from './shelves.js'
import { commit, conclude, UnsureCommit } from './transaction.js'

/** Transactions over the files of a home, and the roster, the catalogue and what is handed in, which are always in memory. */
export class LowdbBank implements Bank {
  /** Of a committed transaction some of whose documents could not be put in their places yet. */
  #unplaced: readonly Placement[] = []

  private constructor(
    private readonly home: Home,
    private readonly gate: Gate,
    private readonly shelves: Shelves,
    private present: Present,
  ) {}

  static async open(home: Home, gate: Gate, shelves: Shelves): Promise<LowdbBank> {
    return new LowdbBank(home, gate, shelves, {
      managers: await shelves.managers.read(MANAGERS),
      products: await shelves.products.read(PRODUCTS),
      handedIn: await shelves.handedIn.read(HANDED_IN),
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

  transact<R>(work: (draft: BankDraft) => Promise<R>): Promise<R> {
    return this.gate.alone(async () => {
      await this.#settle()
      const draft = await Draft.begin(this.home, this.shelves, this.present)
      try {
        const result = await work(draft)
        const placements = await draft.finish()
        if (placements.length > 0) await this.#commit(draft, placements)
        return result
      } catch (error) {
        if (error instanceof UnsureCommit) this.gate.shut(error)
        else await draft.discard()
        throw error
      }
    })
  }

  async #commit(draft: Draft, placements: readonly Placement[]): Promise<void> {
    await this.#syncFolders(placements)
    await commit(this.home, draft.transactionId)
    this.#unplaced = placements
    for (const { shelf, staged } of placements) shelf.adopt(staged)
    this.present = {
      managers: draft.managers(),
      products: draft.products(),
      handedIn: draft.handedIn(),
    }
    await this.#settle().catch((error: unknown) => {
      // Committed it is: who needs a document, the next transaction and the next start each place what is left.
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      this.home.log.warn('store.unplaced', { documents: placements.length, code })
    })
  }

  /** Puts what was committed in its place; only then is the record of it forgotten. */
  async #settle(): Promise<void> {
    if (this.#unplaced.length === 0) return
    const settled = await Promise.allSettled(
      this.#unplaced.map(({ shelf, staged }) => shelf.settle(staged.key)),
    )
    for (const one of settled) if (one.status === 'rejected') throw one.reason
    await this.#syncFolders(this.#unplaced)
    await conclude(this.home)
    this.#unplaced = []
  }

  async #syncFolders(placements: readonly Placement[]): Promise<void> {
    for (const folder of new Set(placements.map(({ shelf }) => shelf.folder))) {
      await this.home.disk.syncFolder(join(this.home.path, folder))
    }
  }
}
