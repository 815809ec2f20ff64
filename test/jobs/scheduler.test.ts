import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runJob, startJobs } from '../../src/jobs/scheduler.js'
import { keptLog } from '../support/log.js'

describe('startJobs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T00:29:58Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('wakes a job each minute, one run at a time, and another though the first fails', async () => {
    const log = keptLog()
    const runs: string[] = []
    let finish = (): void => {}
    const jobs = startJobs(
      [
        {
          name: 'slow',
          cron: '* * * * *',
          async run() {
            runs.push('slow')
            await new Promise<void>((resolve) => {
              finish = resolve
            })
            return {}
          },
        },
        {
          name: 'bad',
          cron: '* * * * *',
          async run() {
            runs.push('bad')
            throw new Error('no disk')
          },
        },
      ],
      'Asia/Shanghai',
      log,
    )
    await vi.advanceTimersByTimeAsync(3_000)
    expect(runs.toSorted()).toEqual(['bad', 'slow'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(runs.toSorted()).toEqual(['bad', 'bad', 'slow'])
    finish()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(runs.toSorted()).toEqual(['bad', 'bad', 'bad', 'slow', 'slow'])
    expect(log.lines.filter(({ event }) => event === 'job.failed')).toHaveLength(3)
    await jobs.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(runs).toHaveLength(5)
  })
})

describe('runJob', () => {
  it('reports what was done, and is silent where nothing was', async () => {
    const log = keptLog()
    await runJob({ name: 'briefs', cron: '', run: async () => ({ sent: 0 }) }, log)
    await runJob({ name: 'briefs', cron: '', run: async () => ({ sent: 2 }) }, log)
    expect(log.lines).toEqual([{ level: 'info', event: 'job.done', fields: { job: 'briefs', sent: 2 } }])
  })
})
