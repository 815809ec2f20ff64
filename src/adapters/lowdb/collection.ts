import { join } from 'node:path'
import { Low } from 'lowdb'
import { LRUCache } from 'lru-cache'
import { encodePut, type Kind, keyInside, type Put } from './document.js'
import { DurableFile, placeFile } from './files/durable-file.js'
import { fileNameOf, keyOf } from './files/file-name.js'
import type { Home } from './home.js'
import { InTurn } from './in-turn.js'

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
 * Documents of one kind in one folder, a file each. Values are immutable: who reads gets the value itself. What was
 * committed is read from memory until it is in its place; of the others, those used last are held in memory, up to
 * `cacheBytes` of their JSON.
 */
export class Collection<T> {
  readonly #turns = new InTurn()
  readonly #held: LRUCache<string, Held<T>>
  /** Committed, and in the log alone until its file is written. */
  readonly #unwritten = new Map<string, { readonly value: T; readonly bytes: number }>()
  #unwrittenBytes = 0
  readonly #listeners: ((key: string) => void)[] = []
  /** Committed by a transaction of the bank and not yet in place: read from here before any file. */
  readonly #staged = new Map<string, string>()
  /** What the log of the process before says, of documents whose files it had not written. */
  readonly #logged = new Map<string, Put[]>()

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

  get kindName(): string {
    return this.kind.name
  }

  /** Keys that have a document, ascending. */
  async keys(): Promise<readonly string[]> {
    const names = (await this.home.disk.list(this.#path)).filter((name) => name.endsWith(ENDING))
    const written = await Promise.all(
      names.map(async (name) => {
        const key = keyOf(name.slice(0, -ENDING.length))
        return (
          key ?? keyInside(this.home.cover.unwrap(await this.home.disk.read(join(this.#path, name))).bytes)
        )
      }),
    )
    const keys = new Set([...written.filter((key) => key !== undefined), ...this.#staged.keys()])
    for (const [key, { value }] of this.#unwritten) {
      if (this.#isAbsent(value)) keys.delete(key)
      else keys.add(key)
    }
    return [...keys].sort()
  }

  /** The value as last acknowledged. @throws UnreadableFile */
  async read(key: string): Promise<T> {
    const unwritten = this.#unwritten.get(key)
    if (unwritten !== undefined) return unwritten.value
    const held = this.#held.get(key) ?? (await this.#turns.take(key, () => this.#hold(key)))
    return this.#unwritten.get(key)?.value ?? held.current // committed while it was read
  }

  /** The value as last acknowledged, where it happens to be held in memory. */
  peek(key: string): T | undefined {
    return this.#unwritten.get(key)?.value ?? this.#held.peek(key)?.current
  }

  /** A change as the log says it. @throws where the next start would refuse what is to be written */
  encodePut(key: string, before: T, after: T): readonly Uint8Array[] {
    return encodePut(this.kind, key, before, after)
  }

  /** Makes a value that the log has the one that is read, at once. */
  commit(key: string, value: T): void {
    const bytes = this.#unwritten.get(key)?.bytes ?? this.#held.peek(key)?.file.size ?? 0
    this.#forget(key)
    this.#unwritten.set(key, { value, bytes })
    this.#unwrittenBytes += bytes
    for (const tell of this.#listeners) tell(key)
  }

  /** Tells of every document that becomes another one. */
  onChange(tell: (key: string) => void): void {
    this.#listeners.push(tell)
  }

  /** About how much JSON the documents would be that only the log has, and so are all in memory. */
  get unwrittenBytes(): number {
    return this.#unwrittenBytes
  }

  /** Keys of what only the log has. */
  unwritten(): readonly string[] {
    return [...this.#unwritten.keys()]
  }

  /** Writes what only the log has to its file; durable with `syncFolder`, whereupon `written` is called. */
  async write(key: string): Promise<() => void> {
    const unwritten = this.#unwritten.get(key)
    if (unwritten === undefined) return () => {}
    const { value } = unwritten
    const held = await this.#turns.take(key, async () => {
      await this.#settle(key)
      const file = this.#file(key)
      const low = new Low<T>(file, value)
      if (this.#isAbsent(value)) await file.remove()
      else await low.write()
      return { low, file, current: value }
    })
    return () => {
      if (this.#unwritten.get(key) !== unwritten) return // a newer one has been committed
      this.#forget(key)
      this.#held.set(key, held)
    }
  }

  syncFolder(): Promise<void> {
    return this.home.disk.syncFolder(this.#path)
  }

  /** Takes note of what the log of the process before says, before anything is read. */
  note(put: Put): void {
    this.#logged.set(put.key, [...(this.#logged.get(put.key) ?? []), put])
  }

  /** Keys of documents that the log of the process before has changed. */
  noted(): readonly string[] {
    return [...this.#logged.keys()]
  }

  /** Writes a document as the log of the process before left it. @throws UnreadableFile */
  async recover(key: string): Promise<void> {
    this.commit(key, await this.read(key))
    const written = await this.write(key)
    await this.syncFolder()
    written()
    this.#logged.delete(key)
  }

  /** What could not be recovered, as the log has to go on saying it. */
  carried(): readonly (readonly Uint8Array[])[] {
    return [...this.#logged.values()].flatMap((puts) => puts.map((put) => [Buffer.from(JSON.stringify(put))]))
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
    this.#forget(key)
    this.#logged.delete(key)
    this.#held.delete(key)
    for (const tell of this.#listeners) tell(key)
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
    const file = this.#file(key, this.#logged.get(key))
    const low = new Low<T>(file, this.kind.empty(key))
    await low.read()
    if (file.fellBack && this.mend !== undefined) {
      const mended = await this.mend(key, low.data)
      if (mended !== low.data) {
        low.data = mended
        await low.write()
        await this.syncFolder()
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

  #forget(key: string): void {
    this.#unwrittenBytes -= this.#unwritten.get(key)?.bytes ?? 0
    this.#unwritten.delete(key)
  }

  #isAbsent(value: T): boolean {
    return this.kind.isAbsent?.(value) ?? false
  }

  #file(key: string, puts?: readonly Put[]): DurableFile<T> {
    return new DurableFile(this.home, join(this.#path, fileNameOf(key) + ENDING), key, this.kind, puts)
  }

  get #path(): string {
    return join(this.home.path, this.folder)
  }
}
