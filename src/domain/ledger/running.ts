import type { Day } from '../day.js'
import type { Holding } from './holding.js'

/** Whether the holding has begun and, up to its maturity day included, not ended; unknown days do not count against it. */
export function isRunning({ startsOn, maturesOn }: Holding, on: Day): boolean {
  return (startsOn === undefined || startsOn <= on) && (maturesOn === undefined || on <= maturesOn)
}
