import type { Form, Gazetteer } from './gazetteer.js'
import { idsOf } from './known-customer.js'
import { latinTitle } from './latin-titles.js'
import type { LatinWord, NamingTools, PersonMention } from './mention.js'

const SURNAME_ALONE =
  /^(?:chen|wang|zhang|zhao|zhou|zheng|feng|jiang|huang|shen|liu|wong|ouyang|sima|zhuge|[a-z]{6,})$/

/** Names, nicknames, companies, titles and surnames of the book in the Latin words of a text; they may overlap. */
export function* latinMentions(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  book: Gazetteer,
  tools: NamingTools,
): Iterable<PersonMention> {
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!
    const found = latinForm(folded, words, at, book, tools)
    if (
      found !== undefined &&
      !(found.form.kind === 'given' && isSomebodyElse(raw, folded, words, at, tools))
    )
      yield {
        start: first.start,
        end: found.end,
        ids: [...found.form.ids].sort(),
        by: found.form.kind === 'company' ? 'company' : 'form',
      }
    const titled = latinTitle(raw, folded, words, at, book, tools)
    if (titled !== undefined) yield titled
    const bearers = book.bySurname.get(first.word)
    if (bearers !== undefined && SURNAME_ALONE.test(first.word) && !tools.isOrdinary(first.word))
      yield { start: first.start, end: first.end, ids: idsOf(bearers), by: 'title' }
  }
}

/** "Peter Tan" is none of the book's Peters where none of them is a Tan. */
function isSomebodyElse(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  { lexicon }: NamingTools,
): boolean {
  const [first, next] = [words[at], words[at + 1]]
  if (first === undefined || next === undefined || folded.slice(first.end, next.start) !== ' ') return false
  return /^[A-Z][a-z]/.test(raw.slice(next.start, next.start + 2)) && lexicon.surnames.roman.has(next.word)
}

const MOST_WORDS = 5

/** The longest form of up to five words from `at` on, words apart by a space, a hyphen or nothing. */
export function latinForm(
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
    const alone = to === at
    if (
      alone &&
      form.kind === 'given' &&
      (tools.isOrdinary(word.word) || word.word.length < 3) &&
      !tools.lexicon.surnames.given.has(word.word)
    )
      continue
    if (alone && form.kind === 'company' && tools.isOrdinary(word.word)) continue
    if (alone && word.word === 'grace' && /^ period/.test(folded.slice(word.end, word.end + 7))) continue
    best = { form, end: word.end }
  }
  return best
}
