import { canonical } from '../domain/fingerprint.js'
import { type Keyed, keyOf } from '../domain/occasions/handed-in.js'

/** The list with the rows merged in, new things at its end; the same list where nothing changed. */
export function takeInto<Thing extends Keyed, Row extends Keyed>(
  things: readonly Thing[],
  rows: readonly { readonly row: Row }[],
  merge: (current: Thing | undefined, row: Row) => Thing,
  tell: (made: Thing | undefined, before: Thing | null) => void,
): readonly Thing[] {
  const byKey = new Map(things.map((thing) => [keyOf(thing), thing]))
  let hasChanged = false
  for (const { row } of rows) {
    const current = byKey.get(keyOf(row))
    const merged = merge(current, row)
    if (current !== undefined && canonical(current) === canonical(merged)) {
      tell(undefined, current)
      continue
    }
    byKey.set(keyOf(row), merged)
    hasChanged = true
    tell(merged, current ?? null)
  }
  return hasChanged ? [...byKey.values()] : things
}
