import { AsyncLocalStorage } from 'node:async_hooks'
import type { JournalEntry, Units } from '../../ports/ports.js'

/** What one piece of work writes to. */
export interface PieceOfWork {
  /** Whether it takes nothing more. */
  readonly isOver: boolean
  record(entry: JournalEntry): void
  /** Gives free what it held. */
  end(): void | Promise<void>
}

/** How a store does it. */
export interface WorkOf<Unit> {
  /** @param isInside whether it begins in the midst of other work */
  begin(isInside: boolean): Unit
  /** Makes durable what was written to it. */
  commit(unit: Unit): Promise<void>
  hasTakenBook(unit: Unit): boolean
}

/** What the work in whose midst this is asked belongs to. */
type Current<Unit> = { readonly kind: 'unit'; readonly unit: Unit } | { readonly kind: 'bank' }

/** Gives each piece of work the unit that it writes to, and commits what it wrote. */
export class PiecesOfWork<Unit extends PieceOfWork> implements Units {
  readonly #current = new AsyncLocalStorage<Current<Unit>>()
  readonly #open = new Set<Promise<unknown>>()
  #inside = 0
  #isClosed = false

  constructor(private readonly of: WorkOf<Unit>) {}

  together<R>(work: () => Promise<R>): Promise<R> {
    return this.within(() => work())
  }

  async apart<R>(work: () => Promise<R>): Promise<R> {
    const current = this.#current.getStore()
    if (current?.kind === 'bank') throw new Error('inside a transaction only its draft is written to')
    this.refuseClosed()
    return this.#tracked(this.#alone(this.of.begin(current !== undefined), () => work()))
  }

  /** In the unit of the work in whose midst it is asked, or in one of its own. */
  async within<R>(work: (unit: Unit) => Promise<R>): Promise<R> {
    const current = this.#current.getStore()
    if (current?.kind === 'bank') {
      throw new Error('inside a transaction only its draft is written to: this write would wait for itself')
    }
    if (current?.unit.isOver === false) return work(current.unit)
    this.refuseClosed()
    return this.#tracked(this.#alone(this.of.begin(false), work))
  }

  /** The unit in whose midst this is asked, for reading. */
  get current(): Unit | undefined {
    const current = this.#current.getStore()
    return current?.kind === 'unit' && !current.unit.isOver ? current.unit : undefined
  }

  async record(entry: JournalEntry): Promise<void> {
    await this.within(async (unit) => unit.record(entry))
  }

  /** Runs a transaction of the bank: nothing but its draft may be written to in its midst. */
  async bank<R>(work: () => Promise<R>): Promise<R> {
    this.#refuseBankInside()
    if (this.current !== undefined)
      throw new Error('a transaction of the bank is no part of a turn: begin it after the turn')
    return this.#bank(work)
  }

  /** The same in the midst of a unit that has taken no book: whoever waits for that unit would wait for ever. */
  async bankApart<R>(work: () => Promise<R>): Promise<R> {
    this.#refuseBankInside()
    const { current } = this
    if (current !== undefined && this.of.hasTakenBook(current))
      throw new Error('what this belongs to has changed a book: begin the transaction after it')
    return this.#bank(work)
  }

  /** Refuses new work and resolves when what was begun has ended. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled(this.#open)
  }

  /** @throws where the store is closed */
  refuseClosed(): void {
    if (this.#isClosed) throw new Error('the store is closed')
  }

  #bank<R>(work: () => Promise<R>): Promise<R> {
    this.refuseClosed()
    return this.#tracked(this.#run({ kind: 'bank' }, work))
  }

  async #alone<R>(unit: Unit, work: (unit: Unit) => Promise<R>): Promise<R> {
    try {
      return await this.#run({ kind: 'unit', unit }, async () => {
        const result = await work(unit)
        await this.of.commit(unit)
        return result
      })
    } finally {
      await unit.end()
    }
  }

  /** Following every promise of the process costs, so it ends where nothing is under way. */
  async #run<R>(current: Current<Unit>, work: () => Promise<R>): Promise<R> {
    this.#inside++
    try {
      return await this.#current.run(current, work)
    } finally {
      if (--this.#inside === 0) this.#current.disable()
    }
  }

  #tracked<R>(work: Promise<R>): Promise<R> {
    this.#open.add(work)
    const forget = () => void this.#open.delete(work)
    work.then(forget, forget)
    return work
  }

  #refuseBankInside(): void {
    if (this.#current.getStore()?.kind === 'bank')
      throw new Error('a transaction of the bank would wait for the one it is in: use its draft')
  }
}
