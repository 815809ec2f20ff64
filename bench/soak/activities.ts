import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attack } from './attack.js'
import { hostileActivities, type Targets } from './hostile-activities.js'
import { startMessengerSink } from './messenger-sink.js'
import type { Soak } from './report.js'

const LONG = 100_000
/** No manager waits longer for an answer, whoever else is up to what. */
const ANSWERED_WITHIN_MS = 2_000
/** Caches of turns and books fill at first; after this share memory must stay where it is. */
const WARM_AFTER = 0.3
const MAY_GROW_MB = 60

interface Level {
  readonly rss: number
  readonly heapUsed: number
  readonly faults: readonly (readonly [string, number])[]
}

/** Hostile activities against the whole server, over HTTP on this machine: no crash, no leak, and no answer late. */
export const soakActivities: Soak = async ({ seed, count = LONG, progress }) => {
  const messenger = await startMessengerSink()
  const folder = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  const child = fork(new URL('./activity-server.js', import.meta.url), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, TMPDIR: folder },
    stdio: 'inherit',
  })
  const crashes: string[] = []
  child.once('exit', (code, signal) => {
    if (code !== 0) crashes.push(`the server ended: ${code ?? signal}`)
  })
  const [started] = (await once(child, 'message')) as [Omit<Targets, 'serviceUrl'> & { readonly url: string }] // it says it first
  const levels: number[] = []
  let last: Level = await levelOf(child)
  const figures = await attack(
    started.url,
    hostileActivities(seed, { ...started, serviceUrl: messenger.url }),
    count,
    async (done) => {
      progress(done, count)
      if (done % Math.max(1_000, Math.floor(count / 20)) !== 0) return
      last = await levelOf(child)
      levels.push(megabytes(last.heapUsed))
    },
  )
  last = await levelOf(child)
  child.send('stop')
  await once(child, 'exit')
  await messenger.close()
  const left = readdirSync(folder)
  rmSync(folder, { recursive: true, force: true })

  const warm = levels[Math.floor(levels.length * WARM_AFTER)] ?? megabytes(last.heapUsed)
  const grownMb = megabytes(last.heapUsed) - warm
  const { wrong, slowest, ...counts } = figures
  return {
    broken: [
      ...crashes,
      ...wrong.slice(0, 20).map((what) => `answered wrongly: ${what}`),
      ...(counts.slowestMs > ANSWERED_WITHIN_MS
        ? slowest.map(({ ms, sent }) => `answered after ${ms} ms: ${sent}`)
        : []),
      ...(grownMb > MAY_GROW_MB ? [`memory grew by ${grownMb} MB`] : []),
      ...last.faults.map(([what, times]) => `failed inside, ${times} times: ${what}`),
      ...(left.length > 0 ? [`left in the temporary folder: ${left.join(', ')}`] : []),
    ],
    figures: {
      ...counts,
      replies: messenger.taken,
      wrong: wrong.length,
      heapMb: levels,
      heapAtEndMb: megabytes(last.heapUsed),
      rssAtEndMb: megabytes(last.rss),
    },
  }
}

async function levelOf(child: ChildProcess): Promise<Level> {
  if (child.exitCode !== null) return { rss: 0, heapUsed: 0, faults: [] }
  child.send('level')
  const heard = new AbortController()
  const [level] = await Promise.race([
    once(child, 'message', { signal: heard.signal }),
    once(child, 'exit', { signal: heard.signal }),
  ]).finally(() => heard.abort())
  return typeof level === 'object' && level !== null ? (level as Level) : { rss: 0, heapUsed: 0, faults: [] } // sent by `activity-server`
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}
