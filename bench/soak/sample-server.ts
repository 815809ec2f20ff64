import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSampleWords } from '../../src/adapters/files/sample-words.js'
import { startServer } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { dataFolder } from '../../src/compose/places.js'
import { loadConfig } from '../../src/config/config.js'
import { dayIn } from '../../src/domain/day.js'
import { fillSample } from '../../src/imports/fill-sample.js'
import type { Log } from '../../src/ports/ports.js'
import { makeSample } from '../../src/sample/make-sample.js'

/** Directory ids of the people of the sample who speak, its head last. */
export const SPEAKERS = { M101: 'aad-101', M102: 'aad-102', H100: 'aad-100' } as const

export interface SampleServer {
  readonly url: string
  readonly daybook: Daybook
  /** What went wrong inside, by where, with how often. */
  readonly faults: ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** The whole server over an invented branch, in a home of its own. */
export async function startSampleServer(customers: number): Promise<SampleServer> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  const settings = {
    DAYBOOK_HOME: home,
    LOG_LEVEL: 'silent',
    MESSAGES_PER_MINUTE: '1000000',
    SEND_TIMEOUT_MS: '60000',
  }
  const config = { ...loadConfig(settings), port: 0 }
  const faults = new Map<string, number>()
  let ids = 0
  const world = {
    clock: { now: () => new Date() },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => `s${++ids}`,
    log: faultLog(faults),
  }
  const daybook = await openDaybook(config, world)
  const { calendar, policy, store } = daybook
  await fillSample(store.bank)(
    makeSample({
      managers: 2,
      customers,
      seed: 7,
      today: dayIn(config.timeZone, world.clock.now()),
      calendar,
      policy,
      words: readSampleWords(dataFolder('sample')),
      aadObjectIds: SPEAKERS,
    }),
  )
  const server = await startServer(daybook)
  return {
    url: server.url,
    daybook,
    faults,
    async stop() {
      await server.stop()
      await daybook.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function faultLog(faults: Map<string, number>): Log {
  return {
    info: () => {},
    warn: () => {},
    error(event, error) {
      const place = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const [what, , ...lines] = place.split('\n')
      const own = lines
        .filter((line) => !line.includes('node_modules') && !line.includes('node:'))
        .slice(0, 2)
      const key = [event, what, ...own.map((line) => line.trim())].join(' | ')
      faults.set(key, (faults.get(key) ?? 0) + 1)
    },
  }
}
