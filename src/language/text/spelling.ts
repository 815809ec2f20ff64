import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'

/** The word of the trade that an unknown English word was probably meant to be; undefined where none is near. */
export type SpellingMender = (word: string) => string | undefined

const SHORTEST = 4
const LONG = 8

/**
 * @param trade words of the trade with how often they are used; a misspelling becomes one of these.
 * @param isKnown whether a word is right as it stands.
 */
export function createSpellingMender(
  trade: ReadonlyMap<string, number>,
  isKnown: (word: string) => boolean,
): SpellingMender {
  const byDeletion = new Map<string, string[]>()
  let longest = 0
  for (const word of trade.keys()) {
    if (word.length < SHORTEST) continue
    longest = Math.max(longest, word.length)
    for (const key of oneDeleted(word)) {
      const words = byDeletion.get(key)
      if (words === undefined) byDeletion.set(key, [word])
      else words.push(word)
    }
  }
  return (word) => {
    // A word that is longer than any by more than a slip is near none.
    if (word.length < SHORTEST || word.length > longest + 2 || isKnown(word)) return undefined
    const limit = word.length >= LONG ? 2 : 1
    let best: { word: string; distance: number } | undefined
    const candidates = new Set([...oneDeleted(word)].flatMap((key) => byDeletion.get(key) ?? []))
    for (const candidate of candidates) {
      if (candidate[0] !== word[0] && !isSwap(candidate, word)) continue
      const distance = DamerauLevenshteinDistance(candidate, word, { restricted: true })
      if (distance > limit || distance === 0) continue
      const isNearer = best === undefined || distance < best.distance
      const isLikelier =
        best !== undefined &&
        distance === best.distance &&
        likelihood(candidate, word, trade) > likelihood(best.word, word, trade)
      if (isNearer || isLikelier) best = { word: candidate, distance }
    }
    return best?.word
  }
}

/** Slips rarely fall on the last letter, and rather leave a letter out than add one. */
function likelihood(candidate: string, word: string, trade: ReadonlyMap<string, number>): number {
  const sameEnd = candidate.at(-1) === word.at(-1) ? 1e6 : 0
  return sameEnd + (candidate.length > word.length ? 1e5 : 0) + (trade.get(candidate) ?? 0)
}

/** The word itself and each way of leaving out one letter. */
function oneDeleted(word: string): ReadonlySet<string> {
  const out = new Set([word])
  for (let i = 0; i < word.length; i++) out.add(word.slice(0, i) + word.slice(i + 1))
  return out
}

function isSwap(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0]
}
