import { setTimeout as wait } from 'node:timers/promises'
import { createBot } from '../../../src/adapters/bot/bot.js'
import { startHttp } from '../../../src/adapters/http/server.js'
import { openDatabase } from '../../../src/adapters/postgres/store.js'
import { loadConfig } from '../../../src/config/config.js'
import { pace } from '../../../src/delivery/pace.js'
import { pushMinute } from '../../../src/delivery/push-minute.js'
import { day } from '../../../src/domain/day.js'
import { WorkingCalendar } from '../../../src/domain/working-days.js'
import type { Conversation } from '../../../src/ports/conversation.js'
import type { Store } from '../../../src/ports/store.js'
import { noMeter, silentLog } from '../log.js'
import { BRIEFS_ONLY } from '../no-events.js'
import { DRIVE_START } from '../push-drive.js'
import { REPLIES, type ReplicaOptions, toldKey } from './story.js'

/*
 * One of several processes on one database, until it is killed: the real bot behind the real HTTP edge and the real sender. Its
 * clock is wrong by what it is told; what is due goes by the database's. All clocks are those of the drive's morning.
 */

const options = JSON.parse(process.argv[2] ?? '{}') as ReplicaOptions // our own parent's
const store = await openDatabase({
  url: options.url,
  migrations: options.migrations,
  log: { warn: () => {} },
})
const sinceBegun = () => store.sharedClock!.now().getTime() - options.begunAtMs
const shared = { now: () => new Date(Date.parse(DRIVE_START) + sinceBegun()) }
const own = { now: () => new Date(shared.now().getTime() + options.clockAheadMs) }
const timer = { wait: async (ms: number) => void (await wait(ms)), elapsedMs: () => performance.now() }
const settings = loadConfig({ SEND_TIMEOUT_MS: '1000', MESSAGES_PER_MINUTE: '1000000' }).bot
const newId = () => crypto.randomUUID()

const bot = createBot({
  settings,
  managers: store.managers,
  refresh: store.refresh,
  desks: store.desks,
  conversations: store.conversations,
  turns: store.turns,
  clock: own,
  timer,
  log: silentLog,
  meter: noMeter,
  lines: {
    stranger: REPLIES.failed,
    group: REPLIES.failed,
    apology: () => REPLIES.failed,
    doneBefore: () => REPLIES.again,
    repeated: (_, answer = '') => `${REPLIES.again} ${answer}`,
    unsent: () => REPLIES.unsent,
    notKept: () => REPLIES.failed,
  },
  conversation: notingConversation(store),
  newId,
})
const http = await startHttp({
  host: '127.0.0.1',
  port: 0,
  isWorthReading: bot.isWorthReading,
  receive: bot.receive,
  isReady: () => true,
  metrics: async () => ({ type: 'text/plain', text: '' }),
  log: silentLog,
})
const runner = pushMinute({
  ...BRIEFS_ONLY,
  managers: store.managers,
  units: store.units,
  desks: store.desks,
  journal: store.journal,
  calendar: new WorkingCalendar([]),
  clock: shared,
  log: silentLog,
  meter: noMeter,
  claims: {
    now: () => shared.now(),
    next: () => ({
      token: newId(),
      until: new Date(shared.now().getTime() + options.claimedForMs).toISOString(),
    }),
  },
  placeOf: (managerId) =>
    `${(managerId.length * 31 + Number(managerId.slice(1)) * options.nth * 7919) % 9973}`,
  wait: timer.wait,
  pace: pace(options.perSecond, timer),
  render: async (_, { id }) => ({ summary: `brief of ${id}` }),
  send: bot.send,
})

process.on('disconnect', () => process.exit(0))
process.send?.({ url: http.url })
for (;;) {
  try {
    await store.refresh()
    await runner.tick()
  } catch {} // the database is away: the next minute sees to it
  await wait(options.minuteMs)
}

/** Notes what is said: a contact, and where the conversation stands, in one turn. */
function notingConversation({ books, conversations }: Store): Conversation {
  return {
    async onMessage({ manager: { id }, text, chat }) {
      const before = ((await conversations.read(toldKey(chat.key))) ?? []) as readonly string[] // as written below
      await conversations.write(toldKey(chat.key), [...before, text])
      await books.change(id, (book) => ({
        book: {
          ...book,
          customers: book.customers.map((customer) => ({
            ...customer,
            contacts: [
              ...customer.contacts,
              { id: text, on: day('2026-11-23'), managerId: id, reached: true, channel: 'call' as const },
            ],
          })),
        },
        result: undefined,
      }))
      await chat.send({ text: `${REPLIES.noted} ${text}` })
    },
    onPress: async () => ({ kind: 'none' }),
    onNotRead: async () => {},
    onJoin: async () => {},
  }
}
