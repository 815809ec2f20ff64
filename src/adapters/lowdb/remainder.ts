import type { Remainder, RemainderKind } from '../../ports/remainder.js'
import type { Collection } from './collection.js'
import { type Shelves, type Slip, UNCLEAR } from './shelves.js'
import type { StoreUnits } from './units.js'

/** What else is in the files of a home. */
export function remainderOf(shelves: Shelves, units: StoreUnits): Remainder {
  const { conversations, notes, turns, unclear } = shelves
  const put = <T>(shelf: Collection<T>, key: string, value: T) =>
    units.within((unit) => unit.change(shelf, key, () => ({ value, result: undefined })))
  const slips: Partial<Record<RemainderKind, Collection<Slip>>> = { conversations, notes }
  return {
    async keys(kind) {
      if (kind !== 'unclear') return { conversations, notes, turns }[kind].keys()
      return (await unclear.read(UNCLEAR)).length === 0 ? [] : [UNCLEAR]
    },
    async read(kind, key) {
      const slip = slips[kind]
      if (slip !== undefined) return (await slip.read(key)).value
      return kind === 'turns' ? turns.read(key) : unclear.read(UNCLEAR)
    },
    put(kind, key, value) {
      const slip = slips[kind]
      if (slip !== undefined) return put(slip, key, { value })
      // As it is written it goes through the schema of its kind.
      return kind === 'turns' ? put(turns, key, value as never) : put(unclear, UNCLEAR, value as never)
    },
    append: (entries) =>
      units.within(async (unit) => {
        for (const entry of entries) unit.record(entry)
      }),
  }
}
