import type { Day } from '../day.js'

/**
 * Since when conditions have held that leave no day in the bank's files: the day they were first seen at an import. A
 * condition that ends loses its day, so that one that begins again is new (Handbook §9).
 */
export type FirstSeen = Readonly<Record<string, Day>>
