import type { Clock, Timer } from '../../src/ports/ports.js'

export interface TestClock extends Clock, Timer {
  /** Sets the time; it may also go back. */
  moveTo(iso: string): void
  /** How long the code under test has waited so far, in milliseconds. */
  readonly waitedMs: number
}

/** A clock that stands still until it is moved; whoever waits on it has waited at once. */
export function testClock(start: string): TestClock {
  let at = Date.parse(start)
  let waitedMs = 0
  let elapsedMs = 0
  return {
    now: () => new Date(at),
    moveTo(iso) {
      elapsedMs += Math.max(0, Date.parse(iso) - at)
      at = Date.parse(iso)
    },
    elapsedMs: () => elapsedMs,
    async wait(ms) {
      elapsedMs += ms
      at += ms
      waitedMs += ms
    },
    get waitedMs() {
      return waitedMs
    },
  }
}
