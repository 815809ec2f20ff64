import type { Delivery } from '../manager/delivery.js'
import type { Desk } from '../manager/desk.js'

const MS_PER_DAY = 86_400_000

/**
 * The desk after any activity of the manager: the messenger is answered where it last wrote from, what stood in the way
 * before (a refusal, a 404) is past, and what had arrived has been seen. The same desk where all that is known already,
 * at most once a day rewritten.
 */
export function heardFrom(before: Desk, reference: unknown, at: string): Desk {
  const desk = before.deliveries.some(isUnseen)
    ? {
        ...before,
        deliveries: before.deliveries.map((row) => (isUnseen(row) ? { ...row, seenAt: at } : row)),
      }
    : before
  const known = desk.reference !== undefined && JSON.stringify(desk.reference) === JSON.stringify(reference)
  const isFresh = Date.parse(at) - Date.parse(desk.referenceAt ?? '') < MS_PER_DAY
  if (known && isFresh && desk.suspendedSince === undefined && desk.notFoundOn === undefined) return desk
  const { suspendedSince: _, notFoundOn: __, ...rest } = desk
  return { ...rest, reference, referenceAt: at }
}

function isUnseen({ state, seenAt }: Delivery): boolean {
  return state === 'sent' && seenAt === undefined
}

/** The desk after the assistant was removed: nothing may be pushed until it is installed again. */
export function uninstalled(desk: Desk): Desk {
  if (desk.reference === undefined) return desk
  const { reference: _, referenceAt: __, notFoundOn: ___, ...rest } = desk
  return rest
}
