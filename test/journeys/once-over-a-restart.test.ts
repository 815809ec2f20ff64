import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Server, startServer } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { loadConfig } from '../../src/config/config.js'
import { WORDS } from '../support/chat.js'
import { testClock } from '../support/clock.js'
import { aCustomer } from '../support/customers.js'
import { type FaultConnector, startFaultConnector } from '../support/fault-connector.js'
import { silentLog } from '../support/log.js'
import { postMessage } from '../support/post-message.js'
import { aManager } from '../support/roster.js'

const CHAT = 'chat-M1'

let home: string
let messenger: FaultConnector
let daybook: Daybook
let server: Server

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'daybook-restart-'))
  messenger = await startFaultConnector()
  await start()
  await daybook.store.bank.transact(async (draft) => {
    await draft.putManagers([aManager()])
    const customers = [aCustomer('C1', { name: '陈立群' }), aCustomer('C2', { name: '李望舒' })]
    await draft.putBook({ managerId: 'M1', customers, changes: [] })
  })
})
afterEach(async () => {
  await stop()
  await messenger.close()
  rmSync(home, { recursive: true, force: true })
})

async function start(): Promise<void> {
  const clock = testClock('2026-11-23T01:00:00Z')
  let ids = 0
  const world = { clock, timer: clock, newId: () => `${process.hrtime.bigint()}-${++ids}`, log: silentLog }
  const config = loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' })
  daybook = await openDaybook({ ...config, port: 0 }, world, WORDS)
  server = await startServer(daybook)
}

async function stop(): Promise<void> {
  await server.stop()
  await daybook.close()
}

async function says(text: string, id: string): Promise<string> {
  const before = messenger.shownIn(CHAT).length
  await postMessage({ url: server.url, serviceUrl: messenger.url, chat: CHAT }, text, id)
  return JSON.stringify(messenger.shownIn(CHAT).slice(before))
}

async function linesOfManager(): Promise<number> {
  let count = 0
  for await (const { managerId } of daybook.store.journal.entries()) if (managerId === 'M1') count++
  return count
}

const contacts = async () =>
  (await daybook.store.books.read('M1')).customers.flatMap(({ id, contacts }) =>
    contacts.filter(({ withdrawn }) => withdrawn === undefined).map(() => id),
  )

it('撤销 that is delivered again after a restart does not take back a second entry', async () => {
  await says('刚打了陈立群,没接', 'a1')
  await says('刚打了李望舒,没接', 'a2')
  expect(await contacts()).toEqual(['C1', 'C2'])
  await says('撤销', 'a3')
  expect(await contacts()).toEqual(['C1'])
  const lines = await linesOfManager()

  await stop()
  await start()
  expect(await says('撤销', 'a3')).toContain('之前已经办好了')
  expect(await contacts()).toEqual(['C1'])
  expect(await linesOfManager()).toBe(lines)

  await says('撤销', 'a4')
  expect(await contacts()).toEqual([])
})
