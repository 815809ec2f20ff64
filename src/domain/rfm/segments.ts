import type { Customer } from '../customer/customer.js'
import type { RfmScore, Segment } from './rfm.js'

/** A customer with their score in the branch. */
export interface Scored {
  readonly customer: Customer
  readonly score: RfmScore
}

/**
 * A group of customers that can be asked for by name (Handbook §6): a segment; `profitable`, the profit proxy, at risk or
 * not; `highest`, everybody who has a transaction in the window.
 */
export type Group = Segment | 'profitable' | 'highest'

const IN_GROUP = {
  profitable: ({ profitable }) => profitable,
  highest: ({ facts }) => facts !== undefined,
} as const satisfies Record<string, (score: RfmScore) => boolean>

/** The customers of a group, the highest score first: R + F + M, then M, F, R, then by id (Handbook §8.12). */
export function groupOf(
  customers: readonly Customer[],
  scores: ReadonlyMap<string, RfmScore>,
  group: Group,
): readonly Scored[] {
  const isIn =
    group === 'profitable' || group === 'highest'
      ? IN_GROUP[group]
      : ({ segment }: RfmScore) => segment === group
  return customers
    .flatMap((customer) => {
      const score = scores.get(customer.id)
      return score !== undefined && isIn(score) ? [{ customer, score }] : []
    })
    .sort(highestFirst)
}

/** R + F + M. */
export function sumOf({ r, f, m }: RfmScore): number {
  return r + f + m
}

function highestFirst(a: Scored, b: Scored): number {
  return (
    sumOf(b.score) - sumOf(a.score) ||
    b.score.m - a.score.m ||
    b.score.f - a.score.f ||
    b.score.r - a.score.r ||
    (a.customer.id < b.customer.id ? -1 : 1)
  )
}
