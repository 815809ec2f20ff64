import type { Day } from '../day.js'

/** Customers handed over by a colleague at one time. */
export interface TakenOver {
  /** Also the key by which it is told once. */
  readonly id: string
  readonly from: string
  readonly on: Day
  readonly customerIds: readonly string[]
  /** Who did it: a branch head, or whoever runs the program. Absent in what was kept before it was noted. */
  readonly by?: string
}
