import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startFaultConnector } from '../../test/support/fault-connector.js'
import { driveFaults, drivenBank, judge } from '../../test/support/push-drive.js'
import { aServedBranch, type HeldMemory } from '../load/a-served-branch.js'
import { quantile, speak } from '../load/speak.js'
import type { Soak } from './report.js'

/** p99 of a turn, and how much the process may have grown since its first fifth. */
const BARS = { turnP99Ms: 1_000, grownMb: 64 }

const SAYS = ['本周谁到期', '今天联系谁', '谢谢', 'who matures this week', '刚打了陈总,没接', 'thanks']
const CUSTOMERS_EACH = 20
const MANAGERS = 200
const PER_SECOND = 50
const BRIEFS = 1_000
const LONG_SECONDS = 300

/**
 * Managers who talk at a steady rate, whatever the answers take, while as many briefs go through a messenger of whose answers two
 * in five are a fault: dropped, 429, 412, 5xx, refused, never. p99 below a second, one brief each, memory flat.
 */
export const soakChat: Soak = async ({ seed, count: seconds = LONG_SECONDS, progress }) => {
  const home = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  const messenger = await startFaultConnector()
  const faults = driveFaults(seed)
  const driven = new Set(drivenBank(BRIEFS, messenger.url).map(({ manager }) => `chat-${manager.id}`))
  messenger.answerWith(({ conversationId }) => (driven.has(conversationId) ? faults() : undefined))
  const branch = await aServedBranch({ home, managers: MANAGERS, customers: MANAGERS * CUSTOMERS_EACH })
  const ears = { url: branch.url, serviceUrl: messenger.url }
  // Everyone's first message reads a book; it is the day that is measured, not the start.
  for (const id of branch.managerIds) await speak(ears, id, SAYS[0]!)
  await branch.resetDelay()

  const pushing = branch.pushBriefs(BRIEFS, messenger.url)
  const turnMs: number[] = []
  const failures: string[] = []
  const underWay: Promise<void>[] = []
  const begun = performance.now()
  let early: HeldMemory = { held: 0, resident: 0 }
  for (let at = 0; at < seconds * PER_SECOND; at++) {
    await wait(Math.max(0, begun + (at * 1_000) / PER_SECOND - performance.now()))
    const managerId = branch.managerIds[(at * 7) % branch.managerIds.length]!
    const text = `${SAYS[at % SAYS.length]}${' '.repeat(at % 31)}`
    underWay.push(
      speak(ears, managerId, text).then(
        (ms) => void turnMs.push(ms),
        (error: unknown) => void failures.push(String(error)),
      ),
    )
    progress(at, seconds * PER_SECOND)
    if (at === Math.floor((seconds * PER_SECOND) / 5)) early = await branch.memoryMb()
  }
  await Promise.all(underWay)
  const late = await branch.memoryMb()
  const delay = await branch.delay()
  const { violations, ...verdict } = judge(drivenBank(BRIEFS, messenger.url), await pushing, messenger)
  await branch.stop()
  await messenger.close()
  rmSync(home, { recursive: true, force: true })
  const turnP99Ms = quantile(turnMs, 0.99)
  const figures = {
    messages: turnMs.length,
    p50Ms: quantile(turnMs, 0.5),
    turnP99Ms,
    turnMaxMs: quantile(turnMs, 1),
    ...delay,
    /** Of the process: after the first fifth, and at the end. */
    memoryMb: [early, late],
    ...verdict,
  }
  const broken = [
    ...violations,
    ...failures.slice(0, 10),
    ...(turnP99Ms > BARS.turnP99Ms ? [`p99 of a turn was ${turnP99Ms} ms`] : []),
    ...(late.held - early.held > BARS.grownMb ? [`memory grew from ${early.held} to ${late.held} MB`] : []),
  ]
  return { broken, figures }
}
