import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { readSampleWords } from '../../src/adapters/files/sample-words.js'
import { runCommand } from '../../src/cli/run-command.js'
import { startServer } from '../../src/compose/app.js'
import { openDaybook, rulesOf, type World } from '../../src/compose/daybook.js'
import { dataFolder } from '../../src/compose/places.js'
import { loadConfig } from '../../src/config/config.js'
import { dayIn } from '../../src/domain/day.js'
import { fillSample } from '../../src/imports/fill-sample.js'
import { makeSample } from '../../src/sample/make-sample.js'
import { DRIVE_START, drivenBank } from '../../test/support/push-drive.js'
import { rosterOf } from '../../test/support/roster.js'
import { drivenRunner } from '../driven-runner.js'
import type { BranchOptions, HeldMemory } from './a-served-branch.js'

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
const sample = makeSample({
  managers,
  customers,
  seed: 7,
  today: dayIn(config.timeZone, world.clock.now()),
  calendar,
  policy,
  words: readSampleWords(dataFolder('sample')),
})
await fillSample(filled.store.bank)(sample)
const customerIds = sample.books.flatMap((book) => book.customers.map(({ id }) => id))
const words = filled.words
await filled.close()
// Opened anew, as after a restart: no book has been read yet.
const daybook = await openDaybook(config, world, words)
const server = await startServer(daybook)
const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()

/** The morning of a driven bank through a messenger that fails, in the process that chats. Gives its desks. */
async function pushBriefs({ count, serviceUrl }: { count: number; serviceUrl: string }): Promise<unknown> {
  const bank = drivenBank(count, serviceUrl)
  for (const { manager, desk } of bank)
    await daybook.store.desks.change(manager.id, (fresh) => ({
      desk: { ...fresh, ...desk },
      result: undefined,
    }))
  const begun = performance.now()
  const runner = drivenRunner(daybook.store, rosterOf(bank.map(({ manager }) => manager)), {
    settings: loadConfig({ SEND_TIMEOUT_MS: '2000' }).bot,
    clock: { now: () => new Date(Date.parse(DRIVE_START) + performance.now() - begun) },
    timer: world.timer,
    perSecond: 15,
    render: async ({ id }) => ({ summary: `brief of ${id}` }),
  })
  while (Object.values(await runner.tick()).some((done) => done > 0));
  return Promise.all(bank.map(({ manager }) => daybook.store.desks.read(manager.id)))
}

/** A command of another terminal, on the home as it is served. @throws Error where it fails */
async function commanded(argv: readonly string[]): Promise<unknown> {
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  const sink = () => new PassThrough().resume()
  const exit = await runCommand(argv, {
    config,
    world,
    terminal: { input: Readable.from([]), output: sink(), error: sink() },
    out: tell,
    err: tell,
    file: (name) => name,
    open: async (other) => daybook.within(other ?? {}),
  })
  if (exit !== 0) throw new Error(told.join('\n'))
  server.homeChanged()
  return {}
}

async function answerTo(what: unknown): Promise<unknown> {
  switch (what) {
    case 'reset':
      loop.reset()
      return {}
    case 'delay':
      return { p99Ms: round(loop.percentile(99) / 1e6), maxMs: round(loop.max / 1e6) }
    case 'memory':
      return heldMemory()
    case 'customers':
      return customerIds
    case 'stop':
      await server.stop()
      await daybook.close()
      return process.exit(0)
    default: {
      const asked = what as { argv: readonly string[] } | { count: number; serviceUrl: string } // our own parent's
      return 'argv' in asked ? commanded(asked.argv) : pushBriefs(asked)
    }
  }
}

process.on('message', async ({ number, what }: { number: number; what: unknown }) => {
  process.send?.({ number, answer: await answerTo(what) })
})
const managerIds = daybook.store.managers.all().flatMap(({ id, role }) => (role === 'manager' ? [id] : []))
process.send?.({ number: 0, answer: { url: server.url, managerIds } })

function heldMemory(): HeldMemory {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: Math.round((heapUsed + external) / 1e6), resident: Math.round(rss / 1e6) }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
