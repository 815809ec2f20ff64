import type { Job } from './job.js'

/** An instant, by the clock of the wall and by one that is never set. */
export interface Beat {
  readonly at: Date
  readonly elapsedMs: number
}

export interface BeatPlan<J> {
  /** In the order they were given. */
  readonly due: readonly J[]
  /** By how much the clock was set, in milliseconds: ahead, or back where it is negative. Absent where it was not. */
  readonly setByMs?: number
}

/** Clocks drift, and a busy process looks late; more than this was set by someone. */
const SET_MS = 30_000
/** How far back slots are looked for that nobody was awake at. */
const MOST_MINUTES = 6 * 60
const MINUTE_MS = 60_000

/**
 * Which jobs are to run now: those with a slot in a minute after the last beat, each once however many it missed. After a
 * clock was set back, those of the present minute: a minute may come twice, and a job can be run twice for it.
 */
export function planBeat<J extends Pick<Job, 'cron'>>(
  last: Beat,
  now: Beat,
  jobs: readonly J[],
  isSlot: (job: J, minute: Date) => boolean,
): BeatPlan<J> {
  const setByMs = now.at.getTime() - last.at.getTime() - (now.elapsedMs - last.elapsedMs)
  const present = Math.floor(now.at.getTime() / MINUTE_MS)
  const before = Math.floor(last.at.getTime() / MINUTE_MS)
  const first = before < present ? Math.max(before + 1, present - MOST_MINUTES + 1) : present
  const minutes = Array.from({ length: present - first + 1 }, (_, i) => new Date((present - i) * MINUTE_MS))
  // Of a minute that has had its beat already, nothing more is due unless it has come again.
  const isNew = before !== present || setByMs <= -SET_MS
  return {
    due: isNew ? jobs.filter((job) => minutes.some((minute) => isSlot(job, minute))) : [],
    ...(Math.abs(setByMs) < SET_MS ? {} : { setByMs }),
  }
}
