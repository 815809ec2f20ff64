/**
 * All matches of a pattern with the flag `g`, left to right, as `matchAll` gives them: that one makes a copy of the
 * pattern first, which for a long list of words takes longer than looking for it.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('a pattern to be found again and again has the flag g')
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
