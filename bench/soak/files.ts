import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeWorkshop, openFileAside } from '../../src/adapters/files/worker/workshop.js'
import { openStore } from '../../src/adapters/lowdb/store.js'
import { fillForHostile, takeHostile } from '../../test/support/take-hostile.js'

const LONG = 5_000
const MOST_MEGABYTES = 700
const KILOBYTES = 1_024

/**
 * Truncated, mixed and hostile files into one process, one after another, some of which would unpack to hundreds of
 * megabytes: a report each, the books as before or as after, memory within its bound.
 */
export async function run({
  seed,
  count = LONG,
  progress = () => {},
}: {
  readonly seed: number
  readonly count?: number
  readonly progress?: (done: number, of: number) => void
}) {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  let ids = 0
  const store = await openStore(join(folder, 'home'), {
    log: { warn: () => {} },
    newId: () => `id${++ids}`,
    now: () => new Date('2026-11-23T01:00:00Z'),
  })
  try {
    await fillForHostile(store)
    const { broken, ...figures } = await takeHostile(store, {
      seed,
      count,
      isLong: true,
      open: openFileAside,
      folder: join(folder, 'files'),
      onFile: (done) => progress(done, count),
    })
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / KILOBYTES)
    const tooMuch = peakMegabytes > MOST_MEGABYTES ? [`memory of ${peakMegabytes} MB`] : []
    return { broken: [...broken, ...tooMuch], figures: { files: count, ...figures, peakMegabytes } }
  } finally {
    await closeWorkshop()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
