import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openStore } from '../src/adapters/lowdb/store.js'
import { rulesOf } from '../src/compose/daybook.js'
import { loadConfig } from '../src/config/config.js'
import { pace } from '../src/delivery/pace.js'
import { pushMinute } from '../src/delivery/push-minute.js'
import { addDays, day } from '../src/domain/day.js'
import type { Store } from '../src/ports/store.js'
import { cutOffOf } from '../src/usecases/delivery/explain-deliveries.js'
import { testClock } from '../test/support/clock.js'
import { noMeter, silentLog } from '../test/support/log.js'
import { NO_EVENTS } from '../test/support/no-events.js'
import { aManager, rosterOf } from '../test/support/roster.js'

const MANAGERS = 1_000
const DAYS = 60
const MINUTES = 20
/** A Tuesday at 13:00: the morning is over, the evening to come. */
const NOW = '2026-11-24T05:00:00Z'
const TODAY = day('2026-11-24')

export interface IdleMinute {
  /** The first one after the start, which reads everything. */
  readonly firstMs: number
  readonly medianMs: number
  /** How long it kept everybody else waiting at most. */
  readonly longestHoldMs: number
}

/** A minute in which nothing is due, for managers of whom each has had what the day had so far; on files. */
export async function benchIdle(): Promise<Record<string, number>> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-idle-'))
  const store = await openStore(home, {
    log: { warn: () => {} },
    newId: () => crypto.randomUUID(),
    now: () => new Date(NOW),
  })
  const kinds = ['brief', 'wrap-up'] as const
  const deliveries = Array.from({ length: DAYS }, (_, back) => addDays(TODAY, back - DAYS + 1)).flatMap(
    (on) =>
      kinds.map(
        (kind) => ({ day: on, kind, state: 'sent', at: NOW, attempts: 1, activityId: 'm1' }) as const,
      ),
  )
  for (let n = 0; n < MANAGERS; n++)
    await store.desks.change(`i${n}`, (desk) => ({
      desk: { ...desk, reference: { to: 'x' }, deliveries },
      result: undefined,
    }))
  const { firstMs, medianMs, longestHoldMs } = await idleMinute(store, MANAGERS)
  await store.close()
  rmSync(home, { recursive: true, force: true })
  return {
    'idle.managers': MANAGERS,
    'idle.firstMs': firstMs,
    'idle.minuteMs': medianMs,
    'idle.longestHoldMs': longestHoldMs,
  }
}

/** Minutes over the managers `i0`, `i1`, … of a store, with everything that a minute looks at. */
export async function idleMinute(store: Store, managers: number): Promise<IdleMinute> {
  const { policy, calendar } = rulesOf(loadConfig({}))
  const clock = testClock(NOW)
  const everyone = Array.from({ length: managers }, (_, n) => aManager({ id: `i${n}` }))
  const { tick } = pushMinute({
    ...store,
    managers: rosterOf(everyone),
    calendar,
    cutOffOf: (kind) => cutOffOf(kind, policy),
    wrapUpTime: policy.wrapUpTime,
    meetingSheetMinutes: policy.meetingSheetMinutes,
    events: NO_EVENTS,
    clock,
    log: silentLog,
    meter: noMeter,
    pace: pace(15, clock),
    wait: clock.wait,
    render: async () => {
      throw new Error('nothing is due')
    },
    send: async () => {
      throw new Error('nothing is due')
    },
  })
  const minute = async () => {
    await store.refresh()
    const before = performance.now()
    const report = await tick()
    if (Object.keys(report).length > 0) throw new Error(`not an idle minute: ${JSON.stringify(report)}`)
    return Math.round((performance.now() - before) * 10) / 10
  }
  const firstMs = await minute()
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const all: number[] = []
  for (let n = 0; n < MINUTES; n++) all.push(await minute())
  loop.disable()
  return {
    firstMs,
    medianMs: all.toSorted((a, b) => a - b)[all.length >> 1]!,
    longestHoldMs: Math.round(loop.max / 1e5) / 10,
  }
}
