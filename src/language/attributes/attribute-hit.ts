import type { Attribute } from '../../domain/customer/attribute-query.js'

/** Words of the folded text that say one attribute. */
export interface AttributeHit {
  readonly start: number
  readonly end: number
  readonly attribute: Attribute
  /** The words say "not" themselves: 没联系 is no negation of 联系. */
  readonly whole?: true
}

/** Hits left to right without overlaps: those of an earlier list win, of one list the longer. */
export function withoutOverlaps(lists: readonly (readonly AttributeHit[])[]): readonly AttributeHit[] {
  const chosen: AttributeHit[] = []
  for (const hits of lists) {
    const longestFirst = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    for (const hit of longestFirst)
      if (!chosen.some((c) => hit.start < c.end && c.start < hit.end)) chosen.push(hit)
  }
  return chosen.sort((a, b) => a.start - b.start)
}
