import type { AttributeQuestion } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { DayReader } from '../days/read-days.js'
import type { KindMention, KindReader } from '../product-kinds.js'
import { readSums, type SumMention } from '../sums/read-sums.js'
import { type AttributeHit, withoutOverlaps } from './attribute-hit.js'
import { ageWords, codeWords, countOf } from './code-words.js'
import { type AttributeConcept, createConceptReader } from './concepts.js'
import { freeWords } from './free-words.js'
import { queryTree } from './query-tree.js'
import { birthdayWords, contactGaps, maturingWords } from './time-words.js'

export interface AttributeWords {
  readonly concepts: readonly AttributeConcept[]
  readonly kinds: KindReader
  readonly days: DayReader
  /** As the rest of the language folds. */
  readonly fold: (text: string) => string
  /** The surnames that are spelt so in letters: 吴, 武 and 伍 for wu. */
  readonly surnamesSpelt: (letters: string) => readonly string[]
}

/** Reads what a question asks of customers; undefined where it names no attribute and does not ask for everybody. */
export type AttributeReader = (text: string, today: Day) => AttributeQuestion | undefined

export function createAttributeReader({
  concepts,
  kinds,
  days,
  fold,
  surnamesSpelt,
}: AttributeWords): AttributeReader {
  const conceptHits = createConceptReader(concepts)
  return (text, today) => {
    const folded = fold(text)
    const gaps = contactGaps(folded, today, days)
    const exact = [...ageWords(folded), ...codeWords(folded), ...birthdayWords(folded, today)]
    const named = conceptHits(folded)
    const held = kinds(folded)
    const money = moneyHits(folded, readSums(folded, [...gaps, ...exact]), held, named)
    const maturing = maturingWords(folded, today, days)
    const kindHits = held.map(
      ({ kind, start, end }): AttributeHit => ({ start, end, attribute: { of: 'held', kinds: [kind] } }),
    )
    const found = withoutOverlaps([
      gaps,
      exact,
      money,
      [...named, ...kindHits],
      freeWords(folded, surnamesSpelt),
      maturing,
    ])
    const query = queryTree(text, folded, found)
    const order = SMALLEST.test(folded) ? 'smallest' : 'largest'
    const limit = limitOf(folded)
    if (query === undefined && !EVERYBODY.test(folded) && limit === undefined && !SUPERLATIVE.test(folded))
      return undefined
    return {
      ...(query === undefined ? {} : { query }),
      order,
      ...(limit === undefined ? {} : { limit }),
    }
  }
}

/** Sums are of assets, but for those beside a kind of product: 50万以上的理财, funds over 200k. */
function moneyHits(
  folded: string,
  sums: readonly SumMention[],
  kinds: readonly KindMention[],
  named: readonly AttributeHit[],
): readonly AttributeHit[] {
  const holdings = [
    ...kinds.map(({ kind, start, end }) => ({ kinds: [kind], start, end })),
    ...named.flatMap(({ attribute, start, end }) =>
      attribute.of === 'held' ? [{ kinds: attribute.kinds, start, end }] : [],
    ),
  ]
  return sums.map(({ start, end, range }): AttributeHit => {
    const of = holdings.find(
      (h) =>
        (h.end <= start && SUM_BEHIND.test(folded.slice(h.end, start))) ||
        (end <= h.start && SUM_BEFORE.test(folded.slice(end, h.start))),
    )
    if (of === undefined) return { start: withWord(folded, start), end, attribute: { of: 'assets', range } }
    return {
      start: Math.min(start, of.start),
      end: Math.max(end, of.end),
      attribute: { of: 'held', kinds: of.kinds, range },
    }
  })
}

const SUM_BEHIND =
  /^(?:余额|金额|有|持有|超过|大于|在|达到?|是|的|买了|放了| |of|worth|over|above|more than|under|below|at least|less than|up to|totall?ing|balance)*$/
const SUM_BEFORE = /^(?:的|元|块|人民币| |of|in|worth of|rmb|yuan|an?|any|the|his|her|their)*$/

/** 资产 in front of the sum is part of what was said. */
function withWord(folded: string, start: number): number {
  const before = /(?:总?资产|aum|身家|assets?(?: of)?|with us)(?:在|有|是|超过|大于| )*$/.exec(
    folded.slice(0, start),
  )
  return before === null ? start : before.index
}

const EVERYBODY =
  /(?:一共|总共|总计|全部|所有|合计|到底)(?:有|是)?(?:多少|几)?(?:个|位|名)?(?:的)?客户|客户(?:一共|总共|总数|总量|全部|有多少|多少)|多少(?:个|位|名)?客户|(?:how many|all(?: of)?|list|count|number of|total)(?: my| of my| the)? (?:clients?|customers?)|(?:clients?|customers?) (?:do i have|in total)/
const SUPERLATIVE =
  /最(?:有钱|大|富|多|小|少|高|低)|资产(?:前|排名)|(?<![a-z])(?:top|biggest|largest|richest|smallest|lowest|poorest|wealthiest)(?![a-z])/
const SMALLEST = /最(?:小|少|低|穷)|倒数|(?<![a-z])(?:smallest|lowest|poorest|bottom)(?![a-z])/
const LIMIT =
  /(?:前|最[大小多少高低](?:的)?|倒数)(?:面)?(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|位|名|户|大)?|(?<![a-z])(?:top|bottom|biggest|largest|richest|smallest) (\d{1,3}|three|five|ten|twenty|a dozen)(?![a-z\d])|(?<![a-z\d])(\d{1,2}) (?:biggest|largest|richest|smallest)/

function limitOf(folded: string): number | undefined {
  const match = LIMIT.exec(folded)
  const said = match?.[1] ?? match?.[2] ?? match?.[3]
  const count = said === 'a dozen' ? 12 : said === undefined ? undefined : countOf(said)
  return count === undefined || count < 1 ? undefined : Math.round(count)
}
