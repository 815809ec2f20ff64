import type { JournalEntry } from '../../ports/ports.js'
import { checkEntry } from '../stored/check-entry.js'
import type { Collection } from './collection.js'
import type { Commit } from './commit-log.js'
import type { LockOwner, Locks } from './lock/locks.js'

interface Draft<T> {
  readonly shelf: Collection<T>
  readonly key: string
  /** As it was when this unit took it. */
  readonly before: T
  readonly now: T
}

/** What one piece of work writes, kept back until all of it is committed together. What it changes is its own until then. */
export class Unit implements LockOwner {
  readonly isPatient = false
  readonly #drafts = new Map<string, Draft<unknown>>()
  readonly #taking = new Map<string, Promise<void>>()
  readonly #entries: JournalEntry[] = []
  readonly #last: (() => Promise<void>)[] = []
  #failure: { readonly error: unknown } | undefined
  #isOver = false

  constructor(private readonly locks: Locks) {}

  /** Whether it takes nothing more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** As this unit would leave it, else as last acknowledged. */
  async read<T>(shelf: Collection<T>, key: string): Promise<T> {
    const draft = this.#draftOf(shelf, key)
    return draft === undefined ? shelf.read(key) : draft.now
  }

  /** Under the promise of `Books.change`, within this unit. */
  async change<T, R>(
    shelf: Collection<T>,
    key: string,
    decide: (value: T) => { readonly value: T; readonly result: R },
  ): Promise<R> {
    await this.take(shelf, [key])
    const draft = this.#draftOf(shelf, key)!
    const { value, result } = decide(draft.now)
    this.put(shelf, key, value)
    return result
  }

  /** Makes documents its own until its end, in an order in which no two units wait for each other over these. */
  async take<T>(shelf: Collection<T>, keys: readonly string[]): Promise<void> {
    for (const key of [...new Set(keys)].sort()) {
      const place = placeOf(shelf, key)
      const taking = this.#taking.get(place) ?? this.#take(shelf, key, place)
      this.#taking.set(place, taking)
      await taking
    }
  }

  /** The draft of a document that is its own. */
  own<T>(shelf: Collection<T>, key: string): T {
    return this.#draftOf(shelf, key)!.now
  }

  put<T>(shelf: Collection<T>, key: string, value: T): void {
    this.#refuse()
    const place = placeOf(shelf, key)
    this.#drafts.set(place, { ...this.#drafts.get(place)!, now: value })
  }

  /** Whether a document of that folder is its own. */
  hasTaken(folder: string): boolean {
    return [...this.#taking.keys()].some((place) => place.startsWith(`${folder}/`))
  }

  record(entry: JournalEntry): void {
    this.#refuse()
    checkEntry(entry)
    this.#entries.push(entry)
  }

  /** What is done right before the commit: for documents of everybody, which nobody is to wait for longer. */
  last(work: () => Promise<void>): void {
    this.#refuse()
    this.#last.push(work)
  }

  /** What is to be committed; undefined where nothing was changed. Nothing more is taken after it. */
  async finish(): Promise<Commit | undefined> {
    for (const work of this.#last) await work()
    if (this.#failure !== undefined) throw this.#failure.error
    this.#isOver = true
    const changed = [...this.#drafts.values()].filter(({ before, now }) => before !== now)
    if (changed.length === 0 && this.#entries.length === 0) return undefined
    return {
      puts: changed.map(({ shelf, key, before, now }) => shelf.encodePut(key, before, now)),
      entries: this.#entries,
      committed: () => {
        for (const { shelf, key, now } of changed) shelf.commit(key, now)
      },
    }
  }

  /** Gives free what it held. */
  end(): void {
    this.#isOver = true
    this.locks.release(this)
  }

  async #take<T>(shelf: Collection<T>, key: string, place: string): Promise<void> {
    this.#refuse()
    try {
      await this.locks.acquire(place, this)
    } catch (error) {
      this.#failure = { error } // others wait for its end: it goes no further, whoever catches this
      throw error
    }
    const before = await shelf.read(key)
    this.#drafts.set(place, { shelf: shelf as Collection<unknown>, key, before, now: before })
  }

  #draftOf<T>(shelf: Collection<T>, key: string): Draft<T> | undefined {
    return this.#drafts.get(placeOf(shelf, key)) as Draft<T> | undefined // what is kept for a shelf came from it
  }

  #refuse(): void {
    if (this.#isOver) throw new Error('what this belongs to has been written already')
  }
}

/** The name under which a document is locked. */
export function placeOf(shelf: Pick<Collection<unknown>, 'folder'>, key: string): string {
  return `${shelf.folder}/${key}`
}
