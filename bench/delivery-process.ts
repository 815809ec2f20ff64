import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../src/adapters/lowdb/store.js'
import { loadConfig } from '../src/config/config.js'
import { DRIVE_START, drivenBank } from '../test/support/push-drive.js'
import { rosterOf } from '../test/support/roster.js'
import { PER_SECOND } from './delivery.js'
import { drivenRunner } from './driven-runner.js'

/** One life of the sending process in the driven morning: ticks until nothing is left to do. Killed from outside. */
const [home = '', managers = '', connectorUrl = '', begun = '', speed = ''] = process.argv.slice(2)

const clock = {
  now: () => new Date(Date.parse(DRIVE_START) + (Date.now() - Number(begun)) * Number(speed)),
}
const timer = {
  wait: async (ms: number) => void (await wait(ms / Number(speed))),
  elapsedMs: () => performance.now() * Number(speed),
}
const roster = rosterOf(drivenBank(Number(managers), connectorUrl).map(({ manager }) => manager))
const store = await openStore(home, {
  log: { warn: () => {} },
  newId: () => crypto.randomUUID(),
  now: clock.now,
})
const runner = drivenRunner(store, roster, {
  settings: loadConfig({ SEND_TIMEOUT_MS: '1000' }).bot,
  clock,
  timer,
  perSecond: PER_SECOND,
  render: async ({ id }) => ({ summary: `brief of ${id}` }),
})
for (;;) {
  const report = await runner.tick()
  if (Object.values(report).every((count) => count === 0)) break
}
await store.close()
