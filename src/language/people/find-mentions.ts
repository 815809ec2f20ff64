import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import { withColleagues } from './colleagues.js'
import { echoes } from './echoes.js'
import type { Form, Gazetteer, NamingLexicon } from './gazetteer.js'
import type { KnownCustomer } from './known-customer.js'
import { narrowed } from './narrowed-mentions.js'
import { nearMentions } from './near-mentions.js'
import { phoneTails } from './phone-tails.js'
import { type Title, titleFits } from './titles.js'

/** Words that name somebody. `ids` is empty for a name the book does not have. */
export interface PersonMention {
  readonly start: number
  readonly end: number
  readonly ids: readonly string[]
  /** The form of the book that was nearest, where the words were misspelt. */
  readonly nearest?: string
  /** Whom a name that the book does not have sounds or is spelt like: to be asked about, never taken for. */
  readonly maybe?: readonly string[]
  /** Where a stranger's name stood first, when this is a part of it said once more. */
  readonly again?: number
  /** How it was found; a tail of a phone and a company only narrow or stand for a name. */
  readonly by: 'form' | 'title' | 'company' | 'phone' | 'near' | 'unknown' | 'colleague'
  /** The manager who is meant, where it names a colleague and no customer: `ids` is empty then. */
  readonly colleague?: string
}

export interface NamingTools {
  readonly lexicon: NamingLexicon
  readonly pinyin: Pinyin
  /** Whether two neighbouring characters, or a Latin word, are ordinary words of the trade. */
  readonly isOrdinary: (word: string) => boolean
}

/** Every mention of a person in the folded text, left to right, without overlaps. `raw` tells capitals. */
export function findMentions(
  raw: string,
  folded: string,
  book: Gazetteer,
  tools: NamingTools,
): readonly PersonMention[] {
  const words = latinWords(folded)
  const found = [
    ...phoneTails(folded, book),
    ...(hasHan(folded) ? hanMentions(folded, book, tools) : []),
    ...latinMentions(raw, folded, words, book, tools),
  ]
  const once = leftmostLongest(found)
  const again = [...echoes(raw, folded, words, once, tools), ...strangersAgain(folded, words, found)]
  const exact = withColleagues(folded, words, leftmostLongest([...again, ...found]), book)
  const near = nearMentions(folded, words, exact, book, tools)
  const strangers = exact.map((m) => (m.by === 'unknown' ? perhapsOneOf(m, near) : m))
  return narrowed(folded, leftmostLongest([...strangers, ...near]), book, tools.lexicon)
}

/** A whole name that is nobody's is not mended, but may be asked about. */
function perhapsOneOf(stranger: PersonMention, near: readonly PersonMention[]): PersonMention {
  const same = near.find((m) => m.start === stranger.start && m.end === stranger.end)
  return same === undefined ? stranger : { ...stranger, maybe: same.maybe ?? same.ids }
}

/** A Latin word without a possessive s, and where it stands with it. */
export interface LatinWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const LATIN_WORD = /[a-zü]+(?:'(?!s\b)[a-z]+)*/g

function latinWords(folded: string): readonly LatinWord[] {
  return [...folded.matchAll(LATIN_WORD)].map((m) => ({
    word: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }))
}

function leftmostLongest(found: readonly PersonMention[]): readonly PersonMention[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const chosen: PersonMention[] = []
  for (const mention of sorted) if (mention.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(mention)
  return chosen
}

function* hanMentions(folded: string, book: Gazetteer, tools: NamingTools): Iterable<PersonMention> {
  const { lexicon } = tools
  for (let start = 0; start < folded.length; start++) {
    if (!hasHan(folded[start]!)) continue
    const form = longestForm(folded, start, book)
    if (form !== undefined) yield extended(folded, start, form.end, form.form, book, lexicon)
    const titled = surnameWithTitle(folded, start, book, lexicon)
    if (titled !== undefined) yield titled
    const stranger = form === undefined && titled === undefined && unknownHan(folded, start, tools)
    if (stranger) yield { start, end: start + stranger.length, ids: [], by: 'unknown' }
    const brand = book.han.get(`${folded.slice(start, start + 2)}|`)
    if (brand !== undefined) {
      const tail = COMPANY_TAIL.exec(folded.slice(start + 2))?.[0] ?? ''
      if (tail !== '') yield { start, end: start + 2 + tail.length, ids: brand.ids, by: 'company' }
    }
  }
}

function longestForm(
  folded: string,
  start: number,
  book: Gazetteer,
): { readonly form: Form; readonly end: number } | undefined {
  const longest = Math.min(book.longestHan, folded.length - start)
  for (let length = longest; length >= 2; length--) {
    const form = book.han.get(folded.slice(start, start + length))
    if (form !== undefined && form.kind !== 'brand') return { form, end: start + length }
  }
  return undefined
}

const COMPANY_TAIL =
  /^(?:(?:公司|集团|那边|那家|这家|家|店里?|厂里?|酒店|他们家)?的?(?:那个|那位|这位|那)?(?:女|男|大)?(?:老板娘?|老总|负责人|法人|店主|掌柜的?|总经理|东家)|公司|集团|那边|那家|家的)/
const COMPANY_PERSON =
  /^(?:公司|集团|那边|那家|这家|家|店里?|厂里?|他们家)?(?:的|那个|那位|这位|那)*(?:女|男|大)?(?:老板娘?|老总|负责人|法人|店主|掌柜的?|总经理|东家)/

/** A form with what may follow it: a title that narrows it (张伟医生), the person of a company (西域药材的老板). */
function extended(
  folded: string,
  start: number,
  end: number,
  form: Form,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention {
  if (form.kind === 'company') {
    const tail = COMPANY_PERSON.exec(folded.slice(end))?.[0] ?? ''
    return { start, end: end + tail.length, ids: [...form.ids].sort(), by: 'company' }
  }
  const title = titleAt(folded, end, lexicon.titles)
  if (title !== undefined && form.kind !== 'nickname') {
    const ids = form.ids.filter((id) => fits(title.title, id, book))
    if (ids.length > 0) return { start, end: title.end, ids: ids.sort(), by: 'form' }
  }
  return { start, end, ids: [...form.ids].sort(), by: 'form' }
}

function surnameWithTitle(
  folded: string,
  start: number,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention | undefined {
  const before = lexicon.before.find((t) => t.zh.includes(folded[start]!))
  if (before !== undefined) {
    const surname = surnameAt(folded, start + 1, lexicon)
    const known = surname === undefined ? undefined : book.bySurname.get(surname)
    if (surname === undefined || /[总师板婆公人家大小]/.test(folded[start + 1] ?? '')) return undefined
    if (titleAt(folded, start + 1 + surname.length, lexicon.titles) !== undefined && before.id !== 'little')
      return undefined
    if (known !== undefined) return { start, end: start + 1 + surname.length, ids: idsOf(known), by: 'title' }
    return undefined
  }
  const surname = surnameAt(folded, start, lexicon)
  if (surname === undefined) return undefined
  const title = titleAt(folded, start + surname.length, lexicon.titles)
  if (title === undefined || lexicon.commonWords.has(folded.slice(start, title.end))) return undefined
  const spelled = lexicon.surnames.readings[surname]
  const bearers = bearersOf(surname, spelled, book)
  const fitting = bearers.filter((c) => titleFits(title.title, c))
  if (fitting.length === 0 && !isLikelyTitle(folded, start, title.end)) return undefined
  return { start, end: title.end, ids: idsOf(fitting), by: fitting.length === 0 ? 'unknown' : 'title' }
}

const REACHED_OUT_TO =
  /(?:打给|打了|打电话给|电话给|联系了?|拜访了?|见了|回访了?|约了|微信(?:了|给)|发(?:了)?(?:条|个)?(?:微信|短信|消息)给|call了?) ?$/
const AND_THEN =
  /^(?:的?电话|那边|那里)?(?:[,。; ]|$|没|不|说|也|又|在|关机|占线|停机|空号|接|要|想|约|签|买|答应|拒)/

/** A full name that is nobody's in the book, said as the one who was called: 打给高建军没接. */
function unknownHan(folded: string, start: number, { lexicon, isOrdinary }: NamingTools): string | undefined {
  const surname = surnameAt(folded, start, lexicon)
  if (surname === undefined || !REACHED_OUT_TO.test(folded.slice(Math.max(0, start - 9), start)))
    return undefined
  for (const length of [2, 1]) {
    const name = folded.slice(start, start + surname.length + length)
    const given = name.slice(surname.length)
    if (given.length !== length || !/^[一-鿿]+$/.test(given) || /[的了没不说电话接过完]/.test(given)) continue
    if (isOrdinary(name.slice(0, 2)) || (length === 2 && isOrdinary(given))) continue
    if (AND_THEN.test(folded.slice(start + name.length))) return name
  }
  return undefined
}

/** 总 goes on in 总行, 总共, 总额; 工 in 工资: no title there. */
function isLikelyTitle(folded: string, start: number, end: number): boolean {
  const next = folded[end] ?? ''
  const last = folded[end - 1]
  if (last === '总' && /[行部额数量共结之得计监体觉算会]/.test(next)) return false
  if (
    last === '工' &&
    (/[资作程厂会业]/.test(next) || /[施罢竣化职员分加打手返复民技焊电]/.test(folded[end - 2] ?? ''))
  )
    return false
  if (last === '局' && /[面部势]/.test(next)) return false
  if (
    /[律董处科伯爷兄队姨叔哥]/.test(last ?? '') &&
    end - start === 2 &&
    /[一-龥]/.test(folded[start - 1] ?? '') &&
    last !== '哥' &&
    last !== '姨' &&
    last !== '叔'
  )
    return false
  return true
}

function surnameAt(folded: string, start: number, { surnames }: NamingLexicon): string | undefined {
  const two = folded.slice(start, start + 2)
  if (surnames.double.has(two)) return two
  const one = folded[start] ?? ''
  return surnames.single.has(one) ? one : undefined
}

function titleAt(
  folded: string,
  start: number,
  titles: readonly Title[],
): { readonly title: Title; readonly end: number } | undefined {
  let best: { title: Title; end: number } | undefined
  for (const title of titles) {
    for (const word of title.zh) {
      if (folded.startsWith(word, start) && start + word.length > (best?.end ?? 0))
        best = { title, end: start + word.length }
    }
  }
  return best
}

function bearersOf(surname: string, spelled: string | undefined, book: Gazetteer): readonly KnownCustomer[] {
  const own = book.bySurname.get(surname) ?? []
  const roman =
    spelled === undefined ? [] : (book.bySurname.get(spelled) ?? []).filter((c) => !hasHan(c.name))
  return [...own, ...roman]
}

function fits(title: Title, id: string, book: Gazetteer): boolean {
  const customer = book.customers.get(id)
  return customer !== undefined && titleFits(title, customer)
}

function idsOf(customers: readonly KnownCustomer[]): readonly string[] {
  return [...new Set(customers.map((c) => c.id))].sort()
}

const SURNAME_ALONE =
  /^(?:chen|wang|zhang|zhao|zhou|zheng|feng|jiang|huang|shen|liu|wong|ouyang|sima|zhuge|[a-z]{6,})$/

function* latinMentions(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  book: Gazetteer,
  tools: NamingTools,
): Iterable<PersonMention> {
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!
    const form = latinForm(folded, words, at, book, tools)
    const named =
      form?.form.kind === 'given' && isSomebodyElse(raw, folded, words, at, tools) ? undefined : form
    if (named !== undefined)
      yield {
        start: first.start,
        end: named.end,
        ids: [...named.form.ids].sort(),
        by: named.form.kind === 'company' ? 'company' : 'form',
      }
    const titled = latinTitle(raw, folded, words, at, book, tools)
    if (titled !== undefined) yield titled
    const bearers = book.bySurname.get(first.word)
    if (bearers !== undefined && SURNAME_ALONE.test(first.word) && !tools.isOrdinary(first.word)) {
      yield { start: first.start, end: first.end, ids: idsOf(bearers), by: 'title' }
    }
    // A name of the book that begins with the next word is whole: "Sms'd Xu Jiahao" names no Sms'd Xu.
    const isBesideKnown = (latinForm(folded, words, at + 1, book, tools)?.form.kind ?? 'given') !== 'given'
    if (named === undefined && titled === undefined && bearers === undefined && !isBesideKnown) {
      const end = unknownLatin(raw, folded, words, at, tools)
      if (end !== undefined) yield { start: first.start, end, ids: [], by: 'unknown' }
    }
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
  return /^[A-Z][a-z]/.test(raw.slice(next.start)) && lexicon.surnames.roman.has(next.word)
}

/** Hendra alone, after Hendra Wijaya. */
function* strangersAgain(
  folded: string,
  words: readonly LatinWord[],
  found: readonly PersonMention[],
): Iterable<PersonMention> {
  const strangers = found
    .filter((m) => m.by === 'unknown')
    .map((m) => ({ ...m, parts: folded.slice(m.start, m.end).split(' ') }))
    .filter(({ parts }) => parts.length > 1)
  for (const { word, start, end } of words) {
    const whole = strangers.find((s) => s.end <= start && s.parts.includes(word) && word.length > 2)
    if (whole !== undefined) yield { start, end, ids: [], by: 'unknown', again: whole.start }
  }
}

/** Where a name ends that only its capitals and the customs of naming tell: Peter Tan, Hendra Wijaya, Siti. */
function unknownLatin(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  { lexicon, isOrdinary }: NamingTools,
): number | undefined {
  const { given, roman } = lexicon.surnames
  const first = words[at]!
  const isCapital = (word: LatinWord) => /^[A-Z][a-z]/.test(raw.slice(word.start, word.start + 2))
  const isStrange = (word: LatinWord) => !isOrdinary(word.word) && !lexicon.commonWords.has(word.word)
  if (!isCapital(first) || hasHan(folded)) return undefined
  if (/[a-z]{2}/.test(raw) === false || (!given.has(first.word) && !isStrange(first))) return undefined
  const next = words[at + 1]
  const isPair =
    next !== undefined &&
    folded.slice(first.end, next.start) === ' ' &&
    isCapital(next) &&
    (given.has(next.word) || roman.has(next.word) || isStrange(next)) &&
    !lexicon.commonWords.has(`${first.word} ${next.word}`)
  if (isPair) return next.end
  const isFirstWord = !/[a-z]/.test(folded.slice(0, first.start))
  return given.has(first.word) && (!isFirstWord || isStrange(first)) ? first.end : undefined
}

/** The longest form of up to five words from `at` on, words apart by a space, a hyphen or nothing. */
function latinForm(
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  tools: NamingTools,
): { readonly form: Form; readonly end: number } | undefined {
  let best: { form: Form; end: number } | undefined
  let text = ''
  for (let to = at; to < Math.min(words.length, at + 5); to++) {
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
    if (alone && word.word === 'grace' && /^ period/.test(folded.slice(word.end))) continue
    best = { form, end: word.end }
  }
  return best
}

/** Mr Chen, Dr Zhang Wei, Boss Chen, and with the title behind: Zhou zong. */
function latinTitle(
  raw: string,
  folded: string,
  words: readonly LatinWord[],
  at: number,
  book: Gazetteer,
  tools: NamingTools,
): PersonMention | undefined {
  const { lexicon } = tools
  const first = words[at]!
  const behind = words[at + 1]
  if (behind !== undefined && folded.slice(first.end, behind.start) === ' ') {
    const title = lexicon.titles.find((t) => t.pinyin.includes(behind.word))
    const bearers = book.bySurname.get(first.word)
    if (title !== undefined && bearers !== undefined && behind.word.length > 1) {
      const ids = idsOf(bearers.filter((c) => titleFits(title, c)))
      return { start: first.start, end: behind.end, ids, by: ids.length > 0 ? 'title' : 'unknown' }
    }
  }
  for (const length of [2, 1]) {
    const titleText = words
      .slice(at, at + length)
      .map((w) => w.word)
      .join(' ')
    const last = words[at + length - 1]
    const title = [...lexicon.titles, ...lexicon.before].find(
      (t) =>
        t.en.includes(titleText) ||
        (length === 1 && lexicon.before.includes(t) && t.pinyin.includes(titleText) && titleText.length > 2),
    )
    const next = words[at + length]
    if (title === undefined || last === undefined || next === undefined) continue
    if (!/^\.? $/.test(folded.slice(last.end, next.start))) continue
    const form = latinForm(folded, words, at + length, book, tools)
    if (form !== undefined && form.form.kind !== 'company') {
      const ids = form.form.ids.filter((id) => fits(title, id, book))
      if (form.form.kind === 'name' && ids.length > 0)
        return { start: first.start, end: form.end, ids: [...ids].sort(), by: 'form' }
    }
    const bearers = book.bySurname.get(next.word)?.filter((c) => titleFits(title, c)) ?? []
    const given =
      form !== undefined && form.form.kind === 'given'
        ? form.form.ids.filter((id) => fits(title, id, book))
        : []
    const ids = bearers.length > 0 ? idsOf(bearers) : [...given].sort()
    if (ids.length > 0)
      return {
        start: first.start,
        end: bearers.length > 0 ? next.end : (form?.end ?? next.end),
        ids,
        by: 'title',
      }
    const isCapital = /[A-Z]/.test(raw[next.start] ?? '')
    const isTitleOnly = /^(?:mr|mrs|ms|miss|mdm|madam|mister)$/.test(titleText)
    if (tools.isOrdinary(next.word) && !isCapital) continue
    if (
      (isTitleOnly && next.word.length > 1) ||
      (isCapital && lexicon.surnames.roman.has(next.word)) ||
      book.bySurname.has(next.word)
    ) {
      const further = words[at + length + 1]
      const hasMore =
        further !== undefined &&
        folded.slice(next.end, further.start) === ' ' &&
        /[A-Z]/.test(raw[further.start] ?? '') &&
        !tools.isOrdinary(further.word)
      return { start: first.start, end: hasMore ? further.end : next.end, ids: [], by: 'unknown' }
    }
  }
  return undefined
}
