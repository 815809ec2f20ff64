import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startFaultConnector } from '../../test/support/fault-connector.js'
import { driveFaults, drivenBank, judge, type Verdict } from '../../test/support/push-drive.js'
import { aServedBranch, type LoopDelay } from '../load/a-served-branch.js'
import { quantile, speak } from '../load/speak.js'

export interface ChatSoakOptions {
  readonly seed: number
  /** How many seconds; 300 where it is absent. */
  readonly count?: number
  /** Told now and then how far it is. */
  readonly progress?: (done: number, of: number) => void
  readonly perSecond?: number
  readonly managers?: number
  readonly briefs?: number
}

/** p99 of a turn, and how much the process may have grown since its first fifth. */
const BARS = { turnP99Ms: 1_000, grownMb: 64 }

export interface ChatFigures extends LoopDelay, Omit<Verdict, 'violations'> {
  readonly messages: number
  readonly p50Ms: number
  readonly turnP99Ms: number
  readonly turnMaxMs: number
  /** Of the process: after the first fifth, and at the end. */
  readonly memoryMb: readonly [number, number]
}

const SAYS = ['本周谁到期', '今天联系谁', '谢谢', 'who matures this week', '刚打了陈总,没接', 'thanks']
const CUSTOMERS_EACH = 20

/**
 * Managers who talk at a steady rate, whatever the answers take, while as many briefs go through a messenger of whose answers two
 * in five are a fault: dropped, 429, 412, 5xx, refused, never. p99 below a second, one brief each, memory flat.
 */
export async function run(
  options: ChatSoakOptions,
): Promise<{ readonly broken: readonly string[]; readonly figures: ChatFigures }> {
  const { seed, count: seconds = 300, perSecond = 50, managers = 200, briefs = 1_000, progress } = options
  const home = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  const messenger = await startFaultConnector()
  const faults = driveFaults(seed)
  const driven = new Set(drivenBank(briefs, messenger.url).map(({ manager }) => `chat-${manager.id}`))
  messenger.answerWith(({ conversationId }) => (driven.has(conversationId) ? faults() : undefined))
  const branch = await aServedBranch({ home, managers, customers: managers * CUSTOMERS_EACH })
  const ears = { url: branch.url, serviceUrl: messenger.url }
  // Everyone's first message reads a book; it is the day that is measured, not the start.
  for (const id of branch.managerIds) await speak(ears, id, SAYS[0]!)
  await branch.resetDelay()

  const pushing = branch.pushBriefs(briefs, messenger.url)
  const turnMs: number[] = []
  const failures: string[] = []
  const underWay: Promise<void>[] = []
  const begun = performance.now()
  let early = 0
  for (let at = 0; at < seconds * perSecond; at++) {
    await wait(Math.max(0, begun + (at * 1_000) / perSecond - performance.now()))
    const managerId = branch.managerIds[(at * 7) % branch.managerIds.length]!
    const text = `${SAYS[at % SAYS.length]}${' '.repeat(at % 31)}`
    underWay.push(
      speak(ears, managerId, text).then(
        (ms) => void turnMs.push(ms),
        (error: unknown) => void failures.push(String(error)),
      ),
    )
    progress?.(at, seconds * perSecond)
    if (at === Math.floor((seconds * perSecond) / 5)) early = await branch.memoryMb()
  }
  await Promise.all(underWay)
  const late = await branch.memoryMb()
  const delay = await branch.delay()
  const { violations, ...verdict } = judge(drivenBank(briefs, messenger.url), await pushing, messenger)
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
    memoryMb: [early, late] as const,
    ...verdict,
  }
  const broken = [
    ...violations,
    ...failures.slice(0, 10),
    ...(turnP99Ms > BARS.turnP99Ms ? [`p99 of a turn was ${turnP99Ms} ms`] : []),
    ...(late - early > BARS.grownMb ? [`memory grew from ${early} to ${late} MB`] : []),
  ]
  return { broken, figures }
}
