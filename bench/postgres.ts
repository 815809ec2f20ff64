import { Client } from 'pg'
import { openDatabase } from '../src/adapters/postgres/store.js'
import { dataFolder } from '../src/compose/places.js'
import type { Book } from '../src/domain/book.js'
import type { Store } from '../src/ports/store.js'
import { aBigBook, aContact } from '../test/contract/builders.js'
import { asOwner, SERVER_PROGRAMS, startServer } from '../test/support/postgres-server.js'
import { idleMinute } from './idle-minute.js'

const CUSTOMERS = 1_000
const CHANGES = 300
const AT_ONCE = 16
const TURNS_EACH = 30
const IDLE_MANAGERS = 100_000
const AT = '2026-11-23T00:30:00.000Z'

/** Desks as `idle-minute` fills them, by the server itself: by acknowledged writes it would take an hour. */
const MANY_DESKS = `
  with managers as (select 'i' || n as id from generate_series(0, ${IDLE_MANAGERS - 1}) n),
  desks as (
    insert into daybook.desks (manager_id, revision, value)
    select id, 1, jsonb_build_object('managerId', id, 'settings', '{}'::jsonb, 'reference', '{"to": "x"}'::jsonb) from managers
  )
  insert into daybook.deliveries (manager_id, day, kind, state, revision, value)
  select id, day, kind, 'sent', 1,
         jsonb_build_object('day', day, 'kind', kind, 'state', 'sent', 'at', 't', 'attempts', 1, 'activityId', 'm1')
    from managers, unnest(array['2026-11-23', '2026-11-24']::date[]) day, unnest(array['brief', 'wrap-up']) kind`

/**
 * One acknowledged contact after another in a book of 1,000 customers, and turns of 16 managers at once, each against a loop that
 * does nothing but insert a row of two kilobytes and commit it, on as many connections, on the same server; times in milliseconds.
 */
export async function benchPostgres(): Promise<Record<string, number | string>> {
  if (SERVER_PROGRAMS === undefined) return { skipped: 'PostgreSQL is not installed here' }
  const server = await startServer({ isDurable: true })
  try {
    const url = await server.newDatabase()
    const open = () => openDatabase({ url, migrations: dataFolder('postgres'), log: { warn: () => {} } })
    const [store, other] = [await open(), await open()]
    const put = await timed(() => store.bank.transact((draft) => draft.putBook(aBigBook('m1', CUSTOMERS))))
    const cold = await timed(() => other.books.read('m1'))
    const warm = await times(200, () => other.books.read('m1'))
    const log = (n: number) => store.books.change('m1', (book) => ({ book: withOneMore(book, n), result: n }))
    await times(20, (n) => log(n))
    const changes = await times(CHANGES, (n) => log(100 + n))
    const elsewhere = await times(50, async (n) => {
      await log(1_000 + n)
      await other.books.read('m1')
    })
    const bare = await bareInserts(url, 1, CHANGES)
    const turns = await turnsOfMany(store)
    const bareAtOnce = await bareInserts(url, AT_ONCE, TURNS_EACH)
    await asOwner(url, (client) => client.query(MANY_DESKS))
    const idle = await idleMinute(store, IDLE_MANAGERS)
    await Promise.all([store.close(), other.close()])
    return {
      customers: CUSTOMERS,
      putBookMs: put,
      coldReadMs: cold,
      warmReadMedianMs: median(warm),
      changesPerSecond: perSecond(changes),
      bareInsertsPerSecond: bare,
      changesToBareInserts: perSecond(changes) / bare,
      changeMedianMs: median(changes),
      changeSeenElsewhereMedianMs: median(elsewhere),
      turnsOf16ManagersPerSecond: turns,
      bareInsertsOf16ConnectionsPerSecond: bareAtOnce,
      turnsToBareInserts: turns / bareAtOnce,
      idleManagers: IDLE_MANAGERS,
      firstMinuteMs: idle.firstMs,
      idleMinuteMs: idle.medianMs,
      idleMinuteLongestHoldMs: idle.longestHoldMs,
    }
  } finally {
    await server.stop()
  }
}

/** Turns a second, each a contact, where the conversation stands, a key and a line of the journal. */
async function turnsOfMany(store: Store): Promise<number> {
  const managers = Array.from({ length: AT_ONCE }, (_, n) => `w${n}`)
  for (const id of managers) {
    const { customers, ...book } = aBigBook(id, 100)
    await store.bank.transact((draft) =>
      draft.putBook({ ...book, customers: customers.map((one) => ({ ...one, id: `${id}-${one.id}` })) }),
    )
  }
  const turn = (managerId: string, n: number) =>
    store.turns.once({ managerId, keys: [`a${n}`], at: AT }, async () => {
      await store.books.change(managerId, (book) => ({ book: withOneMore(book, n), result: n }))
      await store.conversations.write(`chat/${managerId}`, { step: n })
      await store.journal.append({ at: AT, managerId, act: 'contact.log', customerIds: ['c'] })
      return { result: n }
    })
  const took = await timed(() =>
    Promise.all(
      managers.map(async (id) => {
        for (let n = 0; n < TURNS_EACH; n++) await turn(id, n)
      }),
    ),
  )
  return (AT_ONCE * TURNS_EACH * 1_000) / took
}

async function bareInserts(url: string, connections: number, each: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query('create table if not exists bare (id bigserial primary key, value text)')
  const value = 'x'.repeat(2_000)
  const took = await timed(() =>
    Promise.all(
      clients.map(async (client) => {
        for (let n = 0; n < each; n++) await client.query('insert into bare (value) values ($1)', [value])
      }),
    ),
  )
  await Promise.all(clients.map((client) => client.end()))
  return (connections * each * 1_000) / took
}

function withOneMore(book: Book, n: number): Book {
  const at = n % book.customers.length
  const customers = book.customers.map((customer, nth) =>
    nth === at ? { ...customer, contacts: [...customer.contacts, aContact({ id: `n${n}` })] } : customer,
  )
  return { ...book, customers }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

async function times(count: number, work: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = []
  for (let n = 0; n < count; n++) all.push(await timed(() => work(n)))
  return all
}

function perSecond(all: readonly number[]): number {
  return (all.length * 1_000) / all.reduce((sum, ms) => sum + ms, 0)
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!
}
