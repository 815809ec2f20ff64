import { join } from 'node:path'
import { Low } from 'lowdb'
import { LRUCache } from 'lru-cache'
import { type Kind, keyInside } from './document.js'
import { DurableFile, placeFile } from './durable-file.js'
import { fileNameOf, keyOf } from './file-name.js'
import type { Home } from './home.js'
import { Turns } from './turns.js'

const ENDING = '.json'

interface Held<T> {
  readonly low: Low<T>
  readonly file: DurableFile<T>
  /** The value as last acknowledged; `low.data` runs ahead of it in a write and stays so where that fails. */
  readonly current: T
}

/** A document that a transaction has made durable beside the one in place. */
export interface Staged {
  readonly key: string
  readonly next: string
}

/**
 * Documents of one kind in one folder, a file each. Values are immutable: who reads gets the value itself. Those
 * used last are held in memory, up to `cacheBytes` of their JSON.
 */
export class Collection<T> {
  readonly #turns = new Turns()
  readonly #held: LRUCache<string, Held<T>>
  /** Committed by a transaction and not yet in place: read from here before anything else. */
  readonly #staged = new Map<string, string>()

  constructor(
    private readonly home: Home,
    readonly folder: string,
    private readonly kind: Kind<T>,
    cacheBytes: number,
    /** What an older generation that stands in for a damaged file must be freed of. */
    private readonly mend?: (key: string, value: T) => Promise<T>,
  ) {
    this.#held = new LRUCache({ maxSize: cacheBytes, sizeCalculation: (held) => Math.max(1, held.file.size) })
  }

  /** Keys that have a document, ascending. */
  async keys(): Promise<readonly string[]> {
    const names = (await this.home.disk.list(this.#path)).filter((name) => name.endsWith(ENDING))
    const keys = names.map(async (name) => {
      const key = keyOf(name.slice(0, -ENDING.length))
      return key ?? keyInside(await this.home.disk.read(join(this.#path, name)))
    })
    return (await Promise.all(keys)).filter((key) => key !== undefined).sort()
  }

  /** The value as last acknowledged. @throws UnreadableFile */
  async read(key: string): Promise<T> {
    const held = this.#held.get(key) ?? (await this.#turns.take(key, () => this.#hold(key)))
    return held.current
  }

  /** The value as last acknowledged, where it happens to be held in memory. */
  peek(key: string): T | undefined {
    return this.#held.peek(key)?.current
  }

  /** Under the promise of `Books.change`, for one key: same value, no write; durable, then visible. */
  change<R>(key: string, decide: (value: T) => { readonly value: T; readonly result: R }): Promise<R> {
    return this.#turns.take(key, async () => {
      const held = await this.#hold(key)
      const { value, result } = decide(held.current)
      if (value === held.current) return result
      held.low.data = value
      await held.low.write()
      this.#held.set(key, { ...held, current: value }) // another object, or the cache would keep the old size
      return result
    })
  }

  delete(key: string): Promise<void> {
    return this.#turns.take(key, async () => {
      this.#held.delete(key)
      await this.#file(key).remove()
    })
  }

  /** Makes `value` durable beside the document in place; nobody sees it before `adopt`. */
  async stage(key: string, value: T, transaction: string): Promise<Staged> {
    const file = this.#file(key)
    const next = `${file.path}.next-${transaction}`
    await this.home.disk.remove(next)
    await file.stage(next, value)
    return { key, next }
  }

  /** What is staged. */
  readStaged({ key, next }: Staged): Promise<T> {
    return this.#file(key).readStaged(next)
  }

  /** Makes a staged document the one that is read, at once. Nobody may be changing its key meanwhile. */
  adopt({ key, next }: Staged): void {
    this.#staged.set(key, next)
    this.#held.delete(key)
  }

  /** Puts an adopted document in its place, durable with the folder; done, too, where someone has done it. */
  settle(key: string): Promise<void> {
    return this.#turns.take(key, () => this.#settle(key))
  }

  /** Refuses new work and resolves when what was begun has ended. */
  close(): Promise<void> {
    return this.#turns.close()
  }

  async #hold(key: string): Promise<Held<T>> {
    for (;;) {
      const held = this.#held.get(key) ?? (await this.#load(key))
      if (this.#staged.has(key)) continue // a transaction was committed while the old document was being read
      this.#held.set(key, held)
      return held
    }
  }

  async #load(key: string): Promise<Held<T>> {
    await this.#settle(key)
    const file = this.#file(key)
    const low = new Low<T>(file, this.kind.empty(key))
    await low.read()
    if (file.fellBack && this.mend !== undefined) {
      const mended = await this.mend(key, low.data)
      if (mended !== low.data) {
        low.data = mended
        await low.write()
      }
    }
    return { low, file, current: low.data }
  }

  async #settle(key: string): Promise<void> {
    const next = this.#staged.get(key)
    if (next === undefined) return
    await placeFile(this.home.disk, next, this.#file(key).path)
    this.#staged.delete(key)
  }

  #file(key: string): DurableFile<T> {
    return new DurableFile(this.home, join(this.#path, fileNameOf(key) + ENDING), key, this.kind)
  }

  get #path(): string {
    return join(this.home.path, this.folder)
  }
}
