import type { SendSlots, Timer } from '../ports/ports.js'
import { type Pace, pace } from './pace.js'

/** Slots are reserved for so long at once, and are over as long after their time: whoever ends takes no more with them. */
const RESERVED_MS = 500
/** Where they cannot be asked for now. */
const ASK_AGAIN_MS = 1_000

/**
 * The same pace kept by all processes together: each reserves the next few moments at which a message may leave. A brake that
 * one of them pulls holds the others with the next they ask for. Where nobody can be asked it goes on slowly: what is sent
 * has to be claimed in the same place, and comes to nothing there.
 */
export function sharedPace(perSecond: number, slots: SendSlots, timer: Timer): Pace {
  const own = pace(perSecond, timer)
  const gapMs = 1_000 / perSecond
  const atOnce = Math.max(1, Math.floor(RESERVED_MS / gapMs))
  /** Moments by the timer, ascending. */
  let reserved: number[] = []

  async function reserve(): Promise<void> {
    const first = timer.elapsedMs() + (await slots.reserve(atOnce * gapMs))
    reserved = Array.from({ length: atOnce }, (_, nth) => first + nth * gapMs)
  }

  return {
    async ready() {
      await own.ready()
      reserved = reserved.filter((at) => at >= timer.elapsedMs() - RESERVED_MS)
      if (reserved.length === 0) {
        try {
          await reserve()
        } catch {
          return timer.wait(ASK_AGAIN_MS)
        }
      }
      const at = reserved.shift() ?? 0
      const waitMs = at - timer.elapsedMs()
      if (waitMs > 0) await timer.wait(waitMs)
    },
    unused() {
      own.unused()
      reserved.unshift(timer.elapsedMs())
    },
    brake(forMs) {
      const heldMs = own.brake(forMs)
      if (heldMs === 0) return 0
      reserved = []
      slots.brake(heldMs).catch(() => {}) // this process keeps it in any case
      return heldMs
    },
    release: own.release,
  }
}
