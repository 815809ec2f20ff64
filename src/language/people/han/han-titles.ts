import { hasHan } from '../../text/normalise.js'
import type { Gazetteer } from '../book-names.js'
import { idsOf, type KnownCustomer } from '../known-customer.js'
import type { PersonMention } from '../mention.js'
import { hanSurnameAt, hanTitleAt, type NamingLexicon } from '../naming-lexicon.js'
import { titleFits } from '../titles.js'

/** 陈总, 刘大姐, 小王, 老赵: all of that surname whom the title does not exclude; a stranger where it excludes everybody. */
export function surnameWithTitle(
  folded: string,
  start: number,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention | undefined {
  const before = lexicon.before.find((t) => t.zh.includes(folded[start]!))
  if (before !== undefined) return surnameBehind(folded, start, before.id === 'little', book, lexicon)
  const surname = hanSurnameAt(folded, start, lexicon)
  if (surname === undefined) return undefined
  const title = hanTitleAt(folded, start + surname.length, lexicon)
  if (title === undefined || lexicon.commonWords.has(folded.slice(start, title.end))) return undefined
  const fitting = bearersOf(surname, book, lexicon).filter((c) => titleFits(title.title, c))
  if (fitting.length === 0 && !isLikelyTitle(folded, start, title.end)) return undefined
  return { start, end: title.end, ids: idsOf(fitting), by: fitting.length === 0 ? 'unknown' : 'title' }
}

/** 小王总 is 小王, 老王总 is not 老王. */
function surnameBehind(
  folded: string,
  start: number,
  takesTitle: boolean,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention | undefined {
  const surname = hanSurnameAt(folded, start + 1, lexicon)
  if (surname === undefined || /[总师板婆公人家大小]/.test(folded[start + 1] ?? '')) return undefined
  const end = start + 1 + surname.length
  if (!takesTitle && hanTitleAt(folded, end, lexicon) !== undefined) return undefined
  const known = book.bySurname.get(surname)
  return known === undefined ? undefined : { start, end, ids: idsOf(known), by: 'title' }
}

function bearersOf(surname: string, book: Gazetteer, { surnames }: NamingLexicon): readonly KnownCustomer[] {
  const spelled = surnames.readings[surname]
  const roman =
    spelled === undefined ? [] : (book.bySurname.get(spelled) ?? []).filter((c) => !hasHan(c.name))
  return [...(book.bySurname.get(surname) ?? []), ...roman]
}

/** 总 goes on in 总行, 总共, 总额; 工 in 工资: no title there. */
function isLikelyTitle(folded: string, start: number, end: number): boolean {
  const next = folded[end] ?? ''
  const last = folded[end - 1] ?? ''
  const before = folded[end - 2] ?? ''
  if (last === '总' && /[行部额数量共结之得计监体觉算会]/.test(next)) return false
  if (last === '工' && (/[资作程厂会业]/.test(next) || /[施罢竣化职员分加打手返复民技焊电]/.test(before)))
    return false
  if (last === '局' && /[面部势]/.test(next)) return false
  const isAlone = end - start === 2 && /[律董处科伯爷兄队]/.test(last)
  return !(isAlone && /[一-龥]/.test(folded[start - 1] ?? ''))
}
