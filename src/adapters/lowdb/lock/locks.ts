/** Two that write wait for each other: one of them gives up, with nothing written. */
export class Deadlock extends Error {
  override readonly name = 'Deadlock'
  constructor(key: string) {
    super(`another write waits for this one while it waits for ${key}`)
  }
}

/** Who holds locks. One that is `patient` is not given up for others: it has done too much to begin again. */
export interface LockOwner {
  readonly isPatient: boolean
}

interface Waiting {
  readonly owner: LockOwner
  readonly key: string
  readonly taken: () => void
  readonly refused: (error: Error) => void
}

interface Held {
  owner: LockOwner
  /** In the order of asking. */
  readonly queue: Waiting[]
}

/** One owner a key, in the order of asking, until the owner lets go of everything. */
export class Locks {
  readonly #held = new Map<string, Held>()
  readonly #keysOf = new Map<LockOwner, Set<string>>()
  readonly #waitingOf = new Map<LockOwner, Set<Waiting>>()

  /** Resolves when the key is the owner's. @throws Deadlock */
  acquire(key: string, owner: LockOwner): Promise<void> {
    const held = this.#held.get(key)
    if (held === undefined) {
      this.#held.set(key, { owner, queue: [] })
      this.#note(owner, key)
      return Promise.resolve()
    }
    if (held.owner === owner) return Promise.resolve()
    const { promise, taken, refused } = deferred()
    const waiting: Waiting = { owner, key, taken, refused }
    held.queue.push(waiting)
    this.#waits(owner).add(waiting)
    const circle = this.#circleTo(owner, waiting, new Set())
    if (circle !== undefined) this.#giveUp(circle.find(({ owner: one }) => !one.isPatient) ?? waiting)
    return promise
  }

  /** Gives free what the owner holds, and what it waits for. */
  release(owner: LockOwner): void {
    for (const waiting of this.#waits(owner)) this.#giveUp(waiting)
    this.#waitingOf.delete(owner)
    const keys = this.#keysOf.get(owner) ?? []
    this.#keysOf.delete(owner)
    for (const key of keys) {
      const held = this.#held.get(key)!
      const next = held.queue.shift()
      if (next === undefined) {
        this.#held.delete(key)
        continue
      }
      held.owner = next.owner
      this.#waits(next.owner).delete(next)
      this.#note(next.owner, key)
      next.taken()
    }
  }

  /** Those who wait for each other from `waiting` round to `owner`; undefined where nobody does. */
  #circleTo(owner: LockOwner, waiting: Waiting, seen: Set<Waiting>): readonly Waiting[] | undefined {
    seen.add(waiting)
    const { owner: holder, queue } = this.#held.get(waiting.key)!
    const before = queue.slice(0, queue.indexOf(waiting)).map((other) => other.owner)
    for (const other of [holder, ...before]) {
      if (other === owner) return [waiting]
      for (const further of this.#waits(other)) {
        if (seen.has(further)) continue
        const circle = this.#circleTo(owner, further, seen)
        if (circle !== undefined) return [waiting, ...circle]
      }
    }
    return undefined
  }

  #giveUp(waiting: Waiting): void {
    const { queue } = this.#held.get(waiting.key)!
    queue.splice(queue.indexOf(waiting), 1)
    this.#waits(waiting.owner).delete(waiting)
    waiting.refused(new Deadlock(waiting.key))
  }

  #note(owner: LockOwner, key: string): void {
    const keys = this.#keysOf.get(owner) ?? new Set()
    this.#keysOf.set(owner, keys.add(key))
  }

  #waits(owner: LockOwner): Set<Waiting> {
    const all = this.#waitingOf.get(owner) ?? new Set()
    this.#waitingOf.set(owner, all)
    return all
  }
}

function deferred() {
  let taken = (): void => {}
  let refused = (_: Error): void => {}
  const promise = new Promise<void>((resolve, reject) => {
    taken = resolve
    refused = reject
  })
  return { promise, taken, refused }
}
