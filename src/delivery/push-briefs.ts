import type { Manager } from '../domain/manager/manager.js'
import type { Managers } from '../ports/ports.js'
import { type PushDeps, type PushResult, push, settleInterrupted } from '../usecases/delivery/push.js'
import type { JobReport } from './job.js'
import type { Pace } from './pace.js'
import { planDue, type Reach } from './plan-due.js'

export interface PushBriefsDeps extends PushDeps {
  readonly managers: Managers
  readonly pace: Pace
  /** Messages under way at a time; 16 where it is absent, for slow answers would heap up at 15 a second. */
  readonly atOnce?: number
}

/** Attempts for one manager in one run; after that the next minute goes on. */
const ATTEMPTS_A_RUN = 8

/**
 * The minute's work: settles what an ended process left open, then sends every due push, one bad manager never stopping
 * the others. What the messenger asks to be sent again goes to the end of the queue; who is due is decided anew at every
 * attempt, so that nobody is sent anything after the cut-off however long the queue.
 */
export function pushBriefs(deps: PushBriefsDeps) {
  const { managers, desks, calendar, cutOff, clock, log, atOnce = 16 } = deps
  const evening = deps.wrapUpTime === undefined ? {} : { wrapUpTime: deps.wrapUpTime }
  const pushTo = push(deps)
  let running: Promise<JobReport> | undefined
  let isStopped = false
  let signalStop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    signalStop = resolve
  })

  async function reachAll(): Promise<readonly Reach[]> {
    const all: Reach[] = []
    for (const manager of managers.all()) {
      const desk = await attempt(manager, () => desks.read(manager.id))
      if (desk !== undefined) all.push({ manager, desk })
    }
    return all
  }

  async function attempt<T>(manager: Manager, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      log.error('push.failed', error, { managerId: manager.id, kind: deps.kind })
      return undefined
    }
  }

  async function run(): Promise<JobReport> {
    const rules = { calendar, cutOff, ...evening, now: clock.now() }
    const plan = planDue(deps.kind, await reachAll(), rules, deps.claims?.now())
    for (const { manager, error } of plan.undecided) {
      log.error('push.failed', error, { managerId: manager.id, kind: deps.kind })
    }
    let left = 0
    for (const manager of plan.interrupted) {
      left += (await attempt(manager, () => settleInterrupted(deps, manager.id))) ?? 0
    }
    return { ...(await sendAll(plan.due)), interrupted: left }
  }

  async function sendAll(due: readonly Manager[]): Promise<JobReport> {
    const queue = due.map((manager) => ({ manager, attempts: 0 }))
    const underWay = new Set<Promise<void>>()
    const counts = { sent: 0, unknown: 0, failed: 0, suspended: 0, postponed: 0 }

    const sendOne = async (next: { manager: Manager; attempts: number }): Promise<void> => {
      const result = await attempt(next.manager, () => pushTo(next.manager))
      if (result === undefined) counts.failed++
      if (result?.kind !== 'attempted') return
      keepPace(deps.pace, result)
      const { state, outcome } = result
      const isAsked = outcome.kind === 'throttled' || outcome.kind === 'try-again'
      if (isAsked && next.attempts + 1 < ATTEMPTS_A_RUN) {
        queue.push({ ...next, attempts: next.attempts + 1 })
      } else counts[state === 'planned' || state === 'sending' ? 'postponed' : state]++
    }

    while (!isStopped && (queue.length > 0 || underWay.size > 0)) {
      if (queue.length === 0 || underWay.size === atOnce) {
        await Promise.race(underWay)
        continue
      }
      await Promise.race([deps.pace.ready(), stopped])
      const next = queue.shift()
      if (next === undefined || isStopped) continue
      const sending = sendOne(next).finally(() => underWay.delete(sending))
      underWay.add(sending)
    }
    await Promise.all(underWay)
    return counts
  }

  return {
    /** One run; while one goes on, another does nothing. */
    async tick(): Promise<JobReport> {
      if (running !== undefined || isStopped) return {}
      running = run()
      try {
        return await running
      } finally {
        running = undefined
      }
    },
    /** Begins no further message; resolves when those under way are written down. */
    async stop(): Promise<void> {
      isStopped = true
      signalStop()
      await running?.catch(() => undefined)
    },
  }
}

/** A 429 is for everybody; so is a messenger or a token that cannot be had at all. */
function keepPace(pace: Pace, { outcome }: PushResult & { kind: 'attempted' }): void {
  if (outcome.kind === 'throttled') pace.brake(outcome.retryAfterMs)
  if (outcome.kind === 'not-sent' && outcome.why !== 'bad-reference') pace.brake()
  if (outcome.kind === 'sent') pace.release()
}
