import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Book, emptyBook } from '../../domain/book.js'
import { type Desk, emptyDesk } from '../../domain/desk.js'
import type { Product } from '../../domain/ledger/product.js'
import type { Manager } from '../../domain/manager.js'
import type {
  Bank,
  Books,
  Conversations,
  Desks,
  Journal,
  JournalEntry,
  Managers,
  Products,
} from '../../usecases/ports.js'

/** Where the store says what an operator must know. Fields hold ids and file names only. */
export interface StoreLog {
  warn(event: string, fields: Readonly<Record<string, unknown>>): void
}

export interface StoreOptions {
  readonly log: StoreLog
  readonly newId: () => string
  readonly now: () => Date
}

export interface Store {
  readonly books: Books
  readonly managers: Managers
  readonly products: Products
  readonly desks: Desks
  readonly conversations: Conversations
  readonly bank: Bank
  readonly journal: Journal
  /** Waits for what is being written, then gives the home free. */
  close(): Promise<void>
}

/** Opens the home of one process: everything that is kept, in files under `home`. */
export async function openStore(home: string, _options: StoreOptions): Promise<Store> {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  const pathOf = (folder: string, key: string) => join(home, folder, `${encodeURIComponent(key)}.json`)
  const load = async <T>(folder: string, key: string, empty: T): Promise<T> => {
    const text = await readFile(pathOf(folder, key), 'utf8').catch(() => undefined)
    return text === undefined ? empty : (JSON.parse(text) as T)
  }
  const save = async (folder: string, key: string, value: unknown): Promise<void> => {
    const path = pathOf(folder, key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.tmp`, JSON.stringify(value))
    await rename(`${path}.tmp`, path)
  }
  const keys = async (folder: string): Promise<readonly string[]> => {
    const names = await readdir(join(home, folder)).catch(() => [])
    return names
      .filter((n) => n.endsWith('.json'))
      .map((n) => decodeURIComponent(n.slice(0, -5)))
      .sort()
  }

  let managers = await load<readonly Manager[]>('bank', 'managers', [])
  let products = await load<readonly Product[]>('bank', 'products', [])

  return {
    books: {
      managerIds: () => keys('books'),
      read: (id) => load<Book>('books', id, emptyBook(id)),
      change: (id, decide) =>
        inTurn(async () => {
          const before = await load<Book>('books', id, emptyBook(id))
          const { book, result } = decide(before)
          if (book !== before) await save('books', id, book)
          return result
        }),
    },
    desks: {
      managerIds: () => keys('desks'),
      read: (id) => load<Desk>('desks', id, emptyDesk(id)),
      change: (id, decide) =>
        inTurn(async () => {
          const before = await load<Desk>('desks', id, emptyDesk(id))
          const { desk, result } = decide(before)
          if (desk !== before) await save('desks', id, desk)
          return result
        }),
    },
    managers: {
      all: () => managers,
      find: (id) => managers.find((m) => m.id === id),
      byAadObjectId: (id) => managers.find((m) => m.aadObjectId === id),
    },
    products: { all: () => products },
    conversations: {
      read: (key) => load<unknown>('conversations', key, undefined),
      write: (key, value) => inTurn(() => save('conversations', key, value)),
      delete: (key) => inTurn(() => rm(pathOf('conversations', key), { force: true })),
    },
    journal: {
      append: (entry: JournalEntry) =>
        inTurn(async () => {
          await mkdir(home, { recursive: true })
          await writeFile(join(home, 'journal.jsonl'), `${JSON.stringify(entry)}\n`, { flag: 'a' })
        }),
    },
    bank: {
      transact: (work) =>
        inTurn(async () => {
          const owners = new Map<string, string>()
          const staged = new Map<string, Book>()
          const notes = new Map<string, unknown>()
          let nextManagers = managers
          let nextProducts = products
          const own = (book: Book) => {
            for (const [customerId, owner] of owners) if (owner === book.managerId) owners.delete(customerId)
            for (const customer of book.customers) owners.set(customer.id, book.managerId)
          }
          for (const id of await keys('books')) own(await load<Book>('books', id, emptyBook(id)))
          const result = await work({
            ownerOf: (customerId) => owners.get(customerId),
            book: async (id) => staged.get(id) ?? load<Book>('books', id, emptyBook(id)),
            putBook: async (book) => {
              staged.set(book.managerId, book)
              own(book)
            },
            managers: () => nextManagers,
            putManagers: async (all) => {
              nextManagers = all
            },
            products: () => nextProducts,
            putProducts: async (all) => {
              nextProducts = all
            },
            note: async (name) =>
              notes.has(name) ? notes.get(name) : load<unknown>('notes', name, undefined),
            putNote: async (name, value) => {
              notes.set(name, value)
            },
          })
          for (const [id, book] of staged) await save('books', id, book)
          for (const [name, value] of notes) await save('notes', name, value)
          await save('bank', 'managers', nextManagers)
          await save('bank', 'products', nextProducts)
          managers = nextManagers
          products = nextProducts
          return result
        }),
    },
    async close() {
      await queue
    },
  }
}
