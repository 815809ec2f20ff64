import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../../src/adapters/postgres/layout/migrate.js'
import { MIGRATIONS } from '../../support/postgres-place.js'
import { asOwner, SERVER_PROGRAMS, theServer } from '../../support/postgres-server.js'

describe.skipIf(SERVER_PROGRAMS === undefined)('migrations', () => {
  let folder: string
  let url: string
  let pool: Pool

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-migrations-'))
    cpSync(MIGRATIONS, folder, { recursive: true })
    url = await (await theServer()).newDatabase()
    pool = new Pool({ connectionString: url })
  })
  afterEach(async () => {
    await pool.end()
    rmSync(folder, { recursive: true, force: true })
  })

  const numbers = async () =>
    (
      await asOwner(url, (client) =>
        client.query<{ number: number }>('select number from daybook.migrations order by 1'),
      )
    ).rows.map(({ number }) => number)

  it('are run once each, in their order, by one of five processes that start at once', async () => {
    writeFileSync(join(folder, '9001-more.sql'), 'create table daybook.more (n integer)')
    const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(pool, folder)))
    expect(ran.filter((names) => names.length > 0)).toEqual([
      ['0001-layout.sql', '0002-send-pace.sql', '0003-erasure.sql', '9001-more.sql'],
    ])
    expect(await numbers()).toEqual([1, 2, 3, 9001])
    expect(await migrate(pool, folder)).toEqual([])
  })

  it('leave the layout as it was where one of them fails', async () => {
    await migrate(pool, folder)
    writeFileSync(join(folder, '9001-good.sql'), 'create table daybook.good (n integer)')
    writeFileSync(join(folder, '9002-bad.sql'), 'create table daybook.good (n integer)')
    await expect(migrate(pool, folder)).rejects.toThrow('already exists')
    expect(await numbers()).toEqual([1, 2, 3])
  })

  it('of a newer program are refused by an older one in one line', async () => {
    writeFileSync(join(folder, '9001-more.sql'), 'create table daybook.more (n integer)')
    await migrate(pool, folder)
    const refused = migrate(pool, MIGRATIONS)
    await expect(refused).rejects.toThrow('the database has layout 9001, and this program knows 3')
  })

  it('are asked of the owner where the login may not run them', async () => {
    await asOwner(url, (client) => client.query('create role visitor login'))
    const visitor = new Pool({ connectionString: url.replace('//daybook@', '//visitor@') })
    try {
      await expect(migrate(visitor, folder)).rejects.toThrow('daybook migrate')
    } finally {
      await visitor.end()
      await asOwner(url, (client) => client.query('drop role visitor'))
    }
  })
})
