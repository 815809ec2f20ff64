import type { Gazetteer } from '../book-names.js'
import { idsOf } from '../known-customer.js'
import type { LatinWord, NamingTools, PersonMention } from '../mention.js'
import { latinForm } from './latin-forms.js'
import { latinTitle } from './latin-titles.js'

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
    const found = latinForm(raw, folded, words, at, book, tools)
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
