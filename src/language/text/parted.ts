/*
 * A text of words that may follow one another in any order. One pattern over all, `(?:看看|看)*`, tries every way to part
 * 看看看看 and doubles with each of them where the text ends in something else; here each place is reached once.
 * `word` is a pattern of one whole word, `^(?:…)$`, of at most `longest` characters.
 */

/** Whether the text is words and nothing else; so is an empty one. */
export function isOfWords(text: string, word: RegExp, longest: number): boolean {
  return wordsAtStart(text, word, longest) === text.length
}

/** How many characters from the start are words. */
export function wordsAtStart(text: string, word: RegExp, longest: number): number {
  const reached = new Set([0])
  for (let at = 0; at < text.length; at++) {
    if (!reached.has(at)) continue
    for (let end = at + 1; end <= Math.min(text.length, at + longest); end++)
      if (word.test(text.slice(at, end))) reached.add(end)
  }
  return Math.max(...reached)
}

/** How many characters up to the end are words. */
export function wordsAtEnd(text: string, word: RegExp, longest: number): number {
  const reached = new Set([text.length])
  for (let at = text.length - 1; at >= 0; at--) {
    for (let end = at + 1; end <= Math.min(text.length, at + longest); end++)
      if (reached.has(end) && word.test(text.slice(at, end))) reached.add(at)
  }
  return text.length - Math.min(...reached)
}
