/** One worker at a time for each key, in the order of asking; different keys do not wait for each other. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>()
  #closed = false

  take<R>(key: string, work: () => Promise<R>): Promise<R> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work)
    const settled = turn.then(ignore, ignore).then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    })
    this.#last.set(key, settled)
    return turn
  }

  /** Refuses new work and resolves when what was begun has ended. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#last.values())
  }
}

function ignore(): void {}
