import type { Timer } from '../ports/ports.js'

/** A brake asked for without a time begins with this wait and doubles. */
const FIRST_BRAKE_MS = 1_000
const LONGEST_BRAKE_MS = 60_000

export interface Pace {
  /** Resolves when the next message may leave. One caller at a time. */
  ready(): Promise<void>
  /** The message that might have left did not: the next may go in its place. */
  unused(): void
  /** The messenger asks everybody to slow down, for so long where it said how long. Gives how long that is; 0: it is heeded already. */
  brake(forMs?: number): number
  /** A message has arrived: the next brake without a time begins small again. */
  release(): void
}

/**
 * A token bucket of one: messages leave evenly, at most `perSecond` in any second, whoever they are for; and a brake
 * that stops them all. It knows no time of day: a clock that is set back by an hour keeps nobody waiting.
 */
export function pace(perSecond: number, timer: Timer): Pace {
  const gapMs = 1_000 / perSecond
  const now = () => timer.elapsedMs()
  let nextAt = now()
  let brakedUntil = nextAt
  let step = FIRST_BRAKE_MS

  return {
    async ready() {
      // A brake may be pulled while one waits.
      for (let waitMs = nextAt - now(); waitMs > 0; waitMs = nextAt - now()) await timer.wait(waitMs)
      nextAt = Math.max(nextAt, now()) + gapMs
    },
    unused() {
      nextAt = Math.max(nextAt - gapMs, brakedUntil)
    },
    brake(forMs) {
      // Messages that were under way when the first was turned away are turned away for the same reason.
      if (forMs === undefined && now() < brakedUntil) return 0
      const heldMs = forMs ?? step
      brakedUntil = Math.max(brakedUntil, now() + heldMs)
      nextAt = Math.max(nextAt, brakedUntil)
      if (forMs === undefined) step = Math.min(step * 2, LONGEST_BRAKE_MS)
      return heldMs
    },
    release() {
      step = FIRST_BRAKE_MS
    },
  }
}
