import { type AttributeQuery, attributesOf } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { Particulars } from '../particulars/particulars.js'
import type { KnownCustomer } from './known-customer.js'
import { worksAt } from './workplaces.js'

const TITLES: readonly (readonly [RegExp, RegExp])[] = [
  [/医生|大夫|doctor|physician|dr/, /医生|大夫|doctor/i],
  [/老师|教师|teacher|professor|教授/, /教师|老师|教授|teacher/i],
  [/会计|accountant|财务/, /会计|财务|accountant/i],
  [/律师|lawyer|solicitor|attorney/, /律师|lawyer/i],
  [/工程师|engineer|it男|程序员|搞技术/, /工程|engineer|程序/i],
  [/退休|retired|retiree|pensioner/, /退休|retired/i],
  [/公务员|civil servant|机关/, /公务员|civil/i],
  [/警察|police|公安/, /警察|police/i],
  [/老板|企业主|business owner|boss|owner/, /企业主|个体|老板|owner/i],
  [/高管|executive/, /高管|executive/i],
  [/销售|sales(?:man|person|woman)?/, /销售|sales/i],
  [/家庭主妇|全职太太|housewife|homemaker/, /家庭主妇|主妇|home/i],
  [/自由职业|freelancer?/, /自由职业|freelance/i],
]
const FEMALE = /女的?|她|(?<![a-z])(?:woman|lady|female|she|her)(?![a-z])/
const MALE = /男的?|(?<![a-z])(?:man|guy|male|he|him)(?![a-z])/
const LEAD =
  /^(?:是|就是|我说的是|说的是|指的是|做|搞|开|在|当|尾号|(?:it'?s|it was|i mean|i meant|the one|the|one|who|that|at|in|from|with|is|works?|an?) )+/
const TAIL =
  /(?:的)?(?:那个|那位|这个|这位|那一位|那家|的|吧|啊|呢)*[。.?!！？ ]*$|(?: one| guy| lady| client| customer| person)[.?! ]*$/

/**
 * Whom of a few words describe that name nobody: the trade, the firm, the sex or the last digits of the phone.
 * Empty where they fit none.
 */
export function describedAmong(
  text: string,
  candidates: readonly KnownCustomer[],
  { attributes, fold, spell }: Pick<Particulars, 'attributes' | 'fold' | 'spell'>,
  today: Day,
): readonly string[] {
  const said = text.trim().replace(LEAD, '').replace(TAIL, '').trim()
  if (said === '') return []
  const fitting = (fits: (customer: KnownCustomer) => boolean) => candidates.filter(fits).map(({ id }) => id)
  const digits = /\d{3,}/.exec(said)?.[0]
  if (digits !== undefined) {
    const byPhone = fitting(({ phone }) => phone?.replace(/\D/g, '').endsWith(digits) === true)
    if (byPhone.length > 0) return byPhone
  }
  const title = TITLES.find(([words]) => words.test(said))
  if (title !== undefined) {
    const byTrade = fitting(({ occupation }) => occupation !== undefined && title[1].test(occupation))
    if (byTrade.length > 0) return byTrade
  }
  if (said.length >= 2) {
    const shown = (customer: KnownCustomer) =>
      [customer.name, customer.nickname, customer.company, customer.occupation].map((one) => one && fold(one))
    const byWords = fitting((customer) =>
      shown(customer).some(
        (one) => one !== undefined && (one.includes(said) || (one.length > 1 && said.includes(one))),
      ),
    )
    if (byWords.length > 0) return byWords
    const letters = /^[a-z ]+$/.test(said) ? said.replaceAll(' ', '') : ''
    const bySound =
      letters === ''
        ? []
        : fitting(({ name }) => spell(name, 'name').some((syllables) => sounds(syllables, letters)))
    if (bySound.length > 0) return bySound
    const firm = /(?:at|from|in|with) ([a-z][a-z &]+)$/.exec(text.trim())?.[1]
    if (firm !== undefined) {
      const byFirm = fitting(
        (customer) => customer.company !== undefined && fold(customer.company).includes(firm),
      )
      if (byFirm.length > 0) return byFirm
    }
  }
  const words = tradeWords(attributes(said, today).question?.query)
  const byTrade = fitting(({ occupation, company }) =>
    [occupation, company].some((of) => of !== undefined && words.some((word) => fold(of).includes(word))),
  )
  if (byTrade.length > 0) return byTrade
  const byPlace = fitting(({ company }) => worksAt(said, company) === true)
  if (byPlace.length === 1) return byPlace
  const bySpelling = /^[a-z &]+$/.test(said)
    ? fitting(({ company }) => company !== undefined && isSpeltLike(said, spell(company, 'words')))
    : []
  if (bySpelling.length > 0) return bySpelling
  const sex = FEMALE.test(said) ? 'female' : MALE.test(said) ? 'male' : undefined
  return sex === undefined || said.length > 8 ? [] : fitting(({ gender }) => gender === sex)
}

/** Words of either language for the trades that are named: logistics is 物流, too. */
function tradeWords(query: AttributeQuery | undefined): readonly string[] {
  if (query === undefined) return []
  return attributesOf(query).flatMap((attribute) =>
    attribute.of === 'trade' || attribute.of === 'occupation' ? attribute.words : [],
  )
}

/** A word of it is how the firm's name begins or goes on: "xinghe software" of 星河软件. */
function isSpeltLike(said: string, spellings: readonly (readonly string[])[]): boolean {
  const words = said.match(/[a-z]{5,}/g) ?? []
  return words.some((word) =>
    spellings.some((syllables) =>
      syllables.some(
        (_, from) =>
          syllables
            .slice(from + 2)
            .some((__, more) => syllables.slice(from, from + 2 + more).join('') === word) ||
          syllables.slice(from).join('') === word,
      ),
    ),
  )
}

/** Initials, or the whole spelling: cjg and chenjianguo for 陈建国. */
function sounds(syllables: readonly string[], letters: string): boolean {
  return syllables.map((syllable) => syllable[0]).join('') === letters || syllables.join('') === letters
}
