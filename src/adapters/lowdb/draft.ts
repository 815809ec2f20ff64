import type { Book } from '../../domain/book.js'
import type { Product } from '../../domain/ledger/product.js'
import type { TransactionFeed } from '../../domain/ledger/transaction-feed.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { HandedIn } from '../../domain/occasions/handed-in.js'
import type { BankDraft, JournalEntry } from '../../ports/ports.js'
import { checkEntry } from '../stored/check-entry.js'
import { refuseMixUp } from '../stored/mix-up.js'
import type { Owners } from '../stored/owners.js'
import type { Collection, Staged } from './collection.js'
import type { Home } from './home.js'
import type { LockOwner, Locks } from './lock/locks.js'
import { loadOwners, OWNERS } from './lock/owners.js'
import { FEED, HANDED_IN, MANAGERS, PRODUCTS, type Shelves } from './shelves.js'
import { placeOf } from './unit.js'

/** A document staged on a shelf. */
export interface Placement {
  readonly shelf: Pick<Collection<unknown>, 'adopt' | 'settle' | 'folder' | 'kindName'>
  readonly staged: Staged
}

/** What the bank holds now, for a draft that leaves it alone. */
export interface Present {
  readonly managers: readonly Manager[]
  readonly products: readonly Product[]
  readonly handedIn: HandedIn
  readonly feed: TransactionFeed
}

/** One transaction before its commit: what is put is staged beside the documents, where nobody reads it. */
export class Draft implements BankDraft, LockOwner {
  /** An import of a million rows does not begin again for the sake of one message. */
  readonly isPatient = true
  readonly #entries: JournalEntry[] = []
  readonly #placements = new Map<string, Placement>()
  #managers: readonly Manager[]
  #products: readonly Product[]
  #handedIn: HandedIn
  #feed: TransactionFeed
  #ownersChanged = false
  #over: Error | undefined

  private constructor(
    private readonly home: Home,
    private readonly shelves: Shelves,
    readonly transactionId: string,
    present: Present,
    private readonly owners: Owners,
    private readonly locks: Locks,
  ) {
    this.#managers = present.managers
    this.#products = present.products
    this.#handedIn = present.handedIn
    this.#feed = present.feed
  }

  static async begin(home: Home, shelves: Shelves, present: Present, locks: Locks): Promise<Draft> {
    const owners = await loadOwners(shelves.owners, shelves.books, home.log)
    return new Draft(home, shelves, home.freshName(), present, owners, locks)
  }

  ownerOf(customerId: string): string | undefined {
    return this.owners.ownerOf(customerId)
  }

  async book(managerId: string): Promise<Book> {
    await this.#take(this.shelves.books, managerId)
    const book = await this.#read(this.shelves.books, managerId)
    this.owners.put(book) // customers whom a manager added are not in the index yet
    return book
  }

  async putBook(book: Book): Promise<void> {
    const { books } = this.shelves
    await this.#take(books, book.managerId)
    const isStaged = this.#placements.has(placeOf(books, book.managerId))
    if (!isStaged && books.peek(book.managerId) === book) return
    await this.#stage(books, book.managerId, book)
    this.owners.put(book)
    this.#ownersChanged = true
  }

  managers(): readonly Manager[] {
    return this.#managers
  }

  async putManagers(managers: readonly Manager[]): Promise<void> {
    await this.#stage(this.shelves.managers, MANAGERS, managers)
    this.#managers = managers
  }

  products(): readonly Product[] {
    return this.#products
  }

  async putProducts(products: readonly Product[]): Promise<void> {
    await this.#stage(this.shelves.products, PRODUCTS, products)
    this.#products = products
  }

  handedIn(): HandedIn {
    return this.#handedIn
  }

  async putHandedIn(handedIn: HandedIn): Promise<void> {
    await this.#stage(this.shelves.handedIn, HANDED_IN, handedIn)
    this.#handedIn = handedIn
  }

  feed(): TransactionFeed {
    return this.#feed
  }

  async putFeed(feed: TransactionFeed): Promise<void> {
    await this.#stage(this.shelves.feed, FEED, feed)
    this.#feed = feed
  }

  async note(name: string): Promise<unknown> {
    return (await this.#read(this.shelves.notes, name)).value
  }

  async putNote(name: string, value: unknown): Promise<void> {
    await this.#stage(this.shelves.notes, name, value === undefined ? {} : { value })
  }

  async changeDesk<R>(
    managerId: string,
    decide: (desk: Desk) => { readonly desk: Desk; readonly result: R },
  ): Promise<R> {
    const { desks } = this.shelves
    await this.#take(desks, managerId)
    const before = await this.#read(desks, managerId)
    const { desk, result } = decide(before)
    refuseMixUp(managerId, desk)
    if (desk !== before) await this.#stage(desks, managerId, desk)
    return result
  }

  record(entry: JournalEntry): void {
    if (this.#over !== undefined) throw this.#over
    checkEntry(entry)
    this.#entries.push(entry)
  }

  /** What is to be journalled with it. */
  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** Stages what follows from what was put, and ends the draft. Nothing to place: nothing was put. */
  async finish(): Promise<readonly Placement[]> {
    if (this.#ownersChanged) {
      const twice = this.owners.inTwoBooks()
      if (twice.length > 0)
        throw new RangeError(`customers in two books at once: ${twice.slice(0, 10).join(', ')}`)
      await this.#stage(this.shelves.owners, OWNERS, this.owners.toDocument())
    }
    if (this.#over !== undefined) throw this.#over
    this.#over = new Error('the transaction is over')
    return [...this.#placements.values()]
  }

  /** Takes away what was staged; what cannot be taken away is swept at the next start. */
  async discard(): Promise<void> {
    this.#over ??= new Error('the transaction is over')
    for (const { staged } of this.#placements.values()) {
      await this.home.disk.remove(staged.next).catch(() => undefined)
    }
  }

  async #take<T>(shelf: Collection<T>, key: string): Promise<void> {
    if (this.#over !== undefined) throw this.#over
    await this.locks.acquire(placeOf(shelf, key), this)
  }

  /** As put, else as the bank has it. What was put is read from the disk: a whole bank need not fit into memory. */
  #read<T>(shelf: Collection<T>, key: string): Promise<T> {
    const placement = this.#placements.get(placeOf(shelf, key))
    return placement === undefined ? shelf.read(key) : shelf.readStaged(placement.staged)
  }

  async #stage<T>(shelf: Collection<T>, key: string, value: T): Promise<void> {
    if (this.#over !== undefined) throw this.#over
    try {
      this.#placements.set(placeOf(shelf, key), {
        shelf,
        staged: await shelf.stage(key, value, this.transactionId),
      })
    } catch (error) {
      this.#over = error instanceof Error ? error : new Error(String(error)) // all or nothing, whoever catches this
      throw error
    }
  }
}
