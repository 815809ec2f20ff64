import type { Disk } from '../adapters/lowdb/files/disk.js'
import { homeProblem } from '../adapters/lowdb/home-problem.js'
import { type EmbeddedStore, openStore } from '../adapters/lowdb/store.js'
import type { Config } from '../config/config.js'
import type { Clock, Log } from '../ports/ports.js'
import type { Store } from '../ports/store.js'
import { dataFolder } from './places.js'
import { sealingKeysOf } from './sealing.js'

interface KeptWorld {
  readonly log: Log
  readonly newId: () => string
  readonly clock: Clock
}

/**
 * Opens what is kept: the database where one is set, else the files of the home.
 *
 * @param disk what the home is kept on, whatever is set; absent: the disk of the machine
 */
export async function openKept(
  config: Config,
  { log, newId, clock }: KeptWorld,
  disk?: Disk,
): Promise<Store | EmbeddedStore> {
  const { home, databaseUrl } = config
  if (databaseUrl !== undefined && disk === undefined) {
    // Whoever keeps files needs no driver.
    const { openDatabase } = await import('../adapters/postgres/store.js')
    return openDatabase({ url: databaseUrl, migrations: dataFolder('postgres'), log })
  }
  try {
    return await openStore(home, {
      log,
      newId,
      now: () => clock.now(),
      ...(disk === undefined ? {} : { disk }),
      keys: sealingKeysOf(config),
    })
  } catch (error) {
    throw homeProblem(home, error)
  }
}
