import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../src/adapters/lowdb/store.js'
import { startFaultConnector } from '../test/support/fault-connector.js'
import { driveFaults, drivenBank, judge, type Verdict } from '../test/support/push-drive.js'

export interface DeliveryBench extends Verdict {
  readonly managers: number
  /** How often the sending process was ended with SIGKILL. */
  readonly kills: number
  readonly posts: number
  readonly seconds: number
  /** Most POSTs in any second of the bank's clock, against the 15 allowed; above 1 by what the network bunches. */
  readonly paceKept: number
}

export interface DeliveryBenchOptions {
  readonly managers?: number
  readonly kills?: number
  /** How many times faster than ours the bank's clock runs. */
  readonly speed?: number
}

const CHILD = fileURLToPath(new URL('./delivery-process.js', import.meta.url))
const SEED = 20261123
export const PER_SECOND = 15

/**
 * A whole bank's morning: a real store, real processes ended by SIGKILL in the middle of sending, and a messenger with
 * 5 % of each fault. `violations` is what must stay empty. The clock runs faster, or it would take as long as a morning.
 */
export async function benchDelivery(options: DeliveryBenchOptions = {}): Promise<DeliveryBench> {
  const { managers = 2_000, kills = 5, speed = 10 } = options
  const home = mkdtempSync(join(tmpdir(), 'daybook-delivery-'))
  const connector = await startFaultConnector()
  const bank = drivenBank(managers, connector.url)
  const open = () =>
    openStore(home, { log: { warn: () => {} }, newId: () => crypto.randomUUID(), now: () => new Date() })

  const filled = await open()
  for (const { manager, desk } of bank) {
    await filled.desks.change(manager.id, (fresh) => ({ desk: { ...fresh, ...desk }, result: undefined }))
  }
  await filled.close()

  const faults = driveFaults(SEED)
  const killAt = Array.from({ length: kills }, (_, i) => Math.floor(((i + 1) * managers) / (kills + 1)))
  const leftAt: number[] = []
  let child: ChildProcess | undefined
  connector.answerWith(() => {
    leftAt.push(performance.now())
    if (killAt.includes(leftAt.length)) child?.kill('SIGKILL')
    return faults()
  })

  const begun = Date.now()
  let killed = 0
  for (;;) {
    const args = [home, String(managers), connector.url, String(begun), String(speed)]
    child = spawn(process.execPath, [CHILD, ...args], { stdio: 'inherit' })
    const [code, signal] = await once(child, 'exit')
    if (signal !== 'SIGKILL') {
      if (code !== 0) throw new Error(`the sending process ended with ${String(code)}`)
      break
    }
    killed++
  }
  const seconds = (Date.now() - begun) / 1_000

  const store = await open()
  const desks = await Promise.all(bank.map(({ manager }) => store.desks.read(manager.id)))
  const verdict = judge(bank, desks, connector)
  await store.close()
  await connector.close()
  rmSync(home, { recursive: true, force: true })
  return {
    managers,
    kills: killed,
    posts: leftAt.length,
    seconds,
    paceKept: mostIn(1_000 / speed, leftAt) / PER_SECOND,
    ...verdict,
  }
}

function mostIn(spanMs: number, at: readonly number[]): number {
  let from = 0
  let most = 0
  at.forEach((time, to) => {
    while (time - at[from]! >= spanMs) from++
    most = Math.max(most, to - from + 1)
  })
  return most
}
