import { hasHan } from '../text/normalise.js'
import type { Gazetteer } from './book-names.js'
import { companyForms, isBusinessName } from './companies.js'
import { personOfCompany } from './han/han-mentions.js'
import type { NamingTools, PersonMention } from './mention.js'
import type { NamingForm } from './naming-form.js'
import { hanTitleAt } from './naming-lexicon.js'
import { isNamePlace } from './word-names.js'

/** Marks that a name is written with or without: 马·克, H&M, No.1, O'Brien, 聚鲜阁(总店). */
const MARK = /[·・•‧･.'&@\-_/()[\]【】《》「」]/
const MARKS = new RegExp(`[${MARK.source.slice(1, -1)} ,]+`, 'g')
const PLAIN = /^(?:[一-鿿]+|[a-z]+(?: [a-z]+)*)$/
const BRACKET = /[([【《「@]([^)\]】》」]*)[)\]】》」]?/g
/** What is left out of a shop's name in speech. */
const SHOP_TAIL =
  /(?:加盟|便利|旗舰|专卖|连锁|直营|[总分门])?店$|(?:奶茶|咖啡|理发|美发|美容|超市|餐饮|餐厅|饭店|酒店|便利|食品|服饰|口罩)店?$/

/** Whether a folded name is more than characters or words alone. */
export function isMarked(folded: string): boolean {
  return !PLAIN.test(folded)
}

/** A name without its marks and blanks, as names are compared where marks are in the way. */
export function bare(folded: string): string {
  return folded.replace(MARKS, '')
}

/** The parts of a foreign name in characters: 买买提·吐尔逊, and of one of four characters (吉野太郎). */
export function partsOfName(folded: string): readonly string[] {
  const parts = folded.split(/[·・•‧･ .]+/).filter((part) => part !== '')
  if (parts.length > 1) return parts
  return /^[一-鿿]{4}$/.test(folded) ? [folded.slice(0, 2), folded.slice(2)] : []
}

/**
 * The bare forms of a name with marks, digits or two scripts: 85度C奶茶 is also 85度c; 7-11便利店 also 7-11; a part in
 * brackets is left out or said alone.
 */
export function* markedForms(folded: string): Iterable<NamingForm> {
  yield [bare(folded), 'name']
  if (folded.includes('&')) yield [bare(folded.replaceAll('&', ' and ')), 'name']
  const outside = folded.replace(BRACKET, '')
  if (outside !== folded) {
    yield [bare(outside), 'name']
    for (const match of folded.matchAll(BRACKET))
      if (/[一-鿿]{3}|[a-z]{4}/.test(match[1] ?? '')) yield [bare(match[1] ?? ''), 'given']
  }
  if (!hasHan(folded)) {
    for (const word of outside.split(/[ ,]+/))
      if (MARK.test(word) && bare(word).length > 2) yield [bare(word), 'given']
    return
  }
  const mixed = bare(outside)
  const short = mixed.replace(SHOP_TAIL, '')
  if (!/[a-z\d]/.test(mixed)) {
    if (short !== mixed && short.length > 2) yield [short, 'company']
    return
  }
  const brand = /^.*[a-z\d]/.exec(mixed)?.[0] ?? ''
  const latin = /^[a-z\d]+/.exec(mixed)?.[0] ?? ''
  for (const form of [
    short,
    mixed.replace(/[店厂]$/, ''),
    mixed.endsWith('店') ? '' : `${mixed}店`,
    brand,
    latin,
  ])
    if (form.length > 1 && form !== mixed) yield [form, 'company']
}

interface Bare {
  readonly text: string
  /** Where each unit of `text` stands in the folded text. */
  readonly at: readonly number[]
}

/** The text without marks; a blank is left out only beside letters and digits, so that 老马 克服 holds no 马克. */
function bareOf(folded: string): Bare {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < folded.length; i++) {
    const unit = folded[i]!
    if (MARK.test(unit)) continue
    if (unit === ' ' && (isAlphanumeric(folded[i - 1]) || isAlphanumeric(folded[i + 1]))) continue
    text += unit
    at.push(i)
  }
  return { text, at }
}

function isAlphanumeric(unit: string | undefined): boolean {
  return unit !== undefined && /[a-z\d]/.test(unit)
}

/** Customers whose names have marks, digits or two scripts, however the marks were typed. */
export function* markedMentions(
  raw: string,
  folded: string,
  book: Gazetteer,
  tools: NamingTools,
): Iterable<PersonMention> {
  if (book.marked.size === 0) return
  const { text, at } = bareOf(folded)
  for (let from = 0; from < text.length; from++) {
    for (const length of book.markedLengths.get(text.slice(from, from + 2)) ?? []) {
      const form = book.marked.get(text.slice(from, from + length))
      const start = at[from]!
      const end = closed(folded, start, (at[from + length - 1] ?? folded.length) + 1)
      if (form === undefined || isCut(folded, start, end)) continue
      const person = personOfCompany(folded, end)
      const isSure = person > 0 || !isSlight(text.slice(from, from + length))
      if (!isSure && !isNamePlace(raw, folded, start, end)) continue
      const title = hanTitleAt(folded, end, tools.lexicon)
      const tail = form.kind === 'given' && title !== undefined ? title.end : end + person
      yield { start, end: tail, ids: [...form.ids].sort(), by: form.kind === 'company' ? 'company' : 'form' }
      break
    }
  }
}

/** The end, with the bracket that closes one within the name. */
function closed(folded: string, start: number, end: number): number {
  const isOpen = /[([【《「][^)\]】》」]*$/.test(folded.slice(start, end))
  return isOpen && /[)\]】》」]/.test(folded[end] ?? '') ? end + 1 : end
}

/** Digits alone, or two letters, are rather a number, a day or a word: 7-11 wants a place where a name stands. */
function isSlight(form: string): boolean {
  return /^(?:\d+|[a-z\d]{1,2}|no\d)$/.test(form)
}

/** A form that begins or ends within a longer word or number. */
function isCut(folded: string, start: number, end: number): boolean {
  const cutsAt = (inside: number, outside: number) =>
    isAlphanumeric(folded[inside]) && isAlphanumeric(folded[outside])
  return cutsAt(start, start - 1) || cutsAt(end - 1, end)
}

/** A business among the customers, by the ways a company's name is shortened. */
export function businessForms(folded: string): readonly NamingForm[] {
  if (!isBusinessName(folded)) return []
  const short = folded.replace(SHOP_TAIL, '')
  const forms = [...companyForms(folded).forms, ...(short.length > 2 ? [short] : [])]
  return forms.filter((form) => form !== folded).map((form) => [form, 'company'] as const)
}
