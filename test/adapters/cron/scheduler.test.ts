import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runJob, startJobs } from '../../../src/adapters/cron/scheduler.js'
import { keptLog } from '../../support/log.js'

const AT_THE_BANK = {
  timeZone: 'Asia/Shanghai',
  clock: { now: () => new Date() },
  timer: { elapsedMs: () => performance.now() },
}

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
      { ...AT_THE_BANK, log },
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

  it.each([
    { what: 'set back by an hour', to: '2026-11-22T23:31:10Z', bySeconds: -3_600 },
    { what: 'set ahead by five hours', to: '2026-11-23T05:31:10Z', bySeconds: 18_000 },
  ])('goes on each minute after the clock was $what, and says so once', async ({ to, bySeconds }) => {
    const log = keptLog()
    const runs: string[] = []
    const minutely = {
      name: 'minutely',
      cron: '* * * * *',
      async run() {
        runs.push(new Date().toISOString())
        return {}
      },
    }
    const jobs = startJobs([minutely], { ...AT_THE_BANK, log })
    await vi.advanceTimersByTimeAsync(72_000) // to 00:31:10
    expect(runs).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-23T00:31:00.000Z'])
    vi.setSystemTime(new Date(to))
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(runs.length).toBeGreaterThanOrEqual(12)
    expect(log.lines).toEqual([{ level: 'warn', event: 'clock.set', fields: { bySeconds } }])
    await jobs.stop()
  })
})

describe('runJob', () => {
  it('reports what was done, and is silent where nothing was', async () => {
    const log = keptLog()
    await runJob({ name: 'briefs', run: async () => ({ sent: 0 }) }, log)
    await runJob({ name: 'briefs', run: async () => ({ sent: 2 }) }, log)
    expect(log.lines).toEqual([{ level: 'info', event: 'job.done', fields: { job: 'briefs', sent: 2 } }])
  })
})
