import { matchesIn } from '../text/matches-in.js'
import type { Pinyin } from '../text/pinyin.js'
import type { NamingLexicon } from './naming-lexicon.js'

/** Words that name somebody. `ids` is empty for a name the book does not have. */
export interface PersonMention {
  readonly start: number
  readonly end: number
  readonly ids: readonly string[]
  /** The form of the book that was nearest, where the words were misspelt. */
  readonly nearest?: string
  /** Whom a name that the book does not have sounds or is spelt like: to be asked about, never taken for. */
  readonly maybe?: readonly string[]
  /** Where a stranger's name stood first, when this is a part of it said once more. */
  readonly again?: number
  /** How it was found; a tail of a phone and a company only narrow or stand for a name. */
  readonly by: 'form' | 'title' | 'company' | 'phone' | 'near' | 'unknown' | 'colleague'
  /** The manager who is meant, where it names a colleague and no customer: `ids` is empty then. */
  readonly colleague?: string
}

export interface NamingTools {
  readonly lexicon: NamingLexicon
  readonly pinyin: Pinyin
  /** Whether two neighbouring characters, or a Latin word, are ordinary words of the trade. */
  readonly isOrdinary: (word: string) => boolean
  /** Whether a Latin word is short or misspelt for one of the trade. */
  readonly isMendable: (word: string) => boolean
  /** Whether the words are a day, whole: 明天, 清明, friday. */
  readonly isDay: (text: string) => boolean
  /** Whether the words only carry the conversation on: 算了, ok. */
  readonly isTalk: (text: string) => boolean
}

/** A Latin word without a possessive s, and where it stands with it. */
export interface LatinWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const LATIN_WORD = /[a-zü]+(?:'(?!s\b)[a-z]+)*/g

export function latinWords(folded: string): readonly LatinWord[] {
  return matchesIn(folded, LATIN_WORD).map((m) => ({
    word: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }))
}

/** Of mentions that overlap the one that begins first, and of those the longest; of equals the first given. */
export function leftmostLongest(found: readonly PersonMention[]): readonly PersonMention[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const chosen: PersonMention[] = []
  for (const mention of sorted) if (mention.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(mention)
  return chosen
}
