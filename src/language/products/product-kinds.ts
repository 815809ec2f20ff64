import type { ProductKind } from '../../domain/ledger/holding.js'
import { matchesIn } from '../text/matches-in.js'

/** The words for one kind of product, as parts of a pattern on folded text. */
export interface KindWords {
  readonly kind: ProductKind
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export interface KindMention {
  readonly kind: ProductKind
  readonly start: number
  readonly end: number
}

/** Kinds of product that are named, negated ones too; of two words at one place the longer counts (债券基金 is a fund). */
export type KindReader = (folded: string) => readonly KindMention[]

export function createKindReader(words: readonly KindWords[]): KindReader {
  const patterns = words.map(({ kind, zh, en }) => ({
    kind,
    pattern: new RegExp(
      [...zh, ...(en.length === 0 ? [] : [`(?<![a-z0-9])(?:${en.join('|')})(?![a-z0-9])`])].join('|'),
      'g',
    ),
  }))
  return (folded) => {
    const all = patterns.flatMap(({ kind, pattern }) =>
      matchesIn(folded, pattern).map((m) => ({ kind, start: m.index, end: m.index + m[0].length })),
    )
    all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    const chosen: KindMention[] = []
    for (const mention of all) {
      if (!chosen.some((c) => mention.start < c.end && c.start < mention.end)) chosen.push(mention)
    }
    return chosen.sort((a, b) => a.start - b.start)
  }
}

export function namedKinds(mentions: readonly KindMention[]): readonly ProductKind[] {
  return [...new Set(mentions.map((m) => m.kind))].sort()
}
