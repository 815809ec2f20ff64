import { join } from 'node:path'
import { SERVER_PROGRAMS, startServer } from '../../test/support/postgres-server.js'
import { driveReplicas } from '../../test/support/replicas/drive.js'
import type { Soak } from './report.js'

/** The whole form, `--count 20000`: managers. The fewer there are, the more kills and stops fall on each. */
const MANAGERS = 20_000
const KILLS = { least: 20, managersEach: 200, everyMs: 3_000 } as const
const STOPS = { least: 2, killsEach: 20 } as const
const SPEAKERS = 12
const MOST_PER_SECOND = 15

/**
 * Three replicas on one database whose clocks are 90 seconds apart: replicas killed at random, the database stopped and started, a
 * messenger of whose answers two in five are a fault, and managers who talk meanwhile.
 */
export const soakReplicas: Soak = async ({ seed, count: managers = MANAGERS, progress }) => {
  if (SERVER_PROGRAMS === undefined) return { broken: ['PostgreSQL is not installed here'], figures: {} }
  const server = await startServer()
  try {
    const kills = Math.max(KILLS.least, Math.floor(managers / KILLS.managersEach))
    // There is something to send as long as there is somebody to kill.
    const seconds = (kills * KILLS.everyMs) / 1_000
    const { violations, ...figures } = await driveReplicas({
      server,
      entry: join(import.meta.dirname, '../../test/support/replicas/replica.js'),
      managers,
      speakers: SPEAKERS,
      kills,
      stops: Math.max(STOPS.least, Math.floor(kills / STOPS.killsEach)),
      killEveryMs: KILLS.everyMs,
      seed,
      perSecond: Math.min(MOST_PER_SECOND, Math.ceil(managers / seconds / 2)),
      claimedForMs: 20_000,
      minuteMs: 1_000,
      withinMs: 600_000,
      progress: (done) => progress(done, kills),
    })
    return { broken: violations, figures }
  } finally {
    await server.stop()
  }
}
