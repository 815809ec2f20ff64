import type { Pool } from 'pg'
import type { JournalEntry } from '../../ports/ports.js'
import { checkEntry } from '../stored/check-entry.js'
import { appendEntries } from './journal.js'
import type { Scope } from './roles.js'
import { Session } from './session.js'
import type { Kept, Shelf } from './shelf.js'

interface Draft<T> {
  readonly shelf: Shelf<T>
  readonly key: string
  /** As it was when this unit took it. */
  readonly before: Kept<T>
  readonly now: T
}

/**
 * What one piece of work writes, kept back until all of it is committed together in one transaction. What it changes is
 * locked by its row until then; what it only reads is not. Its statements go one after the other.
 */
export class Unit {
  readonly #drafts = new Map<string, Draft<unknown>>()
  readonly #entries: JournalEntry[] = []
  readonly #last: (() => Promise<void>)[] = []
  #session: Session | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #failure: { readonly error: unknown } | undefined
  #isOver = false

  constructor(private readonly pool: Pool) {}

  /** Whether it takes nothing more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** As this unit would leave it, else as last acknowledged. */
  async read<T>(shelf: Shelf<T>, key: string): Promise<T> {
    const draft = this.#draftOf(shelf, key)
    if (draft !== undefined) return draft.now
    const kept = await this.within(shelf.scopeOf(key), (session) => shelf.read(session, key))
    return this.#draftOf(shelf, key)?.now ?? kept.value
  }

  /** Under the promise of `Books.change`, within this unit. */
  async change<T, R>(
    shelf: Shelf<T>,
    key: string,
    decide: (value: T) => { readonly value: T; readonly result: R },
  ): Promise<R> {
    await this.take(shelf, [key])
    const { value, result } = decide(this.own(shelf, key))
    this.put(shelf, key, value)
    return result
  }

  /** Makes rows its own until its end, in an order in which no two units wait for each other over these. */
  async take<T>(shelf: Shelf<T>, keys: readonly string[]): Promise<void> {
    for (const key of [...new Set(keys)].sort()) {
      await this.within(shelf.scopeOf(key), async (session) => {
        if (this.#draftOf(shelf, key) !== undefined) return
        const before = await shelf.take(session, key)
        const draft: Draft<T> = { shelf, key, before, now: before.value }
        this.#drafts.set(placeOf(shelf, key), draft as Draft<unknown>) // read back by the same shelf alone
      })
    }
  }

  /** The draft of a value that is its own. */
  own<T>(shelf: Shelf<T>, key: string): T {
    return this.#draftOf(shelf, key)!.now
  }

  put<T>(shelf: Shelf<T>, key: string, value: T): void {
    this.#refuse()
    const place = placeOf(shelf, key)
    this.#drafts.set(place, { ...this.#drafts.get(place)!, now: value })
  }

  /** Whether a row of that shelf is its own. */
  hasTaken({ name }: Pick<Shelf<unknown>, 'name'>): boolean {
    return [...this.#drafts.values()].some(({ shelf }) => shelf.name === name)
  }

  record(entry: JournalEntry): void {
    this.#refuse()
    checkEntry(entry)
    this.#entries.push(entry)
  }

  /** What is done right before the commit: for rows of everybody, which nobody is to wait for longer. */
  last(work: () => Promise<void>): void {
    this.#refuse()
    this.#last.push(work)
  }

  /** Statements of this unit, seeing the rows of that scope. */
  within<R>(scope: Scope | undefined, work: (session: Session) => Promise<R>): Promise<R> {
    this.#refuse()
    const turn = this.#turn.then(async () => {
      if (this.#failure !== undefined) throw this.#failure.error
      try {
        this.#session ??= await Session.begin(this.pool, 'app', scope)
        if (scope !== undefined) await this.#session.enter(scope)
        return await work(this.#session)
      } catch (error) {
        this.#failure = { error } // its transaction is lost: it goes no further, whoever catches this
        throw error
      }
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Writes and commits all of it. Nothing more is taken after it. */
  async finish(): Promise<void> {
    await this.#turn
    for (const work of this.#last) await work()
    if (this.#failure !== undefined) throw this.#failure.error
    const changed = [...this.#drafts.values()].filter(({ before, now }) => before.value !== now)
    const committed: (() => void)[] = []
    for (const { shelf, key, before, now } of changed) {
      committed.push(
        await this.within(shelf.scopeOf(key), (session) => shelf.write(session, key, before, now)),
      )
    }
    if (this.#entries.length > 0)
      await this.within(undefined, (session) => appendEntries(session, this.#entries))
    this.#isOver = true
    const session = this.#session
    this.#session = undefined
    await session?.commit()
    for (const done of committed) done()
  }

  /** Gives free what it held; what was not committed by then comes to nothing. */
  async end(): Promise<void> {
    this.#isOver = true
    await this.#turn
    await this.#session?.rollback()
  }

  #draftOf<T>(shelf: Shelf<T>, key: string): Draft<T> | undefined {
    return this.#drafts.get(placeOf(shelf, key)) as Draft<T> | undefined // what is kept for a shelf came from it
  }

  #refuse(): void {
    if (this.#isOver) throw new Error('what this belongs to has been written already')
  }
}

function placeOf({ name }: Pick<Shelf<unknown>, 'name'>, key: string): string {
  return `${name}/${key}`
}
