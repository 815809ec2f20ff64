import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../../src/app.js'
import { loadConfig } from '../../src/config/config.js'
import { openDaybook, rulesOf, type World } from '../../src/daybook.js'
import { dayIn } from '../../src/domain/day.js'
import { makeSample } from '../../src/domain/sample/make-sample.js'
import { readSampleWords } from '../../src/files/sample-words.js'
import { dataFolder } from '../../src/places.js'
import { fillSample } from '../../src/usecases/fill-sample.js'
import type { BranchOptions } from './a-served-branch.js'

/** Serves an invented branch, and tells whoever started it how it fares. */
const { home, managers, customers } = JSON.parse(process.argv[2] ?? '{}') as BranchOptions // our own parent's

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const world: World = {
  clock: { now: () => new Date() },
  timer: { wait: (ms) => wait(ms), elapsedMs: () => performance.now() },
  newId: () => crypto.randomUUID(),
  log: quiet,
}
const config = { ...loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent', SEND_PER_SECOND: '50' }), port: 0 }
const filled = await openDaybook(config, world)
const { policy, calendar } = rulesOf(config)
await fillSample(filled.store.bank)(
  makeSample({
    managers,
    customers,
    seed: 7,
    today: dayIn(config.timeZone, world.clock.now()),
    calendar,
    policy,
    words: readSampleWords(dataFolder('sample')),
  }),
)
const words = filled.words
await filled.close()
// Opened anew, as after a restart: no book has been read yet.
const daybook = await openDaybook(config, world, words)
const server = await startServer(daybook)
const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()

process.on('message', async (what) => {
  switch (what) {
    case 'reset':
      loop.reset()
      return void process.send?.({})
    case 'delay':
      return void process.send?.({ p99Ms: round(loop.percentile(99) / 1e6), maxMs: round(loop.max / 1e6) })
    case 'memory':
      globalThis.gc?.()
      return void process.send?.({ mb: Math.round(process.memoryUsage().rss / 1e6) })
    case 'stop':
      await server.stop()
      await daybook.close()
      process.exit(0)
  }
})
process.send?.({
  url: server.url,
  managerIds: daybook.store.managers.all().flatMap(({ id, role }) => (role === 'manager' ? [id] : [])),
})

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
