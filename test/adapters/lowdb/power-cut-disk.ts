import { dirname } from 'node:path'
import type { Disk } from '../../../src/adapters/lowdb/files/disk.js'

/** How a step goes wrong. `torn`: a write leaves half of its bytes. */
export type Mishap = 'before' | 'after' | 'torn'

interface Contents {
  bytes: Buffer
  /** Bytes after these are seen, and may not outlive the power. */
  durable?: number
}

type Names = Map<string, Contents>
type NameChange = (names: Names) => void

/**
 * A disk in memory that can fail at a chosen step and whose power can be cut. It keeps its word as a strict file
 * system does and no better: contents are durable when written, names only when their folder has been synced; of
 * what was not synced any part may survive.
 */
export class PowerCutDisk implements Disk {
  #names: Names = new Map()
  #durable: Names = new Map()
  readonly #folders = new Set<string>()
  #unsynced: { readonly folder: string; readonly change: NameChange }[] = []
  #steps = 0
  #failAt: number | undefined
  #mishap: Mishap = 'before'
  #isDead = false
  #dies = false
  #failedAtWrite = false

  /** Another disk that holds the same; nothing on it is unsynced. */
  copy(): PowerCutDisk {
    const copy = new PowerCutDisk()
    for (const [path, { bytes }] of this.#names) copy.#names.set(path, { bytes })
    copy.#durable = new Map(copy.#names)
    for (const folder of this.#folders) copy.#folders.add(folder)
    return copy
  }

  /** Steps that change something, so far. */
  get steps(): number {
    return this.#steps
  }

  /** Whether the step that failed was to write bytes, and so can leave a part of them. */
  get failedAtWrite(): boolean {
    return this.#failedAtWrite
  }

  /** Step number `step` (counted on from now, the next is 1) fails, and with `dies` every one after it. */
  failAt(step: number, mishap: Mishap, dies: boolean): void {
    this.#failAt = this.#steps + step
    this.#mishap = mishap
    this.#dies = dies
  }

  /** The process has died; a new one finds what the old one had done, except its lock. */
  restart(): void {
    this.revive()
    for (const name of [...this.#names.keys()]) if (/\/lock[^/]*$/.test(name)) this.#forget(name)
  }

  /** It works again, with all names as they are. */
  revive(): void {
    this.#isDead = false
    this.#failAt = undefined
  }

  /** The machine has died: what was not synced survives where `survives` says so, one change after another. */
  cutPower(survives: () => boolean): void {
    for (const { change } of this.#unsynced) if (survives()) change(this.#durable)
    this.#unsynced = []
    this.#names = new Map(this.#durable)
    for (const contents of this.#names.values()) {
      if (contents.durable !== undefined && !survives())
        contents.bytes = contents.bytes.subarray(0, contents.durable)
      delete contents.durable
    }
    this.restart()
  }

  async read(path: string): Promise<Buffer> {
    this.#refuseWhenDead()
    return this.#at(path).bytes
  }

  async readEnd(path: string, maxBytes: number): Promise<{ bytes: Buffer; size: number }> {
    this.#refuseWhenDead()
    const bytes = this.#names.get(path)?.bytes ?? Buffer.alloc(0)
    return { bytes: bytes.subarray(Math.max(0, bytes.length - maxBytes)), size: bytes.length }
  }

  async readFrom(path: string, from: number, maxBytes: number): Promise<Buffer> {
    this.#refuseWhenDead()
    return this.#at(path).bytes.subarray(from, from + maxBytes)
  }

  create(path: string, pieces: readonly Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(pieces)
    if (this.#names.has(path)) return Promise.reject(fault('EEXIST', path))
    const put = (part: Uint8Array) => {
      const contents = { bytes: Buffer.from(part) }
      this.#change(path, (names) => names.set(path, contents))
    }
    return this.#step(
      () => put(bytes),
      () => (this.#dies ? put(bytes.subarray(0, bytes.length / 2)) : undefined), // who lives on cleans up
    )
  }

  append(path: string, bytes: Uint8Array): Promise<void> {
    return this.#step(
      () => {
        this.#add(path, bytes)
        delete this.#at(path).durable
      },
      () => this.#add(path, bytes.subarray(0, bytes.length / 2)),
    )
  }

  extend(path: string, bytes: Uint8Array): Promise<void> {
    const add = (part: Uint8Array) => {
      const before = this.#names.get(path)
      const durable = before?.durable ?? before?.bytes.length ?? 0
      this.#add(path, part)
      this.#at(path).durable = durable
    }
    return this.#step(
      () => add(bytes),
      () => add(bytes.subarray(0, bytes.length / 2)),
    )
  }

  sync(path: string): Promise<void> {
    return this.#step(() => void delete this.#at(path).durable)
  }

  cut(path: string, size: number): Promise<void> {
    return this.#step(() => {
      const contents = this.#at(path)
      contents.bytes = contents.bytes.subarray(0, size)
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#step(() => {
      const contents = this.#at(from)
      this.#change(to, (names) => {
        names.delete(from)
        names.set(to, contents)
      })
    })
  }

  duplicate(from: string, to: string): Promise<void> {
    return this.#step(() => {
      const contents = this.#at(from)
      if (this.#names.has(to)) throw fault('EEXIST', to)
      this.#change(to, (names) => names.set(to, contents))
    })
  }

  remove(path: string): Promise<void> {
    return this.#step(() => this.#change(path, (names) => names.delete(path)))
  }

  async makeFolder(path: string): Promise<void> {
    this.#folders.add(path)
  }

  async list(folder: string): Promise<readonly string[]> {
    this.#refuseWhenDead()
    return [...this.#names.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1))
  }

  syncFolder(folder: string): Promise<void> {
    return this.#step(() => {
      for (const unsynced of this.#unsynced) if (unsynced.folder === folder) unsynced.change(this.#durable)
      this.#unsynced = this.#unsynced.filter((unsynced) => unsynced.folder !== folder)
    })
  }

  async #step(work: () => void, half?: () => void): Promise<void> {
    this.#refuseWhenDead()
    this.#steps++
    if (this.#steps !== this.#failAt) return work()
    this.#isDead = this.#dies
    if (this.#mishap === 'after' && this.#dies) work()
    if (this.#mishap === 'torn') half?.()
    this.#failedAtWrite = half !== undefined
    throw fault('ENOSPC', `step ${this.#steps}`)
  }

  #add(path: string, part: Uint8Array): void {
    const contents = this.#names.get(path)
    if (contents !== undefined) contents.bytes = Buffer.concat([contents.bytes, part])
    else {
      const made = { bytes: Buffer.from(part) }
      this.#change(path, (names) => names.set(path, made))
    }
  }

  #change(path: string, change: NameChange): void {
    change(this.#names)
    this.#unsynced.push({ folder: dirname(path), change })
  }

  #forget(path: string): void {
    this.#names.delete(path)
    this.#durable.delete(path)
    this.#unsynced.push({ folder: dirname(path), change: (names) => names.delete(path) })
  }

  #at(path: string): Contents {
    const contents = this.#names.get(path)
    if (contents === undefined) throw fault('ENOENT', path)
    return contents
  }

  #refuseWhenDead(): void {
    if (this.#isDead) throw fault('EIO', 'the process is dead')
  }
}

function fault(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code })
}
