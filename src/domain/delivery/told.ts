import type { Desk } from '../desk.js'

/**
 * Movements that an evening wrap-up has shown, as `movementKey` writes them (Handbook §9, Movements). One that may not
 * have arrived does not count: the morning then tells of it, for twice is better than not at all.
 */
export function toldMovements({ deliveries }: Desk): ReadonlySet<string> {
  return new Set(
    deliveries.flatMap(({ kind, state, told }) =>
      kind === 'wrap-up' && state === 'sent' ? (told ?? []) : [],
    ),
  )
}
