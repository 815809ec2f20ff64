import { setTimeout as wait } from 'node:timers/promises'
import { createBot } from '../src/bot/bot.js'
import { loadConfig } from '../src/config/config.js'
import { WorkingCalendar } from '../src/domain/working-days.js'
import { pace } from '../src/jobs/pace.js'
import { pushBriefs } from '../src/jobs/push-briefs.js'
import { openStore } from '../src/store/lowdb/store.js'
import { noMeter, silentLog } from '../test/support/log.js'
import { DRIVE_CUT_OFF, DRIVE_START, drivenBank } from '../test/support/push-drive.js'
import { rosterOf } from '../test/support/roster.js'
import { PER_SECOND } from './delivery.js'

/** One life of the sending process in the driven morning: ticks until nothing is left to do. Killed from outside. */
const [home = '', managers = '', connectorUrl = '', begun = '', speed = ''] = process.argv.slice(2)

const clock = {
  now: () => new Date(Date.parse(DRIVE_START) + (Date.now() - Number(begun)) * Number(speed)),
}
const timer = { wait: async (ms: number) => void (await wait(ms / Number(speed))) }
const roster = rosterOf(drivenBank(Number(managers), connectorUrl).map(({ manager }) => manager))
const newId = () => crypto.randomUUID()
const store = await openStore(home, { log: { warn: () => {} }, newId, now: clock.now })
const bot = createBot({
  settings: loadConfig({ SEND_TIMEOUT_MS: '1000' }).bot,
  managers: roster,
  desks: store.desks,
  conversations: store.conversations,
  clock,
  timer,
  log: silentLog,
  meter: noMeter,
  lines: { stranger: '', group: '', apology: () => '', doneBefore: () => '' },
  conversation: {
    onMessage: async () => {},
    onPress: async () => ({ kind: 'none' }),
    onJoin: async () => {},
  },
  newId,
})
const runner = pushBriefs({
  kind: 'brief',
  managers: roster,
  desks: store.desks,
  journal: store.journal,
  calendar: new WorkingCalendar([]),
  cutOff: DRIVE_CUT_OFF,
  clock,
  log: silentLog,
  meter: noMeter,
  pace: pace(PER_SECOND, clock, timer),
  render: async ({ id }) => ({ summary: `brief of ${id}` }),
  send: bot.send,
})
for (;;) {
  const report = await runner.tick()
  if (Object.values(report).every((count) => count === 0)) break
}
await store.close()
