import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import { companyForms } from './companies.js'
import type { KnownCustomer } from './known-customer.js'
import { givenSpelled, type NameParts, nameParts, surnameSpelled, umlautVariants } from './name-parts.js'
import type { NamingLexicon } from './naming-lexicon.js'
import { hanNicknames, latinNicknames } from './nicknames.js'

/** What a form of words names: a name or nickname wins alone over a surname or a given name. */
export type FormKind = 'name' | 'nickname' | 'given' | 'company' | 'brand'

export type NamingForm = readonly [text: string, kind: FormKind]

/** One customer's forms of naming, which depend on nothing else of the book. */
export interface CustomerNames {
  /** The surname as written and as spelt in letters. */
  readonly surnames: readonly string[]
  readonly han: readonly NamingForm[]
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
  const name = fold(customer.name).replace(/[·.]/g, ' ')
  const nickname = fold(customer.nickname ?? '')
  const company = companyForms(fold(customer.company ?? '').slice(0, LONGEST_SAID))
  if (name.length > LONGEST_SAID)
    return { surnames: [], han: [[name, 'name']], latin: () => [[name, 'name']] }
  const parts = nameParts(fold(customer.name), lexicon.surnames)
  const surnames = [...new Set([parts.surname, ...surnameSpelled(parts, lexicon.surnames, pinyin)])]
  const han: NamingForm[] = []
  if (hasHan(name)) {
    han.push([name, 'name'])
    if (parts.given.length > 1 && !lexicon.commonWords.has(parts.given)) han.push([parts.given, 'given'])
    if (parts.surname.length > 1) han.push([parts.surname, 'given'])
  }
  if (hasHan(nickname))
    for (const form of hanNicknames(nickname, customer.gender, lexicon)) han.push([form, 'nickname'])
  for (const form of company.forms) if (hasHan(form)) han.push([form, 'company'])
  if (company.brand !== undefined) han.push([`${company.brand}|`, 'brand'])
  let latin: readonly NamingForm[] | undefined
  return {
    surnames: surnames.filter((surname) => surname !== '').map((surname) => surname.replaceAll(' ', '')),
    han,
    latin: () => {
      latin ??= [
        ...(hasHan(name) ? spelledName(parts, lexicon, pinyin) : englishName(name, parts, lexicon)),
        ...(nickname === ''
          ? []
          : [...latinNicknames(nickname, customer.gender, lexicon, pinyin)].map(asNickname)),
        ...company.forms.filter((form) => !hasHan(form)).map(asCompany),
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

/** Chen Jianguo, chenjianguo, Jianguo Chen, Jianguo. */
function* spelledName(parts: NameParts, lexicon: NamingLexicon, pinyin: Pinyin): Iterable<NamingForm> {
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

function* englishName(name: string, parts: NameParts, lexicon: NamingLexicon): Iterable<NamingForm> {
  yield [name, 'name']
  if (parts.surname === '') return
  yield [`${parts.surname} ${parts.given}`, 'name']
  yield [parts.given, 'given']
  for (const short of lexicon.diminutives[parts.given] ?? []) {
    yield [short, 'given']
    yield [`${short} ${parts.surname}`, 'name']
  }
  yield [name.replaceAll(' ', ''), 'name']
}
