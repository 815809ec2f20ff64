import { openDatabase } from '../../src/adapters/postgres/store.js'
import { dataFolder } from '../../src/compose/places.js'
import type { Store } from '../../src/ports/store.js'
import { asOwner, theServer } from './postgres-server.js'

export const MIGRATIONS = dataFolder('postgres')

/** A store on the database of that address, as a replica opens it. */
export function openQuietlyOn(url: string): Promise<Store> {
  return openDatabase({ url, migrations: MIGRATIONS, log: { warn: () => {} } })
}

/** A database with the layout, empty. */
export async function aDatabase(): Promise<string> {
  const url = await (await theServer()).newDatabase()
  await (await openQuietlyOn(url)).close()
  return url
}

/** Takes everything out of a database: sooner done than making another. */
export function emptied(url: string): Promise<void> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'daybook' and tablename <> 'migrations'",
    )
    await client.query(`truncate ${rows.map(({ name }) => `daybook.${name}`).join(', ')}`)
  })
}
