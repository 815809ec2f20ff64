import { noCampaigns } from '../../domain/campaign/campaign.js'
import { noteUnclear, type UnclearPhrase } from '../../domain/unclear-phrase.js'
import type { Books, Campaigns, Conversations, Desks, Unclear } from '../../ports/ports.js'
import type { Store } from '../../ports/store.js'
import { branchCampaignsSchema } from '../stored/campaign-schema.js'
import { managersIn, ofBook, ofBooks, ofCampaigns, ofDesk } from '../stored/decide.js'
import { unclearSchema } from '../stored/unclear-schema.js'
import { bankOn } from './bank.js'
import { BookShelf } from './book-shelf.js'
import { bookWatch } from './book-watch.js'
import { ContactKeys } from './contact-keys.js'
import { DatabaseClock } from './database-clock.js'
import { databaseProblem } from './database-problem.js'
import { DeskShelf } from './desk-shelf.js'
import { deskStates } from './desk-states.js'
import { DocumentShelf } from './document-shelf.js'
import { endOfJournal, journalEntries, linkJournal, verifyJournal } from './journal.js'
import { migrate } from './layout/migrate.js'
import { healthOf, openPools, type Pools } from './pools.js'
import { PresentSnapshot } from './present.js'
import { remainderOn } from './remainder.js'
import { ofBranch, ofConversation, type Scope } from './roles.js'
import { sendSlots } from './send-slots.js'
import { inSession, type Session, sqlStateOf } from './session.js'
import type { Shelf } from './shelf.js'
import { turnsOn } from './turn-keys.js'
import { StoreUnits } from './units.js'

export interface DatabaseOptions {
  /** `postgresql://user:password@host/database`. */
  readonly url: string
  /** Folder of the numbered migrations. */
  readonly migrations: string
  readonly log: { warn(event: string, fields?: Readonly<Record<string, string | number>>): void }
}

const UNCLEAR = 'unclear'

/**
 * Opens everything that is kept in the database, after bringing its layout up to this program's. Any number of processes may
 * have it open.
 *
 * @throws NewerLayout where a newer program has been here; LayoutBehind; DatabaseUnusable where it cannot be reached
 */
export async function openDatabase({ url, migrations, log }: DatabaseOptions): Promise<Store> {
  const pools = openPools({ url, lost: (error) => log.warn('store.connection-lost', codeOf(error)) })
  try {
    await migrate(pools.upkeep, migrations)
    const present = new PresentSnapshot(pools.turns)
    await present.refresh()
    const clock = new DatabaseClock(pools.upkeep)
    await clock.measure()
    return storeOn(pools, present, clock)
  } catch (error) {
    await pools.end()
    throw databaseProblem(url, error)
  }
}

/**
 * Brings the layout of a database up to this program's and opens nothing.
 *
 * @returns names of the migrations that were run
 * @throws as `openDatabase` does
 */
export async function migrateDatabase({
  url,
  migrations,
}: Pick<DatabaseOptions, 'url' | 'migrations'>): Promise<readonly string[]> {
  const pools = openPools({ url, lost: () => {} })
  try {
    return await migrate(pools.upkeep, migrations)
  } catch (error) {
    throw databaseProblem(url, error)
  } finally {
    await pools.end()
  }
}

function storeOn(pools: Pools, present: PresentSnapshot, clock: DatabaseClock): Store {
  const units = new StoreUnits(pools)
  const watch = bookWatch(pools.upkeep)
  const books = new BookShelf(new ContactKeys(), watch.changedHere)
  const desks = new DeskShelf()
  const { bank, bankApart } = bankOn({ pools, units, books, desks, present })
  const kept = reading(pools, units)
  return {
    units,
    turns: turnsOn(units),
    books: booksOn(books, units, kept, pools),
    desks: desksOn(desks, units, kept, pools),
    campaigns: campaignsOn(units, kept, pools),
    conversations: conversationsOn(units, pools),
    unclear: unclearOn(units, kept),
    managers: managersIn(() => present.now.managers),
    products: { all: () => present.now.products },
    handedIn: { all: () => present.now.handedIn },
    feed: { current: () => present.now.feed },
    bank,
    bankApart,
    journal: {
      append: (entry) => units.record(entry),
      verify: (signed) => verifyJournal(pools.upkeep, signed),
      end: () => endOfJournal(pools.upkeep),
      entries: (months) => journalEntries(pools.upkeep, months),
    },
    remainder: remainderOn(pools),
    async refresh() {
      await present.refresh()
      await clock.measure()
      await watch.look()
    },
    sharedClock: clock,
    sendSlots: sendSlots(pools.upkeep),
    isReachable: healthOf(pools.health),
    onBookChange: watch.onChange,
    checkpoint: () => linkJournal(pools.upkeep),
    async close() {
      await units.close()
      await pools.end()
    },
  }
}

/** Reads a value in the unit in whose midst it is asked for, or as last acknowledged. */
type Reading = <T>(shelf: Shelf<T>, key: string) => Promise<T>

function reading({ turns }: Pools, units: StoreUnits): Reading {
  return async (shelf, key) => {
    const { current } = units
    if (current !== undefined) return current.read(shelf, key)
    units.refuseClosed()
    return inSession(
      turns,
      'app',
      shelf.scopeOf(key),
      async (session) => (await shelf.read(session, key)).value,
    )
  }
}

const KEY_TAKEN = '23505'
const ROW_OF_OTHERS = '42501'

function booksOn(shelf: BookShelf, units: StoreUnits, read: Reading, { upkeep }: Pools): Books {
  return {
    managerIds: () => idsIn(upkeep, 'select manager_id as id from daybook.books where revision > 0'),
    read: (managerId) => read(shelf, managerId),

    change: (managerId, decide) =>
      units
        .within((unit) => unit.change(shelf, managerId, ofBook(managerId, decide)))
        .catch((error: unknown) => {
          const state = sqlStateOf(error)
          if (state !== KEY_TAKEN && state !== ROW_OF_OTHERS) throw error
          throw new RangeError(`a customer who came into the book of ${managerId} is in another one`, {
            cause: error,
          })
        }),

    changeAll: (managerIds, decide) =>
      units.within(async (unit) => {
        await unit.take(shelf, managerIds)
        const { value, result } = ofBooks(managerIds, decide)(managerIds.map((id) => unit.own(shelf, id)))
        for (const book of value) unit.put(shelf, book.managerId, book)
        return result
      }),
  }
}

function desksOn(shelf: DeskShelf, units: StoreUnits, read: Reading, { upkeep }: Pools): Desks {
  return {
    managerIds: () => idsIn(upkeep, 'select manager_id as id from daybook.desks where revision > 0'),
    read: (managerId) => read(shelf, managerId),
    states: deskStates(upkeep),
    change: (managerId, decide) =>
      units.within((unit) => unit.change(shelf, managerId, ofDesk(managerId, decide))),
  }
}

function campaignsOn(units: StoreUnits, read: Reading, { upkeep }: Pools): Campaigns {
  const shelf = new DocumentShelf({
    table: 'campaigns',
    keyColumn: 'branch_id',
    schema: branchCampaignsSchema,
    empty: noCampaigns,
    scopeOf: ofBranch,
  })
  return {
    branchIds: () => idsIn(upkeep, 'select branch_id as id from daybook.campaigns where revision > 0'),
    read: (branchId) => read(shelf, branchId),
    change: (branchId, decide) =>
      units.within((unit) => unit.change(shelf, branchId, ofCampaigns(branchId, decide))),
  }
}

/** Dialogs change their state in place, so everyone gets and leaves a copy. */
function conversationsOn(units: StoreUnits, { turns, upkeep }: Pools): Conversations {
  const inScope = <R>(scope: Scope, work: (session: Session) => Promise<R>): Promise<R> =>
    units.within((unit) => unit.within(scope, work))
  return {
    async read(key) {
      const find = (session: Session) =>
        session.rows<{ value: string }>(
          'select value::text as value from daybook.conversations where key = $1',
          [key],
        )
      const scope = ofConversation(key)
      const { current } = units
      if (current === undefined) units.refuseClosed()
      const [row] = await (current?.within(scope, find) ?? inSession(turns, 'app', scope, find))
      return row === undefined ? undefined : JSON.parse(row.value)
    },
    write(key, value) {
      if (value === undefined) return this.delete(key)
      const json = JSON.stringify(value) // the value at the time of the call, whatever is done to it afterwards
      return inScope(ofConversation(key), async (session) => {
        await session.send(
          `insert into daybook.conversations (key, value) values ($1, $2)
           on conflict (key) do update set value = excluded.value, written_at = now()`,
          [key, json],
        )
      })
    },
    keys: () =>
      inSession(upkeep, 'bank', undefined, async (session) =>
        (await session.rows<{ key: string }>('select key from daybook.conversations order by key')).map(
          ({ key }) => key,
        ),
      ),
    delete: (key) =>
      inScope(ofConversation(key), async (session) => {
        await session.send('delete from daybook.conversations where key = $1', [key])
      }),
  }
}

function unclearOn(units: StoreUnits, read: Reading): Unclear {
  const shelf = new DocumentShelf<readonly UnclearPhrase[]>({
    table: 'unclear',
    keyColumn: 'name',
    schema: unclearSchema,
    empty: () => [],
    scopeOf: () => undefined,
  })
  return {
    all: () => read(shelf, UNCLEAR),
    note: (said, today) =>
      units.within(async (unit) => {
        unit.last(() =>
          unit.change(shelf, UNCLEAR, (phrases) => ({
            value: noteUnclear(phrases, said, today),
            result: undefined,
          })),
        )
      }),
  }
}

/** Ascending as texts do here. */
async function idsIn(pool: Pools['upkeep'], text: string): Promise<readonly string[]> {
  const rows = await inSession(pool, 'planner', undefined, (session) => session.rows<{ id: string }>(text))
  return rows.map(({ id }) => id).sort()
}

function codeOf(error: Error): Readonly<Record<string, string>> {
  return 'code' in error ? { code: String(error.code) } : {}
}
