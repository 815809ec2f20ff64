import type { Day } from '../day.js'
import { type Movement, movementKey } from '../ledger/movements.js'
import type { Desk } from '../manager/desk.js'
import { findDelivery } from '../manager/ledger-of-sends.js'
import type { TakenOver } from '../manager/taken-over.js'

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

/** Of some movements those that neither the evening before, today's brief nor an alert of today has told. */
export function untoldOf(movements: readonly Movement[], desk: Desk, today: Day): readonly Movement[] {
  const brief = findDelivery(desk, today, 'brief')
  const alert = findDelivery(desk, today, 'alert')
  const told = new Set([
    ...toldMovements(desk),
    ...(brief?.told ?? []),
    // One that waits to be sent, for the first time or again, has not told yet.
    ...(alert === undefined || alert.state === 'planned' ? [] : (alert.told ?? [])),
  ])
  // A brief that was opened and not pushed has told of every day before today.
  const wasOpened = brief !== undefined && brief.told === undefined
  return movements.filter(
    ({ customer, on }) => !told.has(movementKey(customer.id, on)) && !(wasOpened && on < today),
  )
}

/** What was handed over and has not been told; one that waits to be sent, for the first time or again, has not. */
export function untoldTakenOver({ takenOver = [], deliveries }: Desk): readonly TakenOver[] {
  const told = new Set(
    deliveries.flatMap(({ kind, state, told = [] }) =>
      kind === 'hand-over' && state !== 'planned' ? told : [],
    ),
  )
  return takenOver.filter(({ id }) => !told.has(id))
}
