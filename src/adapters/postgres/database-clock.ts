import type { Pool } from 'pg'
import type { Clock } from '../../ports/ports.js'

/** A clock of a machine goes wrong by less than a millisecond in this time. */
const MEASURE_EVERY_MS = 15_000

/** The clock of the database, by which all processes agree whatever their own say. */
export class DatabaseClock implements Clock {
  #database = 0
  #here = Number.NEGATIVE_INFINITY

  constructor(private readonly pool: Pool) {}

  /** Asks the database where it was not asked of late. To be done once before `now` is used. */
  async measure(): Promise<void> {
    if (performance.now() - this.#here < MEASURE_EVERY_MS) return
    const before = performance.now()
    const { rows } = await this.pool.query<{ ms: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
    )
    this.#here = (before + performance.now()) / 2
    this.#database = rows[0]!.ms
  }

  now(): Date {
    return new Date(this.#database + performance.now() - this.#here)
  }
}
