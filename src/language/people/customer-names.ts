import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import { companyForms } from './companies.js'
import type { KnownCustomer } from './known-customer.js'
import { bare, businessForms, isMarked, markedForms, partsOfName } from './marked-names.js'
import { givenSpelled, type NameParts, nameParts, surnameSpelled, umlautVariants } from './name-parts.js'
import type { NamingForm } from './naming-form.js'
import type { NamingLexicon } from './naming-lexicon.js'
import { hanNicknames, latinNicknames } from './nicknames.js'

/** One customer's forms of naming, which depend on nothing else of the book. */
export interface CustomerNames {
  /** The surname as written and as spelt in letters. */
  readonly surnames: readonly string[]
  readonly han: readonly NamingForm[]
  /** Without marks and blanks; only of names that are more than characters or words. */
  readonly marked: readonly NamingForm[]
  /** Made when first asked for: Chinese messages hold hardly any. */
  latin(): readonly NamingForm[]
}

/** Nobody says more of a name than this; what is longer is found as it is written only. */
const LONGEST_SAID = 40

/** Takes time in the length of the names. @param fold as messages are folded. */
export function customerNames(
  customer: KnownCustomer,
  lexicon: NamingLexicon,
  pinyin: Pinyin,
  fold: (raw: string) => string,
): CustomerNames {
  const whole = fold(customer.name).trim()
  if (whole.length > LONGEST_SAID) return asWritten(whole)
  const name = (hasHan(whole) ? common(whole) : whole)
    .replace(/[·・.-]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const nickname = fold(customer.nickname ?? '')
  const company = companyForms(fold(customer.company ?? '').slice(0, LONGEST_SAID))
  const business = businessForms(whole)
  const parts = nameParts(name, lexicon.surnames)
  const isPerson = business.length === 0
  const han: NamingForm[] = []
  if (hasHan(name)) {
    han.push([name.replaceAll(' ', ''), 'name'])
    const inCharacters = [...(isPerson ? [parts.given] : []), ...partsOfName(name)]
    for (const part of inCharacters)
      if (part.length > 1 && /^[一-鿿]+$/.test(part) && !lexicon.commonWords.has(part))
        han.push([part, 'given'])
    if (parts.surname.length > 1) han.push([parts.surname, 'given'])
  }
  if (hasHan(nickname))
    for (const form of hanNicknames(nickname, customer.gender, lexicon)) han.push([form, 'nickname'])
  const companies = [...company.forms.map(asCompany), ...business]
  for (const form of companies) if (hasHan(form[0])) han.push(form)
  if (company.brand !== undefined) han.push([`${company.brand}|`, 'brand'])
  const surnames = isPerson ? [parts.surname, ...surnameSpelled(parts, lexicon.surnames, pinyin)] : []
  let latin: readonly NamingForm[] | undefined
  return {
    surnames: [...new Set(surnames.map((surname) => surname.replaceAll(' ', '')))].filter((s) => s !== ''),
    han,
    marked: [
      ...(isMarked(whole) ? markedForms(whole) : []),
      ...(isMarked(nickname) && nickname !== '' ? markedForms(nickname) : []),
    ],
    latin: () => {
      latin ??= [
        ...(hasHan(name) ? spelledName(name, parts, lexicon, pinyin) : englishName(name, parts, lexicon)),
        ...(nickname === ''
          ? []
          : [...latinNicknames(nickname, customer.gender, lexicon, pinyin)].map(asNickname)),
        ...companies.filter(([form]) => !hasHan(form)),
      ]
      return latin
    },
  }
}

function asNickname(text: string): NamingForm {
  return [text, 'nickname']
}

function asCompany(text: string): NamingForm {
  return [text, 'company']
}

function asWritten(name: string): CustomerNames {
  const form: NamingForm = [name, 'name']
  const isHan = hasHan(name)
  return {
    surnames: [],
    han: isHan ? [form] : [],
    marked: isMarked(name) ? [[bare(name), 'name']] : [],
    latin: () => (isHan ? [] : [form]),
  }
}

/** Characters of names that keyboards hardly have, and the ones that are typed for them. */
const RARE: Readonly<Record<string, string>> = { 𠮷: '吉', 髙: '高', 﨑: '崎', 濵: '滨', 栁: '柳', 㛃: '洁' }

function common(name: string): string {
  let out = ''
  for (const character of name) out += RARE[character] ?? character
  return out
}

/** Chen Jianguo, chenjianguo, Jianguo Chen, Jianguo. */
function* spelledName(
  name: string,
  parts: NameParts,
  lexicon: NamingLexicon,
  pinyin: Pinyin,
): Iterable<NamingForm> {
  yield* spelledParts(partsOfName(name), pinyin)
  const spelt = givenSpelled(parts, pinyin)
  for (const first of surnameSpelled(parts, lexicon.surnames, pinyin)) {
    for (const surname of umlautVariants(first.replaceAll(' ', ''))) {
      for (const spelled of spelt.flatMap(umlautVariants)) {
        const given = spelled.replaceAll(' ', '')
        yield [`${surname} ${given}`, 'name']
        yield [`${surname}${given}`, 'name']
        yield [`${given} ${surname}`, 'name']
        if (spelled === given) continue
        yield [`${surname} ${spelled}`, 'name']
        if (lexicon.commonWords.has(given)) continue
        yield [given, 'given']
        yield [spelled, 'given']
      }
    }
  }
}

/** Maimaiti Tuerxun, of 买买提·吐尔逊. */
function* spelledParts(parts: readonly string[], pinyin: Pinyin): Iterable<NamingForm> {
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^[一-鿿]+$/.test(part))) return
  const spelt = parts.map((part) => pinyin.of(part).join(''))
  yield [spelt.join(' '), 'name']
  yield [spelt.join(''), 'name']
  for (const [i, part] of parts.entries()) if (part.length > 1) yield [spelt[i] ?? '', 'given']
}

function* englishName(name: string, parts: NameParts, lexicon: NamingLexicon): Iterable<NamingForm> {
  yield [name, 'name']
  if (parts.surname === '') return
  // "Harper will" is Harper, who will.
  if (!lexicon.surnames.words.has(parts.given)) yield [`${parts.surname} ${parts.given}`, 'name']
  yield [parts.given, 'given']
  for (const short of lexicon.diminutives[parts.given] ?? []) {
    yield [short, 'given']
    yield [`${short} ${parts.surname}`, 'name']
  }
  yield [name.replaceAll(' ', ''), 'name']
}
