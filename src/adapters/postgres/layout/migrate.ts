import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { sqlStateOf } from '../session.js'
import { LayoutBehind, NewerLayout, ServerTooOld } from './layout-problem.js'

interface Migration {
  readonly number: number
  readonly name: string
}

const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/
/** The oldest server that is kept in repair by its makers' own account when this was written. */
const OLDEST = 13
const NOT_ALLOWED = '42501'

/**
 * Brings the layout up to the last migration of `folder`, in one transaction, one process at a time.
 *
 * @returns names of those that were run
 * @throws NewerLayout, LayoutBehind, ServerTooOld
 */
export async function migrate(pool: Pool, folder: string): Promise<readonly string[]> {
  const all = await migrationsIn(folder)
  const wants = all.at(-1)?.number ?? 0
  const client = await pool.connect()
  try {
    const version = await versionOf(client)
    if (version < OLDEST) throw new ServerTooOld(version)
    const has = await layoutOf(client)
    if (has > wants) throw new NewerLayout(has, wants)
    return has === wants ? [] : await bringUp(client, folder, all, has)
  } finally {
    client.release()
  }
}

async function bringUp(
  client: PoolClient,
  folder: string,
  all: readonly Migration[],
  seen: number,
): Promise<readonly string[]> {
  const wants = all.at(-1)!.number
  await client.query('begin')
  try {
    await client.query("select pg_advisory_xact_lock(hashtextextended('daybook migrate', 0))")
    await client.query(`
      create schema if not exists daybook;
      create table if not exists daybook.migrations (
        number integer primary key, name text not null, run_at timestamptz not null default now()
      )`)
    const has = await layoutOf(client) // somebody else may have run them while this one waited
    if (has > wants) throw new NewerLayout(has, wants)
    const missing = all.filter(({ number }) => number > has)
    for (const { number, name } of missing) {
      await client.query(await readFile(join(folder, name), 'utf8'))
      await client.query('insert into daybook.migrations (number, name) values ($1, $2)', [number, name])
    }
    await client.query('commit')
    return missing.map(({ name }) => name)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw sqlStateOf(error) === NOT_ALLOWED ? new LayoutBehind(seen, wants, error) : error
  }
}

async function versionOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::integer / 10000 as version",
  )
  return rows[0]!.version
}

/** The number of the last migration that was run; 0 where there was none. */
async function layoutOf(client: PoolClient): Promise<number> {
  const [there] = (
    await client.query<{ there: boolean }>("select to_regclass('daybook.migrations') is not null as there")
  ).rows
  if (there?.there !== true) return 0
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from daybook.migrations',
  )
  return rows[0]!.number
}

async function migrationsIn(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE.test(name)).sort()
  return names.map((name) => ({ name, number: Number(FILE.exec(name)![1]) }))
}
