import type { Day } from '../day.js'
import type { Cover, CoverMade } from './cover.js'
import type { Desk } from './desk.js'

/** The desk with a cover, in the place of one for the same colleague; covers that were over before its first day go. */
export function withCover(desk: Desk, cover: Cover, made: Omit<CoverMade, 'before'>): Desk {
  const covers = desk.covers ?? []
  const old = covers.find(({ managerId, until }) => managerId === cover.managerId && until >= cover.from)
  const others = covers.filter((c) => c.managerId !== cover.managerId && c.until >= cover.from)
  const before = old === undefined ? {} : { before: { from: old.from, until: old.until } }
  return { ...desk, covers: [...others, { ...cover, made: { ...made, ...before } }] }
}

/** The desk without the cover for a colleague, or with `again` in its place. */
export function withoutCover(desk: Desk, managerId: string, again?: Cover): Desk {
  const others = (desk.covers ?? []).filter((c) => c.managerId !== managerId)
  return { ...desk, covers: again === undefined ? others : [...others, again] }
}

/** The colleagues whose books are looked after on that day. */
export function coveredOn(desk: Pick<Desk, 'covers'>, on: Day): readonly string[] {
  return (desk.covers ?? []).filter((c) => c.from <= on && on <= c.until).map((c) => c.managerId)
}
