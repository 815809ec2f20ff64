import { LRUCache } from 'lru-cache'
import type { Book } from '../../domain/book.js'
import type { Product } from '../../domain/ledger/product.js'
import type { TransactionFeed } from '../../domain/ledger/transaction-feed.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { HandedIn } from '../../domain/occasions/handed-in.js'
import type { BankDraft, JournalEntry } from '../../ports/ports.js'
import { checkEntry } from '../stored/check-entry.js'
import { encodeChecked } from '../stored/encode-checked.js'
import { refuseMixUp } from '../stored/mix-up.js'
import { Owners } from '../stored/owners.js'
import type { BookShelf } from './book-shelf.js'
import type { DeskShelf } from './desk-shelf.js'
import { appendEntries } from './journal.js'
import { lockPatiently } from './lock-row.js'
import { PRESENT_SCHEMAS, type Present, readPresent } from './present.js'
import type { Session } from './session.js'
import type { Kept } from './shelf.js'
import { storable } from './stored-json.js'

/** Books read last: a whole bank need not fit into memory, and what was let go of is read again. */
const BOOKS_AT_HAND = 64

/** What it writes to. */
export interface DraftShelves {
  readonly books: BookShelf
  readonly desks: DeskShelf
}

/** One transaction before its commit. What is put is written at once, where nobody else sees it. */
export class Draft implements BankDraft {
  readonly #books = new LRUCache<string, Kept<Book>>({ max: BOOKS_AT_HAND })
  readonly #locked = new Set<string>()
  readonly #entries: JournalEntry[] = []
  readonly #committed: (() => void)[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #over: Error | undefined

  private constructor(
    private readonly session: Session,
    private readonly shelves: DraftShelves,
    private readonly owners: Owners,
    private present: Present,
  ) {}

  static async begin(session: Session, shelves: DraftShelves): Promise<Draft> {
    const rows = await session.rows<{ manager_id: string; ids: readonly string[] }>(
      'select manager_id, array_agg(id order by id) as ids from daybook.customers group by manager_id',
    )
    const owners = new Owners(Object.fromEntries(rows.map((row) => [row.manager_id, row.ids])))
    const { present } = await readPresent(session)
    return new Draft(session, shelves, owners, present)
  }

  ownerOf(customerId: string): string | undefined {
    return this.owners.ownerOf(customerId)
  }

  book(managerId: string): Promise<Book> {
    return this.#alone(async () => (await this.#book(managerId)).value)
  }

  putBook(book: Book): Promise<void> {
    return this.#alone(async () => {
      const before = await this.#book(book.managerId)
      if (before.value === book) return
      this.#committed.push(await this.shelves.books.write(this.session, book.managerId, before, book))
      this.#books.set(book.managerId, { revision: before.revision + 1, value: book })
      this.owners.put(book)
    })
  }

  managers(): readonly Manager[] {
    return this.present.managers
  }

  putManagers(managers: readonly Manager[]): Promise<void> {
    return this.#putPresent('managers', managers)
  }

  products(): readonly Product[] {
    return this.present.products
  }

  putProducts(products: readonly Product[]): Promise<void> {
    return this.#putPresent('products', products)
  }

  handedIn(): HandedIn {
    return this.present.handedIn
  }

  putHandedIn(handedIn: HandedIn): Promise<void> {
    return this.#putPresent('handedIn', handedIn)
  }

  feed(): TransactionFeed {
    return this.present.feed
  }

  putFeed(feed: TransactionFeed): Promise<void> {
    return this.#putPresent('feed', feed)
  }

  note(name: string): Promise<unknown> {
    return this.#alone(async () => {
      const [row] = await this.session.rows<{ value: string }>(
        'select value::text as value from daybook.notes where name = $1',
        [name],
      )
      return row === undefined ? undefined : JSON.parse(row.value)
    })
  }

  putNote(name: string, value: unknown): Promise<void> {
    return this.#alone(async () => {
      if (value === undefined) await this.session.send('delete from daybook.notes where name = $1', [name])
      else
        await this.session.send(
          `insert into daybook.notes (name, value) values ($1, $2)
           on conflict (name) do update set value = excluded.value`,
          [name, JSON.stringify(value)],
        )
    })
  }

  changeDesk<R>(
    managerId: string,
    decide: (desk: Desk) => { readonly desk: Desk; readonly result: R },
  ): Promise<R> {
    const { desks } = this.shelves
    return this.#alone(async () => {
      await this.#lock('desks', managerId)
      const before = await desks.read(this.session, managerId)
      const { desk, result } = decide(before.value)
      refuseMixUp(managerId, desk)
      if (desk !== before.value)
        this.#committed.push(await desks.write(this.session, managerId, before, desk))
      return result
    })
  }

  record(entry: JournalEntry): void {
    if (this.#over !== undefined) throw this.#over
    checkEntry(entry)
    this.#entries.push(entry)
  }

  /** Writes what follows from what was put, and ends the draft; what it gives is done once it is committed. */
  async finish(): Promise<readonly (() => void)[]> {
    await this.#alone(async () => {
      const twice = this.owners.inTwoBooks()
      if (twice.length > 0)
        throw new RangeError(`customers in two books at once: ${twice.slice(0, 10).join(', ')}`)
      if (this.#entries.length > 0) await appendEntries(this.session, this.#entries)
    })
    this.discard()
    return this.#committed
  }

  /** Takes nothing more. */
  discard(): void {
    this.#over ??= new Error('the transaction is over')
  }

  async #book(managerId: string): Promise<Kept<Book>> {
    await this.#lock('books', managerId)
    const known = this.#books.get(managerId) ?? (await this.shelves.books.read(this.session, managerId))
    this.#books.set(managerId, known)
    return known
  }

  #putPresent<Name extends keyof Present>(name: Name, value: Present[Name]): Promise<void> {
    return this.#alone(async () => {
      const json = storable(encodeChecked(PRESENT_SCHEMAS[name], value).toString())
      await this.session.send(
        `insert into daybook.bank_documents as d (name, revision, value) values ($1, 1, $2)
         on conflict (name) do update set revision = d.revision + 1, value = excluded.value`,
        [name, json],
      )
      this.present = { ...this.present, [name]: value }
    })
  }

  async #lock(table: 'books' | 'desks', managerId: string): Promise<void> {
    const place = `${table}/${managerId}`
    if (this.#locked.has(place)) return
    await lockPatiently(this.session, table, managerId)
    this.#locked.add(place)
  }

  /** One after the other: all of it is one session. What failed has lost the transaction, whoever catches it. */
  #alone<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#turn.then(async () => {
      if (this.#over !== undefined) throw this.#over
      try {
        return await work()
      } catch (error) {
        this.#over = error instanceof Error ? error : new Error(String(error))
        throw error
      }
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}
