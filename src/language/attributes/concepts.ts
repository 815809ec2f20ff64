import type { Attribute } from '../../domain/customer/attribute-query.js'
import { matchesIn } from '../text/matches-in.js'
import type { AttributeHit } from './attribute-hit.js'

/** One attribute and the words for it, as parts of a pattern on folded text. */
export interface AttributeConcept {
  readonly attribute: Attribute
  readonly zh?: readonly string[]
  readonly en?: readonly string[]
}

/** @throws SyntaxError where a part is no pattern. */
export function createConceptReader(
  concepts: readonly AttributeConcept[],
): (folded: string) => readonly AttributeHit[] {
  const patterns = concepts.map(({ attribute, zh = [], en = [] }) => ({
    attribute,
    pattern: new RegExp(
      [...zh, ...(en.length === 0 ? [] : [`(?<![a-z0-9])(?:${en.join('|')})(?![a-z0-9])`])].join('|'),
      'g',
    ),
  }))
  return (folded) =>
    patterns.flatMap(({ attribute, pattern }) =>
      matchesIn(folded, pattern).map((match) => ({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        attribute,
        ...(OWN_NEGATION.test(match[0]) ? { whole: true as const } : {}),
      })),
    )
}

const OWN_NEGATION = /^(?:没|未|缺|从|还没|with|without|no |not |never|missing|only|nothing)/
