import type { Journal, JournalEntry } from '../../usecases/ports.js'
import type { Home } from './home.js'
import { folderOf, hashOf, monthsOf, pathOf, previousIn, readWholeEnd, wholeLines } from './journal-files.js'

/** Stands for the line before the first. */
const NO_LINE = '0'.repeat(64)
const MONTH = /^\d{4}-\d{2}$/

/** What a check of the whole journal found. */
export interface JournalCheck {
  readonly lines: number
  /** SHA-256 of the last line: kept elsewhere, it shows later whether the end was cut off. */
  readonly head: string
  /** The first line that does not follow from the one before it. */
  readonly broken?: {
    readonly file: string
    readonly line: number
    readonly problem: 'not JSON' | 'does not follow'
  }
}

interface Waiting {
  readonly entry: JournalEntry
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * JSON lines in a file a month, each with the SHA-256 of the line before it, over the ends of months too. Who asks
 * while a write is under way shares the next one.
 */
export class FileJournal implements Journal {
  readonly #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #closed = false

  private constructor(
    private readonly home: Home,
    private head: string,
    private month: string,
    private size: number,
    /** Whether the file may hold more than `size`: what a failed write left, not acknowledged to anyone. */
    private isTorn: boolean,
  ) {}

  /** A last line without an end was never acknowledged: it is cut off, and that is said. */
  static async open(home: Home): Promise<FileJournal> {
    const months = (await monthsOf(home)).toReversed()
    let size: number | undefined
    for (const month of months) {
      const end = await readWholeEnd(home.disk, pathOf(home, month))
      if (end.torn > 0) {
        await home.disk.cut(pathOf(home, month), end.size)
        home.log.warn('journal.torn', { file: pathOf(home, month), bytes: end.torn })
      }
      size ??= end.size
      if (end.lastLine !== undefined) {
        return new FileJournal(home, hashOf(end.lastLine), months[0]!, size, false)
      }
    }
    return new FileJournal(home, NO_LINE, months[0] ?? '', size ?? 0, false)
  }

  append(entry: JournalEntry): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    if (!MONTH.test(entry.at.slice(0, 7)))
      return Promise.reject(new RangeError(`not an instant: ${entry.at}`))
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed })
      this.#writing ??= this.#writeAll()
    })
  }

  /** Follows the chain from the first line to the last. */
  async verify(): Promise<JournalCheck> {
    let head = NO_LINE
    let lines = 0
    for (const month of await monthsOf(this.home)) {
      const file = pathOf(this.home, month)
      let line = 0
      for (const text of wholeLines(await this.home.disk.read(file))) {
        line++
        const previous = previousIn(text)
        if (previous !== head) {
          const problem = previous === undefined ? 'not JSON' : 'does not follow'
          return { lines, head, broken: { file, line, problem } }
        }
        head = hashOf(text)
        lines++
      }
    }
    return { lines, head }
  }

  /** Refuses new entries and resolves when those that wait are written. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const month = this.#monthOf(this.#waiting[0]!.entry)
      const other = this.#waiting.findIndex(({ entry }) => this.#monthOf(entry) !== month)
      const batch = this.#waiting.splice(0, other < 0 ? this.#waiting.length : other)
      try {
        await this.#write(
          month,
          batch.map(({ entry }) => entry),
        )
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    this.#writing = undefined // in the same breath as the last look, or an entry that comes now would wait for ever
  }

  async #write(month: string, entries: readonly JournalEntry[]): Promise<void> {
    if (this.isTorn) await this.#cutBack()
    const path = pathOf(this.home, month)
    let head = this.head
    const lines = entries.map((entry) => {
      const line = JSON.stringify({ ...entry, prev: head })
      head = hashOf(line)
      return `${line}\n`
    })
    const bytes = Buffer.from(lines.join(''))
    if (month !== this.month) {
      this.month = month
      this.size = 0
    }
    this.isTorn = true
    await this.home.disk.append(path, bytes)
    if (this.size === 0) await this.home.disk.syncFolder(folderOf(this.home))
    this.isTorn = false
    this.head = head
    this.size += bytes.length
  }

  async #cutBack(): Promise<void> {
    const path = pathOf(this.home, this.month)
    if ((await this.home.disk.readEnd(path, 0)).size > this.size) await this.home.disk.cut(path, this.size)
    this.isTorn = false
  }

  /** The file an entry belongs to: its month, but never one before the last written, so that files stay in order. */
  #monthOf(entry: JournalEntry): string {
    return [this.month, entry.at.slice(0, 7)].sort()[1]!
  }
}
