import { type Match, matchesOf, type Words, wordPattern } from '../text/word-pattern.js'

/** What a clause is, apart from what is told as having happened. */
export const MARKS = [
  'dreamt',
  'hearsay',
  'asked',
  'conditional',
  'wished',
  'undone',
  'ordered',
  'planned',
  'guessed',
  'open',
] as const
/** `undone`: what has not been done yet or never was; `open`: a verb of contact without tense, told only where something of it is told. */
export type Mark = (typeof MARKS)[number]

/** The words that say what kind of clause it is, as data: parts of patterns on the masked text of one clause. */
export interface ClauseWords {
  readonly marks: readonly (Words & { readonly mark: Mark })[]
  /** Words of what the customer said; what follows is his, whatever its mood. */
  readonly speech: Words
  /** Words that make a question one of the customer's: 他问, "she asked". */
  readonly quotes: Words
  /** Words that tell of a deed that is done: 打了, 没接, "called". */
  readonly deed: Words
  /** Words of a promise that has been kept: 利率表已经发了, "sent the rate sheet as promised". */
  readonly kept: Words
}

/** Where each kind of word is first found in the masked text of a clause. */
export interface ClauseWordFinder {
  mark(masked: string, mark: Mark): Match | undefined
  speech(masked: string): Match | undefined
  quotes(masked: string): Match | undefined
  deed(masked: string): Match | undefined
  kept(masked: string): Match | undefined
}

export function createClauseWordFinder(words: ClauseWords): ClauseWordFinder {
  const marks = new Map(words.marks.map((entry) => [entry.mark, wordPattern(entry)]))
  const first = (part: Words) => {
    const pattern = wordPattern(part)
    return (masked: string) => matchesOf(masked, pattern)[0]
  }
  return {
    mark(masked, mark) {
      const pattern = marks.get(mark)
      return pattern === undefined ? undefined : matchesOf(masked, pattern)[0]
    },
    speech: first(words.speech),
    quotes: first(words.quotes),
    deed: first(words.deed),
    kept: first(words.kept),
  }
}
