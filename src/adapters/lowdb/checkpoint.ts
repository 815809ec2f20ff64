import type { LowdbBank } from './bank.js'
import type { Collection } from './collection.js'
import type { CommitLog } from './commit-log.js'
import type { FileJournal } from './journal.js'
import type { Shelves } from './shelves.js'

/** Files written at once: enough for the disk to sync several with one movement. */
const AT_ONCE = 16

/** Puts everything that only the log has in its place, and lets the log forget it. Writing goes on meanwhile. */
export function checkpoints(to: {
  readonly log: CommitLog
  readonly bank: LowdbBank
  readonly journal: FileJournal
  readonly shelves: Shelves
}): () => Promise<void> {
  const { log, bank, journal } = to
  const shelves: readonly Collection<unknown>[] = Object.values(to.shelves)
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    const files = await log.rotate()
    if (files.length === 0) return
    try {
      await bank.settle()
      await journal.place()
      for (const shelf of shelves) await writeAll(shelf)
      const carried = shelves.flatMap((shelf) => shelf.carried())
      if (carried.length > 0) await log.commit({ puts: carried, entries: [], committed: () => {} })
      await log.forget(files)
    } catch (error) {
      log.keep(files)
      throw error
    }
  }

  return () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
}

async function writeAll(shelf: Collection<unknown>): Promise<void> {
  const keys = [...shelf.unwritten()]
  if (keys.length === 0) return
  const written: (() => void)[] = []
  while (keys.length > 0) {
    written.push(...(await Promise.all(keys.splice(0, AT_ONCE).map((key) => shelf.write(key)))))
  }
  await shelf.syncFolder()
  for (const done of written) done()
}
