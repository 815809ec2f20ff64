/**
 * The facts after a row of a bank's file: a column the file does not have (`undefined`) changes nothing, a value is
 * taken, an empty cell (`null`) clears the fields named in `cleared` and leaves every other as it was.
 */
export function mergeRow<T extends object>(
  current: T,
  row: { readonly [Field in keyof T]?: T[Field] | null | undefined },
  cleared: ReadonlySet<keyof T>,
): T {
  const merged: Partial<T> = { ...current }
  for (const field of Object.keys(row) as (keyof T)[]) {
    const value = row[field]
    if (value === undefined || value === null) {
      if (value === null && cleared.has(field)) delete merged[field]
    } else merged[field] = value
  }
  return merged as T // every field that T requires was in `current` or cannot be null in a row
}

/** The items of a list by what `keyOf` says of them, each group in the order of the list. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
