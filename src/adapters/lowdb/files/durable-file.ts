import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import {
  type Decoded,
  decodeDocument,
  decodePuts,
  encodeDocument,
  type Kind,
  type Put,
  versionOf,
} from '../document.js'
import type { Home } from '../home.js'
import { CannotUnseal } from './cover.js'
import { type Disk, hasCode } from './disk.js'

/** Between the name of a document's file and the instant, of what is kept of one that was changed by hand. */
export const BY_HAND = '.by-hand-'

/** A file that no generation of can be used: nothing is guessed and nothing overwritten, a person must look. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path} cannot be used: ${problem}`)
  }
}

/**
 * lowdb's adapter for one document that must not be lost. A write is a new file, made durable, then put in the
 * place of the old one, of which a second name (`.1`) stays: at every instant a whole generation is there.
 */
export class DurableFile<T> implements Adapter<T> {
  /** Bytes of the document as last read or written. */
  size = 0
  /** Whether what was read is an older generation than was last written. */
  fellBack = false

  constructor(
    private readonly home: Home,
    readonly path: string,
    private readonly key: string,
    private readonly kind: Kind<T>,
    /** What the log says of the document and the file does not yet. */
    private readonly puts: readonly Put[] = [],
  ) {}

  /** Null where nothing was ever written. @throws UnreadableFile */
  async read(): Promise<T | null> {
    const latest = await this.#generation(this.path)
    switch (latest?.state) {
      case 'good':
        if (latest.isByHand) await this.#noteByHand(latest.value)
        return latest.value
      case 'newer':
        throw new UnreadableFile(this.path, newer(latest.version, this.kind))
      case 'damaged':
        return this.#fallBack(latest.problem)
      case undefined: {
        if (this.kind.fallsBack && (await this.#generation(this.#previous)) !== undefined) {
          return this.#fallBack('missing')
        }
        return this.#neverWritten()
      }
    }
  }

  /** Durable as soon as the folder is. */
  async write(value: T): Promise<void> {
    const next = this.nextName()
    await this.stage(next, value)
    try {
      await placeFile(this.home.disk, next, this.path)
    } catch (error) {
      await this.home.disk.remove(next).catch(() => undefined) // swept at the next start
      throw error
    }
  }

  /** A name beside the file for what is to take its place; what bears it is swept at the next start. */
  nextName(): string {
    return `${this.path}.tmp-${this.home.freshName()}`
  }

  /** Writes `value` to `next`, which nobody reads yet. */
  async stage(next: string, value: T): Promise<void> {
    await this.kind.prepare?.(value)
    const pieces = this.home.cover.wrap(encodeDocument(this.kind, this.key, value))
    await this.home.disk.create(next, pieces)
    this.size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  }

  /** What `stage` wrote. @throws UnreadableFile */
  async readStaged(next: string): Promise<T> {
    const staged = await this.#generation(next, [])
    if (staged?.state === 'good') return staged.value
    throw new UnreadableFile(next, staged === undefined ? 'missing' : staged.state)
  }

  async remove(): Promise<void> {
    await this.home.disk.remove(this.#previous) // first, or a stop in between would bring it back
    await this.home.disk.remove(this.path)
  }

  /** What only the log knows of. */
  #neverWritten(): T | null {
    if (this.puts.length === 0) return null
    const decoded = decodePuts(this.kind, this.puts)
    if (decoded.state === 'good') return decoded.value
    throw new UnreadableFile(
      this.path,
      decoded.state === 'newer' ? newer(decoded.version, this.kind) : `the log of it: ${decoded.problem}`,
    )
  }

  get #previous(): string {
    return previousOf(this.path)
  }

  async #fallBack(problem: string): Promise<T> {
    const previous = this.kind.fallsBack ? await this.#generation(this.#previous) : undefined
    if (previous?.state !== 'good') throw new UnreadableFile(this.path, `${problem}; ${without(previous)}`)
    const kept = `${this.path}.damaged-${this.home.stamp()}`
    const next = this.nextName()
    await this.stage(next, previous.value)
    if (problem !== 'missing') await this.home.disk.rename(this.path, kept)
    await this.home.disk.rename(next, this.path)
    await this.#syncFolder()
    this.home.log.warn('store.fell-back', {
      file: this.path,
      problem,
      ...(problem === 'missing' ? {} : { keptAs: kept }),
    })
    this.fellBack = true
    return previous.value
  }

  #syncFolder(): Promise<void> {
    return this.home.disk.syncFolder(dirname(this.path))
  }

  /** Somebody wrote to the file who is not this program: what stood there is kept, and taken for what it says. */
  async #noteByHand(value: T): Promise<void> {
    const kept = `${this.path}${BY_HAND}${this.home.stamp()}`
    await this.home.disk.duplicate(this.path, kept)
    this.home.log.warn('store.changed-by-hand', { file: this.path, keptAs: kept })
    if (this.puts.length === 0) await this.write(value)
    await this.#syncFolder()
  }

  async #generation(
    path: string,
    puts = this.puts,
  ): Promise<(Decoded<T> & { readonly isByHand?: boolean }) | undefined> {
    try {
      const onDisk = await this.home.disk.read(path)
      this.size = onDisk.length
      const { bytes, sum } = this.home.cover.unwrap(onDisk)
      const isByHand = sum === 'other'
      const sliced = puts.length === 0 ? await this.kind.inSlices?.(this.key, bytes) : undefined
      if (sliced !== undefined) return { state: 'good', value: sliced, isByHand }
      return { ...decodeDocument(this.kind, this.key, bytes, puts), isByHand }
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      // Where the key alone is missing nothing is damaged, and no older generation may stand in.
      if (error instanceof CannotUnseal && error.lacksKey) throw new UnreadableFile(path, error.message)
      if (error instanceof CannotUnseal) return { state: 'damaged', problem: error.message }
      throw error
    }
  }
}

/** Puts `next` at `path`, in names only: a stop anywhere inside leaves a whole generation at `path`. */
export async function placeFile(disk: Disk, next: string, path: string): Promise<void> {
  await disk.remove(previousOf(path))
  await disk.duplicate(path, previousOf(path)).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error // the first generation has none before it
  })
  await disk.rename(next, path)
}

function previousOf(path: string): string {
  return `${path}.1`
}

function newer<T>(version: number, kind: Kind<T>): string {
  return `written by a newer program (version ${version}, this one knows ${versionOf(kind)}): start that one`
}

function without(previous: Decoded<unknown> | undefined): string {
  if (previous === undefined) return 'there is no generation before it'
  return `the generation before it: ${previous.state === 'damaged' ? previous.problem : previous.state}`
}
