import { AsyncLocalStorage } from 'node:async_hooks'
import type { JournalEntry, Units } from '../../ports/ports.js'
import type { Pools } from './pools.js'
import { Unit } from './unit.js'

/** What the work in whose midst this is asked belongs to. */
type Current = { readonly kind: 'unit'; readonly unit: Unit } | { readonly kind: 'bank' }

/** Gives each piece of work the unit that it writes to, and commits what it wrote. */
export class StoreUnits implements Units {
  readonly #current = new AsyncLocalStorage<Current>()
  readonly #open = new Set<Promise<unknown>>()
  #isClosed = false

  constructor(private readonly pools: Pick<Pools, 'turns' | 'apart'>) {}

  together<R>(work: () => Promise<R>): Promise<R> {
    return this.within(() => work())
  }

  async apart<R>(work: () => Promise<R>): Promise<R> {
    if (this.#current.getStore()?.kind === 'bank')
      throw new Error('inside a transaction only its draft is written to')
    this.#refuseClosed()
    return this.#tracked(
      this.#alone(new Unit(this.#isInside ? this.pools.apart : this.pools.turns), () => work()),
    )
  }

  /** In the unit of the work in whose midst it is asked, or in one of its own. */
  async within<R>(work: (unit: Unit) => Promise<R>): Promise<R> {
    const current = this.#current.getStore()
    if (current?.kind === 'bank') {
      throw new Error('inside a transaction only its draft is written to: this write would wait for itself')
    }
    if (current?.unit.isOver === false) return work(current.unit)
    this.#refuseClosed()
    return this.#tracked(this.#alone(new Unit(this.pools.turns), work))
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
    if (this.current?.hasTaken({ name: 'books' }) === true)
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
    this.#refuseClosed()
  }

  get #isInside(): boolean {
    return this.#current.getStore() !== undefined
  }

  #bank<R>(work: () => Promise<R>): Promise<R> {
    this.#refuseClosed()
    return this.#tracked(this.#current.run({ kind: 'bank' }, work))
  }

  async #alone<R>(unit: Unit, work: (unit: Unit) => Promise<R>): Promise<R> {
    try {
      return await this.#current.run({ kind: 'unit', unit }, async () => {
        const result = await work(unit)
        await unit.finish()
        return result
      })
    } finally {
      await unit.end()
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

  #refuseClosed(): void {
    if (this.#isClosed) throw new Error('the store is closed')
  }
}
