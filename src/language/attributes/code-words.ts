import type { Attribute } from '../../domain/customer/attribute-query.js'
import type { RiskRating } from '../../domain/customer/profile-fields.js'
import type { RiskLevel } from '../../domain/ledger/holding.js'
import { TIERS, type Tier } from '../../domain/policy.js'
import { matchesIn } from '../text/matches-in.js'
import { englishValue, HAN_NUMERALS, numeralValue } from '../text/numerals.js'
import type { AttributeHit } from './attribute-hit.js'

const RATINGS: readonly RiskRating[] = ['C1', 'C2', 'C3', 'C4', 'C5']
const RISK =
  /(?<![a-z0-9])c ?([1-5])(?:级)?(?: ?(?<up>以上|及以上|或以上|起|往上|\+|(?:and|or) (?:above|up|higher|over))| ?(?<down>以下|及以下|或以下|(?:and|or) (?:below|lower|under))| ?(?:到|至|-|to|~) ?c? ?(?<to>[1-5]))?(?![a-z0-9])/g
const TIER =
  /(?<![a-z'])(?:(?:tiers?|grade|class) (?<en>[a-e](?:(?:,| and| or|\/|&)+ ?[a-e])*)(?![a-z])|(?<list>[a-e](?: ?(?:[、,/和与及&]|and|or) ?[a-e]|[a-e])*)(?: ?(?:类|级|档|等级)|[- ]?(?:tiers?|class|grade|rated|list(?:ed)?|clients|customers|people|ones|accounts)(?![a-z]))|(?:the|my|all|our|which|only) (?<many>[a-e]'s|[b-e]s(?: and (?:the )?[b-e]s)*)(?![a-z])|(?<owned>[a-e]'s(?:(?:,| and| or| &)+ ?[a-e]'s)*)(?![a-z])|(?<=(?:an|are|is|rated|was) )(?<one>[a-e])(?= (?:client|customer)(?![a-z])|[?.! ]*$)(?![a-z]))/g
/** May be proposed a product of the level: 能买R4的, "who can buy R4". */
const LEVEL =
  /(?:(?:能|可以?|敢|会)(?:买|做|投|配|接受|承受)(?:的)?(?:风险)?)?(?<![a-z])r ?([1-5])(?![\d.]|\d)(?:级|的)?(?:产品|理财|基金)?(?:(?:能|可以?|该)?(?:卖|推|推荐|介绍)(?:给)?)?|(?<![a-z])(?:(?:can|could|may|able to) (?:i )?(?:buy|take|hold|invest in|get|sell|offer|be (?:sold|offered)) (?:an? |into )?)?r ?([1-5])(?: products?| funds?)?(?: to)?(?![a-z\d])/g

/** Codes of the bank: risk ratings C1–C5, tiers A–E. */
export function codeWords(folded: string): readonly AttributeHit[] {
  return [
    ...hits(folded, RISK, (match) => {
      const at = Number(match[1]) - 1
      const { up, down, to } = match.groups ?? {}
      if (up !== undefined) return { of: 'risk', in: RATINGS.slice(at) }
      if (down !== undefined) return { of: 'risk', in: RATINGS.slice(0, at + 1) }
      return { of: 'risk', in: RATINGS.slice(at, to === undefined ? at + 1 : Number(to)) }
    }),
    ...hits(folded, TIER, (match) => {
      const { en, list, many, owned, one } = match.groups ?? {}
      const said = en ?? list ?? many ?? owned ?? one ?? ''
      const letters = said.replace(/and|or|the|s/g, ' ').toUpperCase()
      return { of: 'tier', in: TIERS.filter((tier: Tier) => letters.includes(tier)) }
    }),
    ...hits(folded, LEVEL, (match) => {
      const level = match[1] ?? match[2]
      return level === undefined ? undefined : { of: 'may-buy', level: `R${level}` as RiskLevel }
    }),
  ]
}

const YEARS = `(?:\\d{1,3}|[${HAN_NUMERALS}]{1,3})`
const AGE_ZH = new RegExp(
  `(?<from>${YEARS})(?:周?岁)? ?(?:到|至|-|~) ?(?<to>${YEARS})周?岁(?:之间)?|` +
    `(?:(?<over>超过|大于|年过|过了?|满|至少)|(?<under>不到|低于|小于|未满|不满|不超过))(?<bound>${YEARS})周?岁|` +
    `(?<age>${YEARS})(?:周?岁|多岁)(?:(?<up>以上|往上|及以上|开外|多)|(?<down>以下|以内|及以下)|(?<about>左右|上下|出头))?|` +
    `(?<decade>[5-9]0|[05]0|零零|[五六七八九]零)后`,
  'g',
)
const TENS: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
}
const AGE_EN = new RegExp(
  '(?<![a-z0-9])(?:(?:aged?|between) (?:between )?(?<from>\\d{2}) ?(?:-|to|and|–) ?(?<to>\\d{2})(?: years?(?: old)?)?|' +
    '(?:(?<over>over|above|older than|at least|past)|(?<under>under|below|younger than)) (?:the age of )?(?<bound>\\d{2})(?:s)?(?: years?(?: old| of age)?)?(?! ?(?:(?:k|m|w|mn|mil|million|thousand|grand|yuan|rmb|days?|weeks?|months?|calls?)(?![a-z])|%|万))(?![\\d,.]\\d|[a-z0-9])|' +
    `in (?:their|his|her) (?<tens>${Object.keys(TENS).join('|')})|aged? (?<at>\\d{2}) (?:(?:or|and) (?:more|over|above|older|up|upwards))|aged? (?<age>\\d{2})|(?<plus>\\d{2})\\+(?! ?(?:k|m|w))(?=$| ))(?![a-z0-9])`,
  'g',
)

/** Ages and decades of birth. */
export function ageWords(folded: string): readonly AttributeHit[] {
  return [...hits(folded, AGE_ZH, ageOf), ...hits(folded, AGE_EN, ageOf)]
}

function ageOf(match: RegExpExecArray): Attribute | undefined {
  const g = match.groups ?? {}
  const number = (text: string | undefined) => (text === undefined ? undefined : numeralValue(text))
  if (g['decade'] !== undefined) return decadeOf(g['decade'])
  if (g['tens'] !== undefined) return { of: 'age', from: TENS[g['tens']]!, to: TENS[g['tens']]! + 9 }
  const [from, to] = [number(g['from']), number(g['to'])]
  if (from !== undefined && to !== undefined) return { of: 'age', from, to }
  const bound = number(g['bound'])
  if (bound !== undefined) {
    // 年过六十, over 60: from 60 on; 不到40, under 40: up to 39.
    return g['under'] !== undefined
      ? { of: 'age', to: /不超过/.test(g['under']) ? bound : bound - 1 }
      : { of: 'age', from: bound }
  }
  if (g['at'] !== undefined) return { of: 'age', from: Number(g['at']) }
  const age = number(g['age'] ?? g['plus'])
  if (age === undefined || age > 120) return undefined
  if (g['up'] !== undefined || g['plus'] !== undefined) return { of: 'age', from: age }
  if (g['down'] !== undefined) return { of: 'age', to: age }
  if (g['about'] !== undefined) return { of: 'age', from: age - 2, to: age + 4 }
  return match[0].includes('多岁') ? { of: 'age', from: age, to: age + 9 } : { of: 'age', from: age, to: age }
}

function decadeOf(said: string): Attribute {
  const tens = /^\d/.test(said) ? Number(said) : (numeralValue(said.slice(0, 1)) ?? 0) * 10
  const first = tens < 30 ? 2000 + tens : 1900 + tens
  return { of: 'born', from: first, to: first + 9 }
}

/** The number of "three months", 半年, 两个多月; undefined for words that are none. */
export function countOf(text: string): number | undefined {
  return numeralValue(text) ?? englishValue(text)
}

export function hits(
  folded: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Attribute | undefined,
  whole?: true,
): readonly AttributeHit[] {
  return matchesIn(folded, pattern).flatMap((match) => {
    const attribute = read(match)
    if (attribute === undefined) return []
    const end = match.index + match[0].trimEnd().length
    return [{ start: match.index, end, attribute, ...(whole === undefined ? {} : { whole }) }]
  })
}
