import { join } from 'node:path'
import type { JournalEntry } from '../../ports/ports.js'
import type { Home } from './home.js'
import type { FileJournal } from './journal.js'
import { encodeRecord, type LoggedStage } from './log-record.js'

/** Neither done nor undone for certain; the next start will tell, and until then nothing more may be written. */
export class UnsureCommit extends Error {
  override readonly name = 'UnsureCommit'
}

/** What is to become true at one instant. */
export interface Commit {
  /** Changes of documents, each as JSON in pieces. */
  readonly puts: readonly (readonly Uint8Array[])[]
  readonly entries: readonly JournalEntry[]
  readonly stage?: LoggedStage
  /** Called once it is durable, before anything that was committed later. */
  readonly committed: () => void
}

interface Waiting {
  readonly commit: Commit
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

export const LOG_FOLDER = 'commits'
const FILE = /^(\d+)\.log$/

/** Files of the log, oldest first. */
export async function logFilesOf(
  home: Home,
): Promise<readonly { readonly path: string; readonly nth: number }[]> {
  const folder = join(home.path, LOG_FOLDER)
  return (await home.disk.list(folder))
    .flatMap((name) => {
      const nth = name.match(FILE)?.[1]
      return nth === undefined ? [] : [{ path: join(folder, name), nth: Number(nth) }]
    })
    .sort((a, b) => a.nth - b.nth)
}

/**
 * The log that everything is written to before it is put in its place: one append, one fsync, is the instant of a
 * commit. Who asks while an append is under way shares the next one. A file of it is removed when all it says is in place.
 */
export class CommitLog {
  readonly #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  /** The file being written, made with the first commit. */
  #path: string | undefined
  /** All there are, that one too. */
  #files: readonly string[] = []
  readonly #betweenWrites: (() => void)[] = []
  #size = 0
  #shut: Error | undefined

  constructor(
    private readonly home: Home,
    private readonly journal: FileJournal,
    /** Number of the last file there was. */
    private nth: number,
    /** Told after every append. */
    private readonly grown: (bytes: number) => void,
  ) {}

  /** Bytes of the present file. */
  get size(): number {
    return this.#size
  }

  /** Resolves when it is durable and `committed` was called; rejects where it is not there. @throws UnsureCommit */
  commit(commit: Commit): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ commit, done, failed })
      this.#writing ??= this.#writeAll()
    })
  }

  /**
   * Lets the next commit begin a new file. Gives the files before it: to be forgotten once all they say is in place, or
   * kept for the next time.
   */
  rotate(): Promise<readonly string[]> {
    return new Promise((resolve) => {
      this.#betweenWrites.push(() => {
        const files = this.#files
        this.#files = []
        this.#path = undefined
        this.#size = 0
        resolve(files)
      })
      this.#writing ??= this.#writeAll()
    })
  }

  async forget(files: readonly string[]): Promise<void> {
    for (const path of files) await this.home.disk.remove(path)
  }

  keep(files: readonly string[]): void {
    this.#files = [...files, ...this.#files]
  }

  /** Resolves when what waits is written, or refused. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing
  }

  async #writeAll(): Promise<void> {
    await undefined // so that the end of it never comes before its beginning is noted
    for (;;) {
      for (const work of this.#betweenWrites.splice(0)) work()
      if (this.#waiting.length === 0) break
      const batch = this.#waiting.splice(0)
      try {
        await this.#write(batch.map(({ commit }) => commit))
      } catch (error) {
        for (const { failed } of batch) failed(error)
        continue
      }
      for (const { commit, done } of batch) {
        commit.committed()
        done()
      }
      this.grown(this.#size)
    }
    this.#writing = undefined // in the same breath as the last look, or a commit that comes now would wait for ever
  }

  async #write(commits: readonly Commit[]): Promise<void> {
    if (this.#shut !== undefined) throw this.#shut
    const chain = this.journal.chain()
    const pieces = commits.flatMap(({ puts, entries, stage }) =>
      encodeRecord(
        { puts, journal: chain.add(entries), ...(stage === undefined ? {} : { stage }) },
        this.home.cover,
      ),
    )
    const bytes = Buffer.concat(pieces)
    const path = this.#path ?? (await this.#begin())
    try {
      await this.home.disk.append(path, bytes)
    } catch (error) {
      await this.#cutBack(path, error)
      throw error
    }
    this.#size += bytes.length
    await chain.accept()
  }

  async #begin(): Promise<string> {
    this.nth++
    const folder = join(this.home.path, LOG_FOLDER)
    const path = join(folder, `${String(this.nth).padStart(12, '0')}.log`)
    this.#files = [...this.#files, path]
    await this.home.disk.create(path, [])
    await this.home.disk.syncFolder(folder)
    this.#path = path
    this.#size = 0
    return path
  }

  /** Whoever is told that it failed must not find it at the next start. */
  async #cutBack(path: string, cause: unknown): Promise<void> {
    try {
      await this.home.disk.cut(path, this.#size)
    } catch {
      this.#shut = new UnsureCommit('what was written last may or may not be there; restart to know', {
        cause,
      })
      throw this.#shut
    }
  }
}
