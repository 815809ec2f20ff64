import { Pool, type PoolConfig } from 'pg'
import { survive } from './session.js'

/** How many connections one process holds at most, by what they are for. */
export const CONNECTIONS = { turns: 12, apart: 4, upkeep: 2, health: 1 } as const

/** A turn that finds no connection in this time is answered "one moment". */
const CONNECT_WITHIN_MS = 10_000
/** However often it is asked, the database is asked once in this time. */
const ASKED_EVERY_MS = 1_000
/** Whoever asks whether all is well waits no longer than that. */
const HEALTH_WITHIN_MS = 2_000

/**
 * Pools apart, so that nobody waits for themselves: work that is never a part of other work has connections of its own, for it is
 * asked for in the midst of work that holds one already; and so has upkeep, which is to be seen when all others are taken.
 */
export interface Pools {
  readonly turns: Pool
  readonly apart: Pool
  readonly upkeep: Pool
  /** Tells within seconds whether the server answers. */
  readonly health: Pool
  end(): Promise<void>
}

export interface PoolsOptions {
  readonly url: string
  /** Hears of connections that ended while nobody used them. */
  readonly lost: (error: Error) => void
}

export function openPools({ url, lost }: PoolsOptions): Pools {
  const open = (max: number, more: Partial<PoolConfig> = {}) => {
    const pool = new Pool({
      connectionString: url,
      application_name: 'daybook',
      max,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      // Statements of one transaction go out one behind the other, without waiting for each answer.
      pipeline: true,
      ...more,
    })
    pool.on('connect', survive)
    pool.on('error', lost)
    return pool
  }
  const pools = {
    turns: open(CONNECTIONS.turns),
    apart: open(CONNECTIONS.apart),
    upkeep: open(CONNECTIONS.upkeep),
    health: open(CONNECTIONS.health, {
      connectionTimeoutMillis: HEALTH_WITHIN_MS,
      query_timeout: HEALTH_WITHIN_MS,
    }),
  }
  return {
    ...pools,
    async end() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

/** Whether the database answers, asked on connections that nothing else uses. */
export function healthOf(pool: Pool): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(false)
  return () => {
    if (performance.now() - askedAt >= ASKED_EVERY_MS) {
      askedAt = performance.now()
      answer = pool.query('select 1').then(
        () => true,
        () => false,
      )
    }
    return answer
  }
}
