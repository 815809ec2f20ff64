import type { Day } from '../day.js'
import type { Holding } from './holding.js'

/**
 * Whether the holding has begun and, up to its maturity day included, not ended; unknown days do not count against it.
 * From the day on which the bank's file no longer has it, it has ended whatever its maturity.
 */
export function isRunning({ startsOn, maturesOn, endedOn }: Holding, on: Day): boolean {
  return (
    (startsOn === undefined || startsOn <= on) &&
    (maturesOn === undefined || on <= maturesOn) &&
    (endedOn === undefined || on < endedOn)
  )
}

/** Whether the bank's file no longer has it. */
export function hasEnded({ endedOn }: Holding, on: Day): boolean {
  return endedOn !== undefined && endedOn <= on
}

/** Whether its maturity came, or is still to come: what the bank's file ended before has none. */
export function reachesMaturity({ maturesOn, endedOn }: Holding): boolean {
  return maturesOn !== undefined && (endedOn === undefined || maturesOn <= endedOn)
}
