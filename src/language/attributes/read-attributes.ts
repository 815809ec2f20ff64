import type { AttributeQuestion } from '../../domain/customer/attribute-query.js'
import type { Day } from '../../domain/day.js'
import type { Product } from '../../domain/ledger/product.js'
import { isExact } from '../days/mention.js'
import type { DayReader } from '../days/read-days.js'
import type { KindMention, KindReader } from '../products/product-kinds.js'
import { readSums, type SumMention } from '../sums/read-sums.js'
import { matchesIn } from '../text/matches-in.js'
import { type AttributeHit, withoutOverlaps } from './attribute-hit.js'
import { ageWords, codeWords, countOf } from './code-words.js'
import { type AttributeConcept, createConceptReader } from './concepts.js'
import { freeWords } from './free-words.js'
import { leftOutOf } from './left-out.js'
import { productHits } from './product-hits.js'
import { queryTree } from './query-tree.js'
import { birthdayWords, contactGaps, happenings } from './time-words.js'

export interface AttributeWords {
  readonly concepts: readonly AttributeConcept[]
  readonly kinds: KindReader
  readonly days: DayReader
  /** As the rest of the language folds. */
  readonly fold: (text: string) => string
  /** The surnames that are spelt so in letters: 吴, 武 and 伍 for wu. */
  readonly surnamesSpelt: (letters: string) => readonly string[]
}

/** What a question asks of customers. */
export interface AttributesRead {
  /** Absent where it names no attribute and does not ask for everybody. */
  readonly question?: AttributeQuestion
  /** Conditions that were said and not understood, as the manager said them. */
  readonly leftOut: readonly string[]
}

/** @param products those that may be named as held */
export type AttributeReader = (text: string, today: Day, products?: readonly Product[]) => AttributesRead

export function createAttributeReader({
  concepts,
  kinds,
  days,
  fold,
  surnamesSpelt,
}: AttributeWords): AttributeReader {
  const conceptHits = createConceptReader(concepts)
  return (text, today, products = []) => {
    const folded = fold(text)
    const gaps = contactGaps(folded, today, days)
    const dated = days.read(folded, today, 'ahead').filter((d) => d.dayless !== true && isExact(d))
    const ages = ageWords(folded).filter((age) => !dated.some((d) => age.start < d.end && d.start < age.end))
    const exact = [...ages, ...codeWords(folded), ...birthdayWords(folded, today)]
    const named = conceptHits(folded)
    const held = kinds(folded)
    const money = moneyHits(folded, readSums(folded, [...gaps, ...exact]), held, named)
    const happening = happenings(folded, today, days)
    const product = productHits(folded, products)
    const kindHits = held.map(
      ({ kind, start, end }): AttributeHit => ({ start, end, attribute: { of: 'held', kinds: [kind] } }),
    )
    const found = withoutOverlaps([
      gaps,
      product,
      exact,
      happening.filter(({ whole }) => whole === true),
      money,
      named.filter(({ attribute }) => attribute.of === 'held' && attribute.named !== undefined),
      [...named, ...kindHits],
      happening,
      freeWords(folded, surnamesSpelt),
    ])
    const query = queryTree(text, folded, found)
    const order = SMALLEST.test(folded) ? 'smallest' : 'largest'
    const limit = limitOf(folded)
    const leftOut = () =>
      leftOutOf(text, folded, [
        ...found,
        ...['ahead', 'back'].flatMap((look) => days.read(folded, today, look as 'ahead' | 'back')),
        ...OF_THE_LIST.flatMap((words) =>
          matchesIn(folded, words).map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
        ),
      ])
    if (
      query === undefined &&
      !EVERYBODY.test(folded) &&
      !WHOLE_SUM.test(folded) &&
      limit === undefined &&
      !SUPERLATIVE.test(folded)
    )
      return { leftOut: leftOut() }
    return {
      question: {
        ...(query === undefined ? {} : { query }),
        order,
        ...(limit === undefined ? {} : { limit }),
      },
      leftOut: leftOut(),
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
  /(?:一共|总共|总计|全部|所有|合计|到底)(?:有|是)?(?:多少|几)?(?:个|位|名)?(?:的)?客户|客户(?:一共|总共|总数|总量|全部|有多少|多少)|多少(?:个|位|名)?客户|(?<![a-z])(?:how many|all(?: of)?|list|count|number of|total)(?: my| of my| the)? (?:clients?|customers?)|(?:clients?|customers?) (?:do i have|in total)/
/** What all customers come to: 一共管着多少钱, "total assets of my book". */
const WHOLE_SUM =
  /管(?:着|理)?(?:了|的)?(?:客户)?(?:的)?(?:总)?(?:资产|钱|规模|资金)?(?:一共|总共|总的?)?(?:有|是)?(?:多少|几个?亿)|(?:总资产|管理规模|总规模|资产总额|aum)(?:有|是)?(?:多少|几)|(?<![a-z])(?:total (?:assets|aum)|how much (?:do|am) i (?:manag|look(?:ing)? after)(?:e|ing)?|assets under management|size of my book)(?![a-z])/
const SUPERLATIVE =
  /最(?:有钱|大|富|多|小|少|高|低)|资产(?:前|排名)|(?<![a-z])(?:top|biggest|largest|richest|smallest|lowest|poorest|wealthiest|top ?\d)(?![a-z])/
const SMALLEST = /最(?:小|少|低|穷)|倒数|(?<![a-z])(?:smallest|lowest|poorest|bottom)(?![a-z])/
const MOST_EN = 'biggest|largest|richest|smallest|wealthiest|poorest|best|top'
const COUNT_EN = '\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|a dozen'
const LIMIT = new RegExp(
  `(?:前|top ?|最[大小多少高低](?:的)?|倒数)(?:面)?(\\d{1,3}|[一二两三四五六七八九十]{1,3})(?!\\d|[万亿年月天])(?:个|位|名|户|大)?|(?<![a-z])(?:top|bottom|${MOST_EN}) ?(${COUNT_EN})(?![a-z\\d])|(?<![a-z\\d])(${COUNT_EN}) (?:${MOST_EN})(?![a-z])`,
)
/** The one at the top, where no number is said: 资产最多的客户是谁, "my biggest client". */
const ONE_ALONE =
  /最(?:有钱|大|富|多|小|少|高|低)的?(?:那个|那位|一个|一位)?(?:客户|人)?(?:是|叫)(?:谁|哪个|哪位|哪一个)|谁的?(?:钱|资产)?最(?:多|少|大|有钱|富)|(?<![a-z])(?:biggest|largest|richest|smallest|wealthiest|poorest|top) (?:client|customer|one|account)(?![a-z])/
/** The words of the other lists, which narrow nothing: 到期, 大额异动, 该联系, "what's maturing". */
const LIST_WORDS =
  /到期|大额(?:异动|资金|变动|进出)?|异动|动账|进出|进账|出账|转出|转入|转走|流[入出]|大钱|大笔|资金|过?生日|寿星|纪念日|联系|打(?:了|过)?电话|跟进|回访|适合|推荐|推给?|卖给?|营销|晨报|排(?:名|行)?|金额|余额|资产|规模|风险(?:承受)?(?:能力|等级|级别|评级)?|客户(?:等级|级别)|管(?:着|理)?|(?<![a-z-])(?:matur(?:e|es|ed|ing|ity|ities)|due|large|big|movements?|flows?|inflows?|outflows?|money|moved|cash|funds? in|deposits?|in or out|birthdays?|bdays?|anniversar(?:y|ies)|contact(?:s|ed|ing)?|call(?:s|ed|ing)?|touch|reach|suit(?:s|ed|able)?|offer|sell|buy|fit|match|assets|aum|holdings?|hold(?:s|ing)?|holders?|own(?:s|ing)?|bought|products?|manage|amount|value|sum|rated|rating|risk|tiers?|book|due|soon|whom|altogether|together)(?![a-z-])/

/** Words of the question as a whole: no condition of it is left out with them. */
const OF_THE_LIST = [LIST_WORDS, EVERYBODY, WHOLE_SUM, SUPERLATIVE, LIMIT].map(
  ({ source }) => new RegExp(source, 'g'),
)

function limitOf(folded: string): number | undefined {
  if (ONE_ALONE.test(folded)) return 1
  const match = LIMIT.exec(folded)
  const said = match?.[1] ?? match?.[2] ?? match?.[3]
  const count = said === 'a dozen' ? 12 : said === undefined ? undefined : countOf(said)
  return count === undefined || count < 1 ? undefined : Math.round(count)
}
