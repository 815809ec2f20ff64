import { Agent, request } from 'node:http'
import type { Attack } from './hostile-activities.js'

export interface AttackFigures {
  readonly sent: number
  readonly statuses: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly p99Ms: number
  /** The slowest, as what was sent; shortened. */
  readonly slowest: readonly { readonly ms: number; readonly sent: string }[]
  /** Answers that may not be, or none at all. */
  readonly wrong: readonly string[]
}

const AT_ONCE = 4
const GIVES_UP_AFTER_MS = 60_000
const SHOWN = 5

/** Sends attacks, a few at a time, over connections of their own, and takes the time of every answer. */
export async function attack(
  url: string,
  attacks: Iterator<Attack>,
  count: number,
  progress: (done: number) => Promise<void>,
): Promise<AttackFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const statuses: Record<string, number> = {}
  const times: number[] = []
  let slowest: { ms: number; sent: string }[] = []
  const wrong: string[] = []
  let sent = 0

  const one = async (): Promise<void> => {
    while (sent < count) {
      sent++
      const next: Attack = attacks.next().value // there is always another
      const begun = performance.now()
      const status = await post(agent, url, next).catch((error: unknown) => String(error))
      const ms = performance.now() - begun
      times.push(ms)
      statuses[status] = (statuses[status] ?? 0) + 1
      const shown = { ms: Math.round(ms), sent: `${next.kind} ${next.body.toString().slice(0, 400)}` }
      if (slowest.length < SHOWN || ms > slowest.at(-1)!.ms)
        slowest = [...slowest, shown].sort((a, b) => b.ms - a.ms).slice(0, SHOWN)
      if (typeof status === 'string' || !next.mayAnswer.includes(status))
        wrong.push(`${status}: ${shown.sent}`)
      if (times.length % 1_000 === 0) await progress(times.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    sent: times.length,
    statuses,
    slowestMs: Math.round(times.at(-1) ?? 0),
    p99Ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    slowest,
    wrong,
  }
}

function post(agent: Agent, url: string, { headers, body }: Attack): Promise<number> {
  return new Promise((resolve, reject) => {
    const posting = request(
      `${url}/api/messages`,
      {
        method: 'POST',
        agent,
        timeout: GIVES_UP_AFTER_MS,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
        answer.once('error', reject)
      },
    )
    posting.once('timeout', () => posting.destroy(new Error('no answer')))
    posting.once('error', reject)
    posting.end(body)
  })
}
