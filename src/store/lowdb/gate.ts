import { AsyncLocalStorage } from 'node:async_hooks'

/** Lets many work side by side, or one alone; in the order of asking, so that neither starves the other. */
export class Gate {
  readonly #inside = new Set<Promise<unknown>>()
  readonly #isAlone = new AsyncLocalStorage<true>()
  #barrier: Promise<unknown> = Promise.resolve()
  #closed = false
  #shut: Error | undefined

  /** Waits for whoever asked earlier to be alone. */
  async shared<R>(work: () => Promise<R>): Promise<R> {
    this.#refuse()
    return this.#enter(this.#barrier.then(() => this.#pass(work)))
  }

  /** Waits for all who asked earlier; whoever asks later waits for this one. */
  async alone<R>(work: () => Promise<R>): Promise<R> {
    this.#refuse()
    const turn = Promise.all(this.#inside)
      .then(() => this.#isAlone.run(true, () => this.#pass(work)))
      .finally(() => this.#isAlone.disable()) // following every promise of the process costs; it ends with the turn
    this.#barrier = turn.catch(ignore)
    return this.#enter(turn)
  }

  /** Refuses everything from now on with `reason`; what waits is refused, too. */
  shut(reason: Error): void {
    this.#shut = reason
  }

  /** Refuses new work and resolves when what was begun has ended. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#inside)
  }

  #enter<R>(turn: Promise<R>): Promise<R> {
    const settled = turn.then(ignore, ignore).then(() => void this.#inside.delete(settled))
    this.#inside.add(settled)
    return turn
  }

  #pass<R>(work: () => Promise<R>): Promise<R> {
    return this.#shut === undefined ? work() : Promise.reject(this.#shut)
  }

  #refuse(): void {
    if (this.#closed) throw new Error('the store is closed')
    if (this.#isAlone.getStore()) {
      throw new Error('inside a transaction only its draft is written to: this write would wait for itself')
    }
  }
}

function ignore(): void {}
