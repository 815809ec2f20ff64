import type { Gazetteer } from '../book-names.js'
import type { Form } from '../form.js'
import type { LatinWord, NamingTools } from '../mention.js'
import { isLatinNamePlace, isLatinWord } from '../word-names.js'

const MOST_WORDS = 5

/** The longest form of up to five words from `at` on, words apart by a space, a hyphen or nothing. */
export function latinForm(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  tools: NamingTools,
): { readonly form: Form; readonly end: number } | undefined {
  let best: { form: Form; end: number } | undefined
  let text = ''
  for (let to = at; to < Math.min(words.length, at + MOST_WORDS); to++) {
    const word = words[to]!
    const gap = to === at ? '' : folded.slice(words[to - 1]!.end, word.start)
    if (to > at && !/^(?: |-|\. ?| & )$/.test(gap)) break
    text = to === at ? word.word : `${text}${gap === ' & ' ? ' & ' : ' '}${word.word}`
    const form = book.latin.get(text)
    if (form === undefined) continue
    const isPart = form.kind === 'given' || form.kind === 'company'
    const isShort = to === at && form.kind === 'given' && word.word.length < 3
    if (isShort && !tools.lexicon.surnames.given.has(word.word)) continue
    if (isLatinWord(text, isPart, tools) && !isLatinNamePlace(raw, folded, words[at]!.start, word.end, tools))
      continue
    if (text === 'grace' && /^ period/.test(folded.slice(word.end, word.end + 7))) continue
    best = { form, end: word.end }
  }
  return best
}
