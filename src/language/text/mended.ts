import { matchesIn } from './matches-in.js'
import type { SpellingMender } from './spelling.js'

/** A text with some words put right, and where each of its units came from. */
export interface Mended {
  readonly text: string
  /** The offset in the text before mending. */
  readonly before: (offset: number) => number
  /** The offset in the text after mending. */
  readonly after: (offset: number) => number
}

interface Change {
  readonly at: number
  readonly length: number
  readonly word: string
}

const WORD = /(?<![a-z\d@._/$€£'])(?:b4|[a-z]+(?:'[a-z]+)?(?:\/o?(?= ))?)(?![a-z\d@_/']|\.[a-z])/g
/** `btw` before a sum is between, elsewhere by the way. */
const BETWEEN = /^btw$/

/** Writes out shorthand (abt, hasnt, w/) and puts right the English words that nobody knows, outside of what is taken (names, phones, e-mail). */
export function mendWords(
  folded: string,
  shorthand: ReadonlyMap<string, string>,
  mend: SpellingMender,
  isTaken: (start: number, end: number) => boolean,
): Mended {
  const changes: Change[] = []
  for (const match of matchesIn(folded, WORD)) {
    const end = match.index + match[0].length
    if (isTaken(match.index, end)) continue
    const word =
      BETWEEN.test(match[0]) && /^ ?[\d$]/.test(folded.slice(end))
        ? 'between'
        : (shorthand.get(match[0]) ?? (/^[a-z]{4,}$/.test(match[0]) ? mend(match[0]) : undefined))
    if (word !== undefined) changes.push({ at: match.index, length: match[0].length, word })
  }
  if (changes.length === 0) return { text: folded, before: (offset) => offset, after: (offset) => offset }
  let text = ''
  let from = 0
  for (const { at, length, word } of changes) {
    text += folded.slice(from, at) + word
    from = at + length
  }
  return {
    text: text + folded.slice(from),
    before: (offset) => moved(changes, offset, false),
    after: (offset) => moved(changes, offset, true),
  }
}

function moved(changes: readonly Change[], offset: number, forward: boolean): number {
  let shift = 0
  for (const { at, length, word } of changes) {
    const start = forward ? at : at + shift
    const end = start + (forward ? length : word.length)
    if (offset <= start) break
    if (offset < end) return forward ? at + shift + word.length : at + length
    shift += word.length - length
  }
  return forward ? offset + shift : offset - shift
}
