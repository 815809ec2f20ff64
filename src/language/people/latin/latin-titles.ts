import type { Gazetteer } from '../book-names.js'
import { idsOf } from '../known-customer.js'
import type { LatinWord, NamingTools, PersonMention } from '../mention.js'
import { type Title, titleFits } from '../titles.js'
import { latinForm } from './latin-forms.js'

const IS_TITLE_ONLY = /^(?:mr|mrs|ms|miss|mdm|madam|mister)$/

/** Mr Chen, Dr Zhang Wei, Boss Chen, and with the title behind: Zhou zong; a stranger where it excludes everybody. */
export function latinTitle(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  tools: NamingTools,
): PersonMention | undefined {
  const behind = titleBehind(folded, words, at, book, tools)
  if (behind !== undefined) return behind
  for (const length of [2, 1]) {
    const titleText = words
      .slice(at, at + length)
      .map((w) => w.word)
      .join(' ')
    const title = tools.lexicon.titlesBefore.get(titleText)
    const last = words[at + length - 1]
    const next = words[at + length]
    if (title === undefined || last === undefined || next === undefined) continue
    if (!/^\.? $/.test(folded.slice(last.end, next.start))) continue
    const start = words[at]!.start
    const known = bearerOf(title, start, raw, folded, words, at + length, book, tools)
    if (known !== undefined) return known
    const isCapital = /[A-Z]/.test(raw[next.start] ?? '')
    if (tools.isOrdinary(next.word) && !isCapital) continue
    const isName =
      (IS_TITLE_ONLY.test(titleText) && next.word.length > 1) ||
      (isCapital && (!tools.isOrdinary(next.word) || tools.lexicon.surnames.roman.has(next.word))) ||
      book.bySurname.has(next.word)
    if (!isName) continue
    const further = words[at + length + 1]
    const hasMore =
      further !== undefined &&
      folded.slice(next.end, further.start) === ' ' &&
      /[A-Z]/.test(raw[further.start] ?? '') &&
      !tools.isOrdinary(further.word)
    return { start, end: hasMore ? further.end : next.end, ids: [], by: 'unknown' }
  }
  return undefined
}

/** Zhou zong, Liu laoshi. */
function titleBehind(
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  { lexicon }: NamingTools,
): PersonMention | undefined {
  const [first, behind] = [words[at], words[at + 1]]
  if (first === undefined || behind === undefined || behind.word.length < 2) return undefined
  if (folded.slice(first.end, behind.start) !== ' ') return undefined
  const title = lexicon.titlesBehind.get(behind.word)
  const bearers = book.bySurname.get(first.word)
  if (title === undefined || bearers === undefined) return undefined
  const ids = idsOf(bearers.filter((c) => titleFits(title, c)))
  return { start: first.start, end: behind.end, ids, by: ids.length > 0 ? 'title' : 'unknown' }
}

/** Whom a title before the word at `at` may mean: by whole name, else by surname, else by given name. */
function bearerOf(
  title: Title,
  start: number,
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  tools: NamingTools,
): PersonMention | undefined {
  const next = words[at]!
  const found = latinForm(raw, folded, words, at, book, tools)
  const fitting = (found?.form.ids ?? []).filter((id) => {
    const customer = book.customers.get(id)
    return customer !== undefined && titleFits(title, customer)
  })
  if (found?.form.kind === 'name' && fitting.length > 0)
    return { start, end: found.end, ids: [...fitting].sort(), by: 'form' }
  const bearers = book.bySurname.get(next.word)?.filter((c) => titleFits(title, c)) ?? []
  if (bearers.length > 0) return { start, end: next.end, ids: idsOf(bearers), by: 'title' }
  if (found?.form.kind === 'given' && fitting.length > 0)
    return { start, end: found.end, ids: [...fitting].sort(), by: 'title' }
  return undefined
}
