import { matchesIn } from '../text/matches-in.js'
import type { LatinWord, NamingTools, PersonMention } from './mention.js'

const SURNAME_OF = /姓([一-鿿]{1,2}?)的/g
const SURNAME_BEFORE_PREDICATE =
  /(?<=^|[,;。: ])([一-鿿])(?=说|讲|没|不|要|想|续|签|买|存|办|让|叫|嫌|答应|考虑|接|来|回|倒|还|那边|那个)/g
/** A calling stands for the person only with an article: the captain, after Captain Shi. */
const CALLING = /^(?:captain|doctor|lawyer|teacher|accountant|professor|manager|master|chef)$/
const FORMS_OF_ADDRESS = /^(?:boss|mr|mrs|ms|miss|mdm|madam|dr|old|little|sister|auntie|aunt|uncle|brother)$/

/** A part of a name said again, where exactly one of those named before bears it: 姓孙的 after 孙浩, "Li" after "Boss Li". */
export function* echoes(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  found: readonly PersonMention[],
  { isOrdinary }: NamingTools,
): Iterable<PersonMention> {
  const named = found.filter((m) => m.ids.length > 0)
  if (named.length === 0) return
  for (const [pattern, fewest] of [
    [SURNAME_OF, 1],
    [SURNAME_BEFORE_PREDICATE, 2],
  ] as const) {
    for (const match of matchesIn(folded, pattern)) {
      const surname = match[1] ?? ''
      const before = named.filter((m) => m.end <= match.index)
      const bearer = only(before.filter((m) => bearsSurname(folded, m, surname)))
      if (bearer !== undefined && distinct(before) >= fewest)
        yield { start: match.index, end: match.index + match[0].length, ids: bearer.ids, by: 'title' }
    }
  }
  const latin = named.map((m) => ({ ...m, parts: new Set(folded.slice(m.start, m.end).split(/[ .']+/)) }))
  for (const { word, start, end } of words) {
    if (word.length < 2 || FORMS_OF_ADDRESS.test(word)) continue
    const isWritten =
      /[A-Z]/.test(raw[start] ?? '') &&
      /^ [a-z]/.test(folded.slice(end)) &&
      /(?:^|[,.;:!?/] ?)$/.test(folded.slice(0, start))
    const bearer = only(
      latin.filter((m) => m.end <= start && (m.parts.size > 1 || isWritten) && m.parts.has(word)),
    )
    if (bearer === undefined) continue
    const isName = CALLING.test(word)
      ? /(?<![a-z])the $/.test(folded.slice(0, start))
      : /[A-Z]/.test(raw[start] ?? '') || (word.length > 2 && !isOrdinary(word))
    if (isName) yield { start, end, ids: bearer.ids, by: 'title' }
  }
}

function bearsSurname(folded: string, { start }: PersonMention, surname: string): boolean {
  return folded.startsWith(surname, start) || folded.startsWith(surname, start + 1)
}

function only<M extends PersonMention>(mentions: readonly M[]): M | undefined {
  return distinct(mentions) === 1 ? mentions[0] : undefined
}

function distinct(mentions: readonly PersonMention[]): number {
  return new Set(mentions.map((m) => m.ids.join(' '))).size
}
