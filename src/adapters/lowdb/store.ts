import { noteUnclear } from '../../domain/unclear-phrase.js'
import type { Bank, Books, Campaigns, Conversations, Desks, Unclear } from '../../ports/ports.js'
import type { Store } from '../../ports/store.js'
import { managersIn, ofBook, ofBooks, ofCampaigns, ofDesk } from '../stored/decide.js'
import { holdsSameCustomers, onlyAdds } from '../stored/same-customers.js'
import { type Snapshot, takeSnapshot } from './backup/snapshot.js'
import { LowdbBank } from './bank.js'
import { checkpoints } from './checkpoint.js'
import { CommitLog } from './commit-log.js'
import { deskStates } from './desk-states.js'
import { UnreadableFile } from './files/durable-file.js'
import { type Home, type HomeOptions, openHome } from './home.js'
import { FileJournal } from './journal.js'
import { Locks } from './lock/locks.js'
import { type Logged, placeStaged, readLogged } from './recovery.js'
import { remainderOf } from './remainder.js'
import { FOLDERS, makeFolders, type Shelves, shelvesOf, UNCLEAR } from './shelves.js'
import { turnsOn } from './turn-keys.js'
import { StoreUnits } from './units.js'

/** A store in the files of a home, which can be copied as a whole. */
export interface EmbeddedStore extends Store {
  /** All files as they are at one instant, while others go on writing. */
  snapshot(): Promise<Snapshot>
}

/** How much may be in the log, and in memory because of it, before it is put in its place. */
const MOST_LOGGED_BYTES = 4 * 1024 * 1024
const MOST_UNWRITTEN_BYTES = 48 * 1024 * 1024

/**
 * Opens everything that is kept under `home`, after mending what a stopped process left half done.
 *
 * @throws HomeInUse where another process has it open; UnreadableFile where the roster or the catalogue is lost.
 */
export async function openStore(path: string, options: HomeOptions): Promise<EmbeddedStore> {
  const home = await openHome(path, options)
  try {
    await makeFolders(home)
    const logged = await readLogged(home)
    await placeStaged(home, FOLDERS, logged.transactions)
    const shelves = shelvesOf(home)
    const journal = await FileJournal.open(home, logged.journal)
    const locks = new Locks()
    let checkpoint = async (): Promise<void> => {}
    const log = new CommitLog(home, journal, logged.lastNth, () => {
      const { books } = shelves
      if (log.size < MOST_LOGGED_BYTES && books.unwrittenBytes < MOST_UNWRITTEN_BYTES) return
      checkpoint().catch((error: unknown) => warn(home, 'store.checkpoint-failed', error))
    })
    await putInPlace(home, shelves, log, logged)
    const units = new StoreUnits(locks, log)
    const bank = await LowdbBank.open(home, { units, locks, log }, shelves)
    checkpoint = checkpoints({ log, bank, journal, shelves })
    return {
      units,
      turns: turnsOn(shelves.turns, units),
      books: booksOn(shelves, units, bank),
      desks: desksOn(shelves, units),
      campaigns: campaignsOn(shelves, units),
      conversations: conversationsOn(shelves, units),
      unclear: unclearOn(shelves, units),
      managers: managersIn(() => bank.managers),
      products: { all: () => bank.products },
      handedIn: { all: () => bank.handedIn },
      feed: { current: () => bank.feed },
      bank,
      bankApart: { transact: bank.apart },
      journal: {
        append: (entry) => units.record(entry),
        verify: (signed) => journal.verify(signed),
        end: (since) => journal.end(since),
        entries: (months) => journal.entries(months),
      },
      remainder: remainderOf(shelves, units),
      // One process has the home, and what it has acknowledged is what it reads.
      refresh: async () => {},
      isReachable: async () => true,
      onBookChange: (tell) => shelves.books.onChange((managerId) => tell(managerId, 'this-process')),
      checkpoint: () => checkpoint(),
      snapshot: () => takeSnapshot(home),
      async close() {
        await units.close()
        // What is not in its place is in the log: the next start puts it there.
        await checkpoint().catch((error: unknown) => warn(home, 'store.checkpoint-failed', error))
        await Promise.all(Object.values(shelves).map((shelf) => shelf.close()))
        await home.close()
      },
    }
  } catch (error) {
    await home.close()
    throw error
  }
}

/** What the process before had committed, into the files; what cannot be put there stays in the log. */
async function putInPlace(home: Home, shelves: Shelves, log: CommitLog, logged: Logged): Promise<void> {
  if (logged.files.length === 0) return
  const byKind = new Map(Object.values(shelves).map((shelf) => [shelf.kindName, shelf]))
  for (const put of logged.puts) {
    const shelf = byKind.get(put.kind)
    if (shelf === undefined)
      throw new UnreadableFile(logged.files[0]!, `it tells of a ${put.kind}: start a newer program`)
    shelf.note(put)
  }
  for (const shelf of byKind.values()) {
    for (const key of shelf.noted()) {
      try {
        await shelf.recover(key)
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        home.log.warn('store.not-recovered', { file: error.path, problem: error.problem })
      }
    }
  }
  const carried = [...byKind.values()].flatMap((shelf) => shelf.carried())
  if (carried.length > 0) await log.commit({ puts: carried, entries: [], committed: () => {} })
  await log.forget(logged.files)
}

function warn(home: Home, event: string, error: unknown): void {
  home.log.warn(event, { code: error instanceof Error && 'code' in error ? String(error.code) : undefined })
}

/** The customers of a book came or went: whose a customer is changes with the index of owners, or not at all. */
class MovesCustomers extends Error {}

function booksOn({ books }: Shelves, units: StoreUnits, bank: Bank): Books {
  const read = (managerId: string) => units.current?.read(books, managerId) ?? books.read(managerId)
  return {
    managerIds: () => books.keys(),
    read,

    async change(managerId, decide) {
      try {
        return await units.within((unit) =>
          unit.change(books, managerId, (before) => {
            const decided = ofBook(managerId, decide)(before)
            if (!holdsSameCustomers(before, decided.value) && !onlyAdds(before, decided.value))
              throw new MovesCustomers()
            return decided
          }),
        )
      } catch (error) {
        if (!(error instanceof MovesCustomers)) throw error
      }
      return bank.transact(async (draft) => {
        const { book, result } = decide(await draft.book(managerId))
        await draft.putBook(book)
        return result
      })
    },

    changeAll: (managerIds, decide) =>
      units.within(async (unit) => {
        await unit.take(books, managerIds)
        const { value, result } = ofBooks(managerIds, decide)(managerIds.map((id) => unit.own(books, id)))
        for (const book of value) unit.put(books, book.managerId, book)
        return result
      }),
  }
}

function desksOn({ desks }: Shelves, units: StoreUnits): Desks {
  return {
    managerIds: () => desks.keys(),
    read: (managerId) => units.current?.read(desks, managerId) ?? desks.read(managerId),
    states: deskStates(desks),
    change: (managerId, decide) =>
      units.within((unit) => unit.change(desks, managerId, ofDesk(managerId, decide))),
  }
}

function campaignsOn({ campaigns }: Shelves, units: StoreUnits): Campaigns {
  return {
    branchIds: () => campaigns.keys(),
    read: (branchId) => units.current?.read(campaigns, branchId) ?? campaigns.read(branchId),
    change: (branchId, decide) =>
      units.within((unit) => unit.change(campaigns, branchId, ofCampaigns(branchId, decide))),
  }
}

/** Dialogs change their state in place, so everyone gets and leaves a copy. */
function conversationsOn({ conversations }: Shelves, units: StoreUnits): Conversations {
  const put = (key: string, slip: { readonly value?: unknown }) =>
    units.within((unit) => unit.change(conversations, key, () => ({ value: slip, result: undefined })))
  return {
    async read(key) {
      const { value } = await (units.current?.read(conversations, key) ?? conversations.read(key))
      return structuredClone(value)
    },
    write: (key, value) =>
      // The value at the time of the call, whatever is done to it afterwards.
      put(key, value === undefined ? {} : { value: JSON.parse(JSON.stringify(value)) as unknown }),
    delete: (key) => put(key, {}),
    keys: () => conversations.keys(),
  }
}

function unclearOn({ unclear }: Shelves, units: StoreUnits): Unclear {
  return {
    all: () => unclear.read(UNCLEAR),
    note: (said, today) =>
      units.within(async (unit) => {
        unit.last(() =>
          unit.change(unclear, UNCLEAR, (phrases) => ({
            value: noteUnclear(phrases, said, today),
            result: undefined,
          })),
        )
      }),
  }
}
