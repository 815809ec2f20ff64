/** Something that is never deleted: what was taken back is marked. */
interface Entry {
  readonly id: string
  readonly withdrawn?: true
}

/** The entries that count now and did not before, as they are. */
export function added<E extends Entry>(before: readonly E[], after: readonly E[]): readonly E[] {
  const counted = new Set(before.filter(counts).map(({ id }) => id))
  return after.filter((entry) => counts(entry) && !counted.has(entry.id))
}

/** The entries that counted before and do not now, as they were. */
export function gone<E extends Entry>(before: readonly E[], after: readonly E[]): readonly E[] {
  return added(after, before)
}

function counts({ withdrawn }: Entry): boolean {
  return withdrawn !== true
}
