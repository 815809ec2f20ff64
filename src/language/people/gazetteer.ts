import type { Gender } from '../../domain/customer/customer.js'
import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import { type Colleague, type ColleagueNames, colleagueNames } from './colleagues.js'
import { companyForms } from './companies.js'
import type { KnownCustomer } from './known-customer.js'
import { type NameParts, nameParts, type Surnames, umlautVariants } from './name-parts.js'
import { createNearForms, type NearForms } from './near-forms.js'
import type { Title } from './titles.js'

/** The naming customs of a language community, as data. */
export interface NamingLexicon {
  readonly titles: readonly Title[]
  /** 老, 小, 阿 and their kin, said before a surname. */
  readonly before: readonly Title[]
  readonly diminutives: Readonly<Record<string, readonly string[]>>
  /** Given names that are better known as something else: 国庆. */
  readonly commonWords: ReadonlySet<string>
  readonly surnames: Surnames
}

/** What a form of words names: a name or nickname wins alone over a surname or a given name. */
export type FormKind = 'name' | 'nickname' | 'given' | 'company' | 'brand'

export interface Form {
  readonly ids: readonly string[]
  readonly kind: FormKind
}

/** One book's customers by every form in which a message may name them. Built once, read only. */
export interface Gazetteer {
  readonly customers: ReadonlyMap<string, KnownCustomer>
  readonly han: ReadonlyMap<string, Form>
  readonly latin: ReadonlyMap<string, Form>
  /** By Chinese surname and by its spelling: a book's Chen and 陈 are one surname, Wong and 王 are not. */
  readonly bySurname: ReadonlyMap<string, readonly KnownCustomer[]>
  readonly near: NearForms
  /** The managers of the branch, beside the customers. */
  readonly colleagues: ColleagueNames
  readonly longestHan: number
}

const STRENGTH: Readonly<Record<FormKind, number>> = { nickname: 3, name: 3, company: 2, brand: 1, given: 1 }

export function buildGazetteer(
  customers: readonly KnownCustomer[],
  lexicon: NamingLexicon,
  pinyin: Pinyin,
  fold: (raw: string) => string,
  colleagues: readonly Colleague[] = [],
): Gazetteer {
  const han = new Map<string, { ids: string[]; kind: FormKind }>()
  const latin = new Map<string, { ids: string[]; kind: FormKind }>()
  const bySurname = new Map<string, KnownCustomer[]>()
  const add = (text: string, kind: FormKind, id: string) => {
    if (text.length < 2) return
    const forms = hasHan(text) ? han : latin
    const known = forms.get(text)
    if (known === undefined || STRENGTH[kind] > STRENGTH[known.kind]) forms.set(text, { ids: [id], kind })
    else if (STRENGTH[kind] === STRENGTH[known.kind] && !known.ids.includes(id)) known.ids.push(id)
  }
  for (const customer of customers) {
    const parts = nameParts(fold(customer.name), lexicon.surnames, pinyin)
    for (const surname of new Set([
      parts.surname,
      ...parts.surnameSpelled.map((spelled) => spelled.replaceAll(' ', '')),
    ])) {
      if (surname !== '') bySurname.set(surname, [...(bySurname.get(surname) ?? []), customer])
    }
    for (const [text, kind] of formsOf(customer, parts, lexicon, pinyin, fold)) add(text, kind, customer.id)
  }
  return {
    customers: new Map(customers.map((c) => [c.id, c])),
    han,
    latin,
    bySurname,
    near: createNearForms(han, latin, pinyin),
    colleagues: colleagueNames(colleagues, lexicon, pinyin, fold),
    longestHan: Math.max(0, ...[...han.keys()].map((text) => text.length)),
  }
}

type Forms = Iterable<readonly [string, FormKind]>

function* formsOf(
  customer: KnownCustomer,
  parts: NameParts,
  lexicon: NamingLexicon,
  pinyin: Pinyin,
  fold: (raw: string) => string,
): Forms {
  const name = fold(customer.name).replace(/[·.]/g, ' ')
  yield [name, 'name']
  if (hasHan(name)) yield* spelledName(parts, lexicon)
  else yield* englishName(name, parts, lexicon)
  if (hasHan(name) && parts.given.length > 1 && !lexicon.commonWords.has(parts.given))
    yield [parts.given, 'given']
  if (hasHan(name) && parts.surname.length > 1) yield [parts.surname, 'given']
  if (customer.nickname !== undefined && customer.nickname !== '') {
    yield* nicknameForms(fold(customer.nickname), customer.gender, lexicon, pinyin)
  }
  if (customer.company !== undefined && customer.company !== '') {
    const { forms, brand } = companyForms(fold(customer.company))
    for (const form of forms) yield [form, 'company']
    if (brand !== undefined) yield [`${brand}|`, 'brand']
  }
}

/** Chen Jianguo, chenjianguo, Jianguo Chen, Jianguo. */
function* spelledName(parts: NameParts, { commonWords }: NamingLexicon): Forms {
  for (const surname of parts.surnameSpelled.flatMap((s) => umlautVariants(s.replace(' ', '')))) {
    for (const spelled of parts.givenSpelled.flatMap((s) => umlautVariants(s))) {
      const given = spelled.replaceAll(' ', '')
      yield [`${surname} ${given}`, 'name']
      yield [`${surname}${given}`, 'name']
      yield [`${given} ${surname}`, 'name']
      if (spelled !== given) yield [`${surname} ${spelled}`, 'name']
      if (spelled !== given && !commonWords.has(given)) {
        yield [given, 'given']
        yield [spelled, 'given']
      }
    }
  }
}

function* englishName(name: string, parts: NameParts, lexicon: NamingLexicon): Forms {
  if (parts.surname === '') return
  yield [`${parts.surname} ${parts.given}`, 'name']
  yield [parts.given, 'given']
  for (const short of lexicon.diminutives[parts.given] ?? []) {
    yield [short, 'given']
    yield [`${short} ${parts.surname}`, 'name']
  }
  yield [name.replaceAll(' ', ''), 'name']
}

/** A nickname, its pinyin, and its plain translation: 陈总, chen zong, boss chen. */
function* nicknameForms(
  nickname: string,
  gender: Gender | undefined,
  lexicon: NamingLexicon,
  pinyin: Pinyin,
): Forms {
  yield [nickname, 'nickname']
  if (!hasHan(nickname)) {
    yield* translatedBack(nickname, lexicon)
    return
  }
  const spell = (text: string) => {
    const reading = lexicon.surnames.readings[text] ?? pinyin.of(text).join('')
    return umlautVariants(reading)
  }
  for (const [titles, isBefore] of [
    [lexicon.titles, false],
    [lexicon.before, true],
  ] as const) {
    for (const title of titles) {
      if (title.gender !== undefined && gender !== undefined && title.gender !== gender) continue
      const word = title.zh.find(
        (zh) => (isBefore ? nickname.startsWith(zh) : nickname.endsWith(zh)) && nickname.length > zh.length,
      )
      if (word === undefined) continue
      const who = isBefore ? nickname.slice(word.length) : nickname.slice(0, -word.length)
      for (const spelled of spell(who)) {
        for (const spelledTitle of umlautVariants(pinyin.of(word).join(''))) {
          yield [isBefore ? `${spelledTitle} ${spelled}` : `${spelled} ${spelledTitle}`, 'nickname']
          yield [isBefore ? `${spelledTitle}${spelled}` : `${spelled}${spelledTitle}`, 'nickname']
        }
        for (const english of title.en) yield [`${english} ${spelled}`, 'nickname']
      }
      // 刘姨 and 刘阿姨, 王姐 and 王大姐 are one way of saying it.
      if (title.id === 'aunt' || title.id === 'sister') {
        for (const other of title.zh.filter((zh) => /^(?:大?姐|阿?姨)$/.test(zh)))
          yield [`${who}${other}`, 'nickname']
      }
      return
    }
  }
  yield [pinyin.of(nickname).join(' '), 'nickname']
}

/** "Mrs Zhao" is also 赵太太; only where the surname is written in letters that the caller folded. */
function* translatedBack(nickname: string, lexicon: NamingLexicon): Forms {
  const [first, ...rest] = nickname.replaceAll('.', '').split(' ')
  const title = lexicon.titles.find((t) => t.en.includes(first ?? ''))
  if (title === undefined || rest.length === 0) return
  for (const word of title.en) yield [`${word} ${rest.join(' ')}`, 'nickname']
}
