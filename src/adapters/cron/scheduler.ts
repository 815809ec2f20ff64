import cron from 'node-cron'
import type { Job } from '../../delivery/job.js'
import { type Beat, planBeat } from '../../delivery/plan-beat.js'
import type { Clock, Log, Timer } from '../../ports/ports.js'

export interface SchedulerDeps {
  /** The bank's, in which the slots of the jobs are read. */
  readonly timeZone: string
  readonly clock: Clock
  readonly timer: Pick<Timer, 'elapsedMs'>
  readonly log: Log
  /** How long after the minute has begun it wakes; absent: at once. */
  readonly afterMinuteMs?: number
}

const MINUTE_MS = 60_000

/**
 * Wakes the jobs, and nothing more. It sleeps to the next minute at most, so that no clock that is set, no machine that slept
 * keeps it from waking; node-cron, of which this is the only home, says which minute is whose slot. A run that is
 * still going keeps the next from beginning; one that fails is reported and stops nothing.
 */
export function startJobs(
  jobs: readonly Job[],
  { timeZone, clock, timer, log, afterMinuteMs = 0 }: SchedulerDeps,
): { stop(): Promise<void> } {
  const scheduled = jobs.map((job) => ({
    ...job,
    slots: cron.createTask(job.cron, () => undefined, { timezone: timeZone }),
  }))
  const beat = (): Beat => ({ at: clock.now(), elapsedMs: timer.elapsedMs() })
  const busy = new Set<string>()
  let last = beat()
  let sleeping: NodeJS.Timeout

  const wake = (): void => {
    const now = beat()
    const { due, setByMs } = planBeat(last, now, scheduled, ({ slots }, minute) => slots.match(minute))
    last = now
    if (setByMs !== undefined) log.warn('clock.set', { bySeconds: Math.round(setByMs / 1_000) })
    for (const job of due) {
      if (busy.has(job.name)) continue
      busy.add(job.name)
      void runJob(job, log).finally(() => busy.delete(job.name))
    }
    sleep()
  }
  const sleep = (): void => {
    sleeping = setTimeout(wake, MINUTE_MS - (last.at.getTime() % MINUTE_MS) + afterMinuteMs)
  }
  sleep()
  return {
    async stop() {
      clearTimeout(sleeping)
      await Promise.all(scheduled.map(({ slots }) => slots.destroy()))
    },
  }
}

export async function runJob(job: Omit<Job, 'cron'>, log: Log): Promise<void> {
  try {
    const report = await job.run()
    const isIdle = Object.values(report).every((count) => count === 0)
    if (!isIdle) log.info('job.done', { job: job.name, ...report })
  } catch (error) {
    log.error('job.failed', error, { job: job.name })
  }
}
