import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBot } from '../../src/adapters/bot/bot.js'
import { loadConfig } from '../../src/config/config.js'
import { pace } from '../../src/delivery/pace.js'
import { pushMinute } from '../../src/delivery/push-minute.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Desks, JournalEntry } from '../../src/ports/ports.js'
import { type TestClock, testClock } from '../support/clock.js'
import { type FaultConnector, startFaultConnector } from '../support/fault-connector.js'
import { noMeter, silentLog } from '../support/log.js'
import { BRIEFS_ONLY } from '../support/no-events.js'
import { DRIVE_START, type Driven, driveFaults, drivenBank, judge } from '../support/push-drive.js'
import { rosterOf } from '../support/roster.js'
import { LINES } from '../support/teams.js'
import { type TemporaryStore, temporaryStore } from '../support/temporary-store.js'

const MANAGERS = 120
const AT_ONCE = 8
/** The process dies while the messenger handles these requests, counted from the first. */
const KILLS = [25, 90]

let clock: TestClock
let store: TemporaryStore
let connector: FaultConnector

beforeEach(async () => {
  clock = testClock(DRIVE_START)
  store = await temporaryStore(clock)
  connector = await startFaultConnector()
})

afterEach(async () => {
  await connector.close()
  await store.remove()
})

it(`${MANAGERS} managers, every fault and ${KILLS.length} kills: nobody gets two briefs, and what is unknown is called so`, async () => {
  const bank = drivenBank(MANAGERS, connector.url)
  for (const { manager, desk } of bank) {
    await store.desks.change(manager.id, (fresh) => ({ desk: { ...fresh, ...desk }, result: undefined }))
  }
  const faults = driveFaults(20261123)
  let count = 0
  let running = aProcess(bank)
  connector.answerWith(() => {
    if (KILLS.includes(++count)) running.kill()
    return faults()
  })

  clock.moveTo('2026-11-23T00:29:00Z')
  await running.tick()
  expect(connector.requests).toEqual([])

  clock.moveTo(DRIVE_START)
  for (let lives = 0; lives <= KILLS.length; lives++) {
    await running.tick()
    if (running.isDead()) running = aProcess(bank)
  }
  await running.tick()

  const desks = await Promise.all(bank.map(({ manager }) => store.desks.read(manager.id)))
  const verdict = judge(bank, desks, connector)
  expect(verdict.violations).toEqual([])
  expect(verdict.due).toBe(108)
  expect(verdict.sent).toBeGreaterThan(verdict.due / 2)
  expect(verdict.interrupted).toBeGreaterThanOrEqual(KILLS.length)
  expect(verdict.interrupted).toBeLessThanOrEqual(KILLS.length * AT_ONCE)
})

/** Everything one process holds in memory. Killed, it does nothing more: what it awaits never comes. */
function aProcess(bank: readonly Driven[]) {
  let isDead = false
  let die = (): void => {}
  const death = new Promise<'dead'>((resolve) => {
    die = () => resolve('dead')
  })
  const never = new Promise<never>(() => {})
  const mortal =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isDead) return never
      const result = await work(...args)
      return isDead ? never : result
    }
  const desks: Desks = {
    managerIds: mortal(store.desks.managerIds),
    read: mortal(store.desks.read),
    states: mortal(store.desks.states),
    change: (managerId, decide) => mortal(() => store.desks.change(managerId, decide))(),
  }
  const managers = rosterOf(bank.map(({ manager }) => manager))
  let ids = 0
  const bot = createBot({
    settings: loadConfig({ SEND_TIMEOUT_MS: '500' }).bot,
    managers,
    desks,
    conversations: store.conversations,
    turns: store.turns,
    clock,
    timer: clock,
    log: silentLog,
    meter: noMeter,
    lines: LINES,
    conversation: {
      onMessage: async () => {},
      onPress: async () => ({ kind: 'none' }),
      onNotRead: async () => {},
      onJoin: async () => {},
    },
    newId: () => `id${++ids}`,
  })
  const runner = pushMinute({
    ...BRIEFS_ONLY,
    managers,
    units: store.units,
    desks,
    journal: { append: mortal((entry: JournalEntry) => store.journal.append(entry)) },
    calendar: new WorkingCalendar([]),
    clock,
    log: silentLog,
    meter: noMeter,
    pace: pace(15, clock),
    atOnce: AT_ONCE,
    wait: (ms) => clock.wait(ms),
    render: async (_, { id }) => ({ summary: `brief of ${id}` }),
    send: mortal(bot.send),
  })
  return {
    tick: () => Promise.race([runner.tick(), death]),
    isDead: () => isDead,
    kill(): void {
      isDead = true
      die()
    },
  }
}
