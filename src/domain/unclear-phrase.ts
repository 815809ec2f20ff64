import type { Day } from './day.js'

/** Words that were not understood, without anything that tells whom or what they were about. */
export interface UnclearPhrase {
  /** With `<name>`, `<sum>`, `<phone>`, `<email>` and `<number>` in the place of what they stand for. */
  readonly text: string
  readonly language: string
  /** The intents they were nearest to, the likeliest first. */
  readonly nearest: readonly string[]
  readonly count: number
  readonly firstOn: Day
  readonly lastOn: Day
}

/** Phrases kept; more teach nothing new, and the file stays small. */
const MOST_PHRASES = 500
const MOST_LETTERS = 200

/** The phrases with one more said today. What was not said for longest is let go. */
export function noteUnclear(
  phrases: readonly UnclearPhrase[],
  said: Pick<UnclearPhrase, 'text' | 'language' | 'nearest'>,
  today: Day,
): readonly UnclearPhrase[] {
  const text = said.text.slice(0, MOST_LETTERS)
  const known = phrases.find((phrase) => phrase.text === text)
  const noted = {
    ...said,
    text,
    count: (known?.count ?? 0) + 1,
    firstOn: known?.firstOn ?? today,
    lastOn: today,
  }
  return [...phrases.filter((phrase) => phrase !== known), noted].slice(-MOST_PHRASES)
}

/** Those said since a day, the most frequent first, then the newest. */
export function unclearSince(
  phrases: readonly UnclearPhrase[],
  since: Day | undefined,
): readonly UnclearPhrase[] {
  return phrases
    .filter(({ lastOn }) => since === undefined || lastOn >= since)
    .toReversed()
    .toSorted((a, b) => b.count - a.count)
}
