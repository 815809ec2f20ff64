import type { Book } from '../../domain/book.js'
import { noteUnclear } from '../../domain/unclear-phrase.js'
import type {
  Bank,
  Books,
  Conversations,
  Desks,
  HandedInTables,
  Journal,
  Managers,
  Products,
  Unclear,
} from '../../usecases/ports.js'
import { LowdbBank } from './bank.js'
import { Gate } from './gate.js'
import { type HomeOptions, openHome } from './home.js'
import { FileJournal, type JournalCheck } from './journal.js'
import { FOLDERS, makeFolders, type Shelves, shelvesOf, UNCLEAR } from './shelves.js'
import { recover } from './transaction.js'

export interface Store {
  readonly books: Books
  readonly managers: Managers
  readonly products: Products
  readonly handedIn: HandedInTables
  readonly desks: Desks
  readonly conversations: Conversations
  readonly unclear: Unclear
  readonly bank: Bank
  readonly journal: Journal & { verify(): Promise<JournalCheck> }
  /** Refuses new writes, waits for those that were begun, then lets another process open the home. */
  close(): Promise<void>
}

/**
 * Opens everything that is kept under `home`, after mending what a stopped process left half done.
 *
 * @throws HomeInUse where another process has it open; UnreadableFile where the roster or the catalogue is lost.
 */
export async function openStore(path: string, options: HomeOptions): Promise<Store> {
  const home = await openHome(path, options)
  try {
    await makeFolders(home)
    await recover(home, FOLDERS)
    const gate = new Gate()
    const shelves = shelvesOf(home)
    const journal = await FileJournal.open(home)
    const bank = await LowdbBank.open(home, gate, shelves)
    return {
      books: booksOn(shelves, gate, bank),
      desks: desksOn(shelves),
      conversations: conversationsOn(shelves),
      unclear: unclearOn(shelves),
      managers: managersOf(bank),
      products: { all: () => bank.products },
      handedIn: { all: () => bank.handedIn },
      bank,
      journal,
      async close() {
        await gate.close()
        await Promise.all([...Object.values(shelves).map((shelf) => shelf.close()), journal.close()])
        await home.close()
      },
    }
  } catch (error) {
    await home.close()
    throw error
  }
}

function booksOn({ books }: Shelves, gate: Gate, bank: Bank): Books {
  return {
    managerIds: () => books.keys(),
    read: (managerId) => books.read(managerId),

    async change(managerId, decide) {
      const decided = await gate.shared(() =>
        books.change(managerId, (before) => {
          const { book, result } = decide(before)
          refuseMixUp(managerId, book)
          if (!holdsSameCustomers(before, book)) return { value: before, result: undefined }
          return { value: book, result: { result } }
        }),
      )
      if (decided !== undefined) return decided.result
      // Whose a customer is changes with the index of owners, or not at all.
      return bank.transact(async (draft) => {
        const { book, result } = decide(await draft.book(managerId))
        await draft.putBook(book)
        return result
      })
    },
  }
}

function refuseMixUp(managerId: string, changed: { readonly managerId: string }): void {
  if (changed.managerId !== managerId) {
    throw new RangeError(`what belongs to ${changed.managerId} would be kept under ${managerId}`)
  }
}

function holdsSameCustomers(before: Book, after: Book): boolean {
  if (before.customers === after.customers) return true
  if (before.customers.length !== after.customers.length) return false
  return before.customers.every((customer, at) => customer.id === after.customers[at]!.id)
}

function desksOn({ desks }: Shelves): Desks {
  return {
    managerIds: () => desks.keys(),
    read: (managerId) => desks.read(managerId),
    change: (managerId, decide) =>
      desks.change(managerId, (before) => {
        const { desk, result } = decide(before)
        refuseMixUp(managerId, desk)
        return { value: desk, result }
      }),
  }
}

/** Dialogs change their state in place, so everyone gets and leaves a copy. */
function conversationsOn({ conversations }: Shelves): Conversations {
  return {
    read: async (key) => structuredClone((await conversations.read(key)).value),
    write(key, value) {
      const copy: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value))
      return conversations.change(key, () => ({
        value: copy === undefined ? {} : { value: copy },
        result: undefined,
      }))
    },
    delete: (key) => conversations.delete(key),
  }
}

function unclearOn({ unclear }: Shelves): Unclear {
  return {
    all: () => unclear.read(UNCLEAR),
    note: (said, today) =>
      unclear.change(UNCLEAR, (phrases) => ({ value: noteUnclear(phrases, said, today), result: undefined })),
  }
}

function managersOf(bank: LowdbBank): Managers {
  return {
    all: () => bank.managers,
    find: (id) => bank.managers.find((manager) => manager.id === id),
    byAadObjectId: (id) =>
      bank.managers.find((manager) => manager.aadObjectId?.toLowerCase() === id.toLowerCase()),
  }
}
