import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/adapters/lowdb/store.js'
import type { Clock } from '../../src/ports/ports.js'
import type { Store } from '../../src/ports/store.js'

export interface TemporaryStore extends Store {
  /** Closes it and removes its home. */
  remove(): Promise<void>
}

/** The real store in a home of its own. */
export async function temporaryStore(clock: Clock): Promise<TemporaryStore> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-'))
  let ids = 0
  const store = await openStore(home, {
    log: { warn: () => {} },
    newId: () => `id${++ids}`,
    now: () => clock.now(),
  })
  return {
    ...store,
    async remove() {
      await store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
