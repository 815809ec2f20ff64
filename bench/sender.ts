import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../src/adapters/lowdb/store.js'
import { loadConfig } from '../src/config/config.js'
import { type FaultConnector, startFaultConnector } from '../test/support/fault-connector.js'
import { chatOf, DRIVE_START, drivenBank } from '../test/support/push-drive.js'
import { rosterOf } from '../test/support/roster.js'
import { drivenRunner } from './driven-runner.js'

const MANAGERS = 1_000
const AT_ONCE = 16

/**
 * Briefs sent a second, ledger written before and after each POST, against a loop that only POSTs the same message to the same
 * messenger with as many requests under way. The pace of 15 a second, which a bank keeps, is off for this figure.
 */
export async function benchSender(): Promise<Record<string, number>> {
  const connector = await startFaultConnector()
  const message = { type: 'message', summary: 'brief', text: 'x'.repeat(2_000) }
  await bareLoop(connector, 200, message)
  const bare = await bareLoop(connector, MANAGERS, message)
  const sender = await sendAll(connector, message)
  await connector.close()
  return {
    'sender.perSecond': Math.round(sender),
    'sender.bareHttp.perSecond': Math.round(bare),
    'sender.ratioToBareHttp': Math.round((sender / bare) * 1_000) / 1_000,
  }
}

async function bareLoop({ url }: FaultConnector, count: number, message: object): Promise<number> {
  const begun = performance.now()
  let next = 0
  const one = async (): Promise<void> => {
    while (next < count) {
      const chat = chatOf(`B${next++}`)
      const answer = await fetch(`${url}/v3/conversations/${chat}/activities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      })
      await answer.json()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return count / ((performance.now() - begun) / 1_000)
}

async function sendAll(
  connector: FaultConnector,
  message: { summary: string; text: string },
): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-sender-'))
  const begun = Date.now()
  const clock = { now: () => new Date(Date.parse(DRIVE_START) + Date.now() - begun) }
  const timer = { wait: async (ms: number) => void (await wait(ms)), elapsedMs: () => performance.now() }
  const store = await openStore(home, {
    log: { warn: () => {} },
    newId: () => crypto.randomUUID(),
    now: clock.now,
  })
  const bank = drivenBank(MANAGERS, connector.url)
  for (const { manager, desk } of bank)
    await store.desks.change(manager.id, (fresh) => ({ desk: { ...fresh, ...desk }, result: undefined }))
  const managers = rosterOf(bank.map(({ manager }) => manager))
  const runner = drivenRunner(store, managers, {
    settings: loadConfig({}).bot,
    clock,
    timer,
    perSecond: 1_000_000,
    atOnce: AT_ONCE,
    render: async () => message,
  })
  const before = connector.requests.length
  const start = performance.now()
  await runner.tick()
  const seconds = (performance.now() - start) / 1_000
  const sent = connector.requests.length - before
  await store.close()
  rmSync(home, { recursive: true, force: true })
  return sent / seconds
}
