import type { Clock, Timer } from '../usecases/ports.js'

/** A brake asked for without a time begins with this wait and doubles. */
const FIRST_BRAKE_MS = 1_000
const LONGEST_BRAKE_MS = 60_000

export interface Pace {
  /** Resolves when the next message may leave. One caller at a time. */
  ready(): Promise<void>
  /** The messenger asks everybody to slow down, for so long where it said how long. */
  brake(forMs?: number): void
  /** A message has arrived: the next brake without a time begins small again. */
  release(): void
}

/**
 * A token bucket of one: messages leave evenly, at most `perSecond` in any second, whoever they are for; and a brake
 * that stops them all.
 */
export function pace(perSecond: number, clock: Clock, timer: Timer): Pace {
  const gapMs = 1_000 / perSecond
  let nextAt = 0
  let brakedUntil = 0
  let step = FIRST_BRAKE_MS
  const now = () => clock.now().getTime()

  return {
    async ready() {
      // A brake may be pulled while one waits.
      for (let waitMs = nextAt - now(); waitMs > 0; waitMs = nextAt - now()) await timer.wait(waitMs)
      nextAt = Math.max(nextAt, now()) + gapMs
    },
    brake(forMs) {
      // Messages that were under way when the first was turned away are turned away for the same reason.
      if (forMs === undefined && now() < brakedUntil) return
      brakedUntil = Math.max(brakedUntil, now() + (forMs ?? step))
      nextAt = Math.max(nextAt, brakedUntil)
      if (forMs === undefined) step = Math.min(step * 2, LONGEST_BRAKE_MS)
    },
    release() {
      step = FIRST_BRAKE_MS
    },
  }
}
