import type { Who } from './handler.js'

/** The customers chosen so far, and on over those after them who can be only one; it ends at the first to be asked about. */
export function chosenClear(who: readonly Who[], chosen: readonly string[] = []): readonly string[] {
  const clear = [...chosen]
  for (const { candidates } of who.slice(chosen.length)) {
    const [only, ...others] = candidates
    if (only === undefined || others.length > 0) break
    clear.push(only)
  }
  return clear
}
