import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { withDelivery } from '../../../src/domain/manager/ledger-of-sends.js'
import { aBook, aContact, withContact } from '../../contract/builders.js'
import { aDatabase, openQuietlyOn } from '../../support/postgres-place.js'
import { asOwner, SERVER_PROGRAMS } from '../../support/postgres-server.js'

const TABLES_OF_A_MANAGER = ['books', 'customers', 'contacts', 'desks', 'deliveries', 'turn_keys'] as const
const AT = '2026-11-23T00:30:00.000Z'

describe.skipIf(SERVER_PROGRAMS === undefined)('the wall behind the where clause', () => {
  let url: string

  beforeAll(async () => {
    url = await aDatabase()
    const store = await openQuietlyOn(url)
    for (const [at, id] of ['M1', 'M2'].entries()) {
      const customerId = `c${at + 1}`
      await store.books.change(id, () => ({
        book: withContact(aBook(id, [customerId]), customerId, aContact({ id: `k${at + 1}` })),
        result: undefined,
      }))
      await store.turns.once({ managerId: id, keys: ['a'], at: AT }, async () => ({ result: 1 }))
      await store.desks.change(id, (desk) => ({
        desk: withDelivery(desk, {
          day: day('2026-11-23'),
          kind: 'brief',
          state: 'sent',
          at: AT,
          attempts: 1,
        }),
        result: undefined,
      }))
      await store.conversations.write(`chat of ${id}`, { open: id })
    }
    await store.close()
  })

  /** A transaction as the program's own, without what stands in its where clauses. */
  async function inRole<R>(
    role: string,
    settings: Record<string, string>,
    work: (client: Client) => Promise<R>,
  ) {
    return asOwner(url, async (client) => {
      await client.query(`begin; set local role ${role}`)
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [name, value])
      try {
        return await work(client)
      } finally {
        await client.query('rollback')
      }
    })
  }
  const count = (table: string) => async (client: Client) =>
    (await client.query<{ n: number }>(`select count(*)::integer as n from daybook.${table}`)).rows[0]!.n

  it.each(TABLES_OF_A_MANAGER)('%s without a where clause shows the own manager alone', async (table) => {
    expect(await inRole('daybook_app', { 'app.manager': 'M1' }, count(table))).toBe(1)
    expect(await asOwner(url, count(table))).toBe(2)
  })

  it.each([...TABLES_OF_A_MANAGER, 'conversations', 'campaigns'])(
    '%s shows nothing where no manager is set',
    async (table) => {
      expect(await inRole('daybook_app', {}, count(table))).toBe(0)
      expect(await inRole('daybook_app', { 'app.manager': '' }, count(table))).toBe(0)
    },
  )

  it('a conversation is seen by its own key alone', async () => {
    const scope = { 'app.manager': 'M1', 'app.conversation': 'chat of M1' }
    expect(await inRole('daybook_app', scope, count('conversations'))).toBe(1)
  })

  it.each([
    { what: 'changes all books', sql: "update daybook.books set rest = '{}'", changed: 1 },
    { what: 'takes out all customers', sql: 'delete from daybook.customers', changed: 1 },
    { what: 'moves all desks on', sql: 'update daybook.desks set revision = revision + 1', changed: 1 },
  ])('a statement that $what reaches the own rows alone', async ({ sql, changed }) => {
    const reached = await inRole('daybook_app', { 'app.manager': 'M1' }, (client) => client.query(sql))
    expect(reached.rowCount).toBe(changed)
  })

  it.each([
    { what: 'a customer given to somebody else', sql: "update daybook.customers set manager_id = 'M2'" },
    { what: 'a contact changed', sql: "update daybook.contacts set value = '{}'" },
    { what: 'a contact taken out', sql: 'delete from daybook.contacts' },
    { what: 'the journal read', sql: 'select * from daybook.journal' },
    { what: 'a line of the journal changed', sql: "update daybook.journal set line = '{}'" },
    {
      what: 'a line in the name of another',
      sql: "insert into daybook.journal (manager_id, act, customer_ids, line) values ('M2', 'x', '{}', '{}')",
    },
    { what: 'the notes of imports read', sql: 'select * from daybook.notes' },
    { what: 'the roster changed', sql: 'delete from daybook.bank_documents' },
    { what: 'the wall taken down', sql: 'alter table daybook.customers disable row level security' },
  ])('$what: refused', async ({ sql }) => {
    const refused = inRole('daybook_app', { 'app.manager': 'M1' }, (client) => client.query(sql))
    await expect(refused).rejects.toThrow(/permission denied|row-level security|must be owner/)
  })

  it('what is planned by is read of everybody and written by nobody', async () => {
    expect(await inRole('daybook_planner', {}, count('deliveries'))).toBe(2)
    await expect(inRole('daybook_planner', {}, count('customers'))).rejects.toThrow('permission denied')
    const write = inRole('daybook_planner', {}, (client) => client.query('delete from daybook.desks'))
    await expect(write).rejects.toThrow('permission denied')
  })

  it('across the bank everything is seen, no contact is changed and no line is changed or taken out', async () => {
    expect(await inRole('daybook_bank', {}, count('customers'))).toBe(2)
    for (const sql of ["update daybook.contacts set value = '{}'", 'delete from daybook.journal'])
      await expect(inRole('daybook_bank', {}, (client) => client.query(sql))).rejects.toThrow(
        'permission denied',
      )
  })

  it.each([
    { whose: 'nobody’s, where no erased customer is named', settings: {}, gone: 0 },
    { whose: 'those of the erased customer who is named', settings: { 'app.erased': 'c1' }, gone: 1 },
  ])('contacts taken out without a where clause: $whose', async ({ settings, gone }) => {
    const sql = 'delete from daybook.contacts'
    const { rowCount } = await inRole('daybook_bank', settings, (client) => client.query(sql))
    expect(rowCount).toBe(gone)
  })

  it('no role of the program owns anything, logs in or goes round the wall', async () => {
    const { rows } = await asOwner(url, (client) =>
      client.query(`select rolname from pg_roles where rolname like 'daybook\\_%'
        and (rolcanlogin or rolsuper or rolbypassrls or oid in (select relowner from pg_class))`),
    )
    expect(rows).toEqual([])
    const open = await asOwner(url, (client) =>
      client.query(`select relname from pg_class where relnamespace = 'daybook'::regnamespace and relkind = 'r'
        and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`),
    )
    expect(open.rows).toEqual([])
  })

  describe('a login that owns nothing', () => {
    const LOGIN = 'clerk'
    let asClerk: string

    beforeAll(async () => {
      await asOwner(url, async (client) => {
        await client.query(`create role ${LOGIN} login noinherit`)
        await client.query(`grant daybook_app, daybook_planner, daybook_bank to ${LOGIN}`)
        await client.query(
          `grant usage on schema daybook to ${LOGIN}; grant select on daybook.migrations to ${LOGIN}`,
        )
      })
      asClerk = url.replace('//daybook@', `//${LOGIN}@`)
    })
    afterAll(() => asOwner(url, (client) => client.query(`drop owned by ${LOGIN}; drop role ${LOGIN}`)))

    it('runs everything the program does', async () => {
      const store = await openQuietlyOn(asClerk)
      expect((await store.books.read('M1')).customers).toHaveLength(1)
      await store.bank.transact((draft) => draft.putBook(aBook('M3', ['c3'])))
      expect(await store.books.managerIds()).toEqual(['M1', 'M2', 'M3'])
      expect((await store.journal.verify()).broken).toBeUndefined()
      await store.close()
    })

    it('sees nothing by itself', async () => {
      const refused = asOwner(asClerk, (client) => client.query('select * from daybook.customers'))
      await expect(refused).rejects.toThrow('permission denied')
    })
  })
})
