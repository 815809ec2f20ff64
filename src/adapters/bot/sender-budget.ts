import { LRUCache } from 'lru-cache'

/** More than the managers of a bank that write within a minute. */
const REMEMBERED_SENDERS = 20_000

/**
 * How much one sender may ask for: `perMinute` at once, and as much again over each minute after. Who has used it up is
 * refused, and takes nothing from others. Count only senders whose signature holds, or anyone could use up another's.
 */
export function senderBudget(perMinute: number, now: () => number) {
  const known = new LRUCache<string, { left: number; at: number }>({ max: REMEMBERED_SENDERS })
  return {
    /** Undefined where the sender may go on; else the seconds until it may. */
    take(sender: string): number | undefined {
      const at = now()
      const seen = known.get(sender) ?? { left: perMinute, at }
      // A clock that was set back gives nothing and takes nothing.
      const regained = (Math.max(0, at - seen.at) / 60_000) * perMinute
      const left = Math.min(perMinute, seen.left + regained)
      if (left < 1) {
        known.set(sender, { left, at })
        return Math.ceil(((1 - left) * 60) / perMinute)
      }
      known.set(sender, { left: left - 1, at })
      return undefined
    },
  }
}
