import { Command } from 'commander'
import { placeOf } from '../../../adapters/postgres/database-problem.js'
import { dataFolder } from '../../../compose/places.js'
import type { Shell } from '../../shell.js'

/** `migrate`: brings the database's layout up to this program's, as its owner. */
export function migrateCommand(shell: Shell): Command {
  return new Command('migrate')
    .description("brings the database's layout up to this program's; files are brought up when they are read")
    .option('--json', 'what was run as data')
    .action(async (options: { json?: boolean }) => {
      const { databaseUrl } = shell.config
      const ran = databaseUrl === undefined ? [] : await run(databaseUrl)
      if (options.json === true) return shell.out(JSON.stringify(ran))
      if (databaseUrl === undefined)
        return shell.out('DATABASE_URL is not set: the files of the home are brought up when they are read')
      for (const name of ran) shell.out(`run ${name}`)
      shell.out(`${placeOf(databaseUrl)} has the layout of this program`)
    })
}

async function run(url: string): Promise<readonly string[]> {
  const { migrateDatabase } = await import('../../../adapters/postgres/store.js')
  return migrateDatabase({ url, migrations: dataFolder('postgres') })
}
