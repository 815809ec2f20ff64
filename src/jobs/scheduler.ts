import cron from 'node-cron'
import type { Log } from '../usecases/ports.js'
import type { Job } from './job.js'

/**
 * The only home of node-cron. It skips what it is late for and forgets over a restart, so it wakes the jobs and nothing
 * more. A run that is still going keeps the next from beginning; one that fails is reported and stops nothing.
 */
export function startJobs(jobs: readonly Job[], timeZone: string, log: Log): { stop(): Promise<void> } {
  const tasks = jobs.map((job) =>
    cron.schedule(job.cron, () => runJob(job, log), {
      name: job.name,
      timezone: timeZone,
      noOverlap: true,
      logger: noticesOf(job, log),
    }),
  )
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()))
    },
  }
}

export async function runJob(job: Job, log: Log): Promise<void> {
  try {
    const report = await job.run()
    const isIdle = Object.values(report).every((count) => count === 0)
    if (!isIdle) log.info('job.done', { job: job.name, ...report })
  } catch (error) {
    log.error('job.failed', error, { job: job.name })
  }
}

/** node-cron would write to the console; all it has to say is that a minute was missed or is still busy. */
function noticesOf(job: Job, log: Log) {
  return {
    info: () => undefined,
    debug: () => undefined,
    warn: () => log.warn('job.late', { job: job.name }),
    error: (notice: string | Error) => log.error('job.late', notice, { job: job.name }),
  }
}
