import type { AuditableJournal, JournalCheck, JournalPlace } from '../../ports/audit.js'
import type { JournalEntry } from '../../ports/ports.js'
import type { Home } from './home.js'
import { InTurn } from './in-turn.js'
import { followJournal, JOURNAL_START, linesFrom, NO_LINE } from './journal-check.js'
import { hashOf, monthsOf, pathOf, placeLines, readWholeEnd } from './journal-files.js'
import type { LoggedLines } from './log-record.js'

/** Lines that are to follow on the last one, before they are in the log. */
export interface Chain {
  /** The lines of these entries, after those added before. */
  add(entries: readonly JournalEntry[]): readonly LoggedLines[]
  /** They are durable in the log: the next lines follow on them. They are seen in the journal when it resolves. */
  accept(): Promise<void>
}

/**
 * JSON lines in a file a month, each with the SHA-256 of the line before it, over the ends of months too. A line is in
 * the log with the act it tells of, and so is where in the journal it stands; it comes to stand there afterwards.
 */
export class FileJournal implements AuditableJournal {
  /** Durable in the log alone. */
  readonly #lacking: LoggedLines[] = []
  readonly #turns = new InTurn()
  /** A line could not be shown, so that none after it may be, until all are placed. */
  #isBehind = false

  private constructor(
    private readonly home: Home,
    private head: string,
    private month: string,
    private size: number,
  ) {}

  /**
   * A last line without an end, and what the log says should stand there, were never here or not to the end.
   *
   * @param logged what the log says of the journal, in its order
   */
  static async open(home: Home, logged: readonly LoggedLines[]): Promise<FileJournal> {
    await placeLines(home, logged)
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
        return new FileJournal(home, hashOf(end.lastLine), months[0]!, size)
      }
    }
    return new FileJournal(home, NO_LINE, months[0] ?? '', size ?? 0)
  }

  /** What is to be logged next. Only one chain is open at a time. */
  chain(): Chain {
    let { head, month, size } = this
    const added: LoggedLines[] = []
    return {
      add: (entries) => {
        const own: { month: string; from: number; lines: string[] }[] = []
        for (const entry of entries) {
          const next = laterOf(month, entry.at.slice(0, 7))
          if (next !== month) {
            month = next
            size = 0
          }
          const line = JSON.stringify({ ...entry, prev: head })
          const last = own.at(-1)
          if (last?.month === month) last.lines.push(line)
          else own.push({ month, from: size, lines: [line] })
          head = hashOf(line)
          size += Buffer.byteLength(line) + 1
        }
        added.push(...own)
        return own
      },
      accept: () => {
        this.head = head
        this.month = month
        this.size = size
        return this.#turns.take('', async () => {
          await this.#show(added)
          this.#lacking.push(...added)
        })
      },
    }
  }

  /** Makes the lines that are durable in the log alone durable where they belong. */
  place(): Promise<void> {
    return this.#turns.take('', async () => {
      await placeLines(this.home, this.#lacking)
      this.#lacking.length = 0
      this.#isBehind = false
    })
  }

  async verify(signed: readonly Pick<JournalPlace, 'lines' | 'head'>[] = []): Promise<JournalCheck> {
    await this.place()
    const { place, breaks } = await followJournal(this.home, JOURNAL_START, signed)
    const [broken] = breaks
    const { lines, head } = place
    return { lines, head, ...(broken === undefined ? {} : { breaks, broken }) }
  }

  async end(since: JournalPlace = JOURNAL_START): Promise<JournalPlace> {
    await this.place()
    return (await followJournal(this.home, since)).place
  }

  async *entries({ from = '', to }: { from?: string; to?: string } = {}): AsyncIterable<JournalEntry> {
    await this.place()
    for await (const { line } of linesFrom(this.home, { month: from, size: 0 }, to)) {
      const entry = entryIn(line)
      if (entry !== undefined) yield entry
    }
  }

  async #show(added: readonly LoggedLines[]): Promise<void> {
    try {
      for (const { month, lines } of added) {
        if (this.#isBehind) return
        await this.home.disk.extend(pathOf(this.home, month), Buffer.from(`${lines.join('\n')}\n`))
      }
    } catch {
      this.#isBehind = true // committed they are: they are placed with the next checkpoint
    }
  }
}

/** The file an entry belongs to: its month, but never one before the last written, so that files stay in order. */
function laterOf(month: string, other: string): string {
  return [month, other].sort()[1]!
}

function entryIn(line: Buffer): JournalEntry | undefined {
  try {
    const { prev: _, ...entry } = JSON.parse(line.toString()) as JournalEntry & { readonly prev?: string }
    return typeof entry.at === 'string' && typeof entry.act === 'string' ? entry : undefined
  } catch {
    return undefined // `verify` says so
  }
}
