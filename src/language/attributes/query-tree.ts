import type { AttributeQuery } from '../../domain/customer/attribute-query.js'
import type { AttributeHit } from './attribute-hit.js'

const HAN_VERBS =
  '(?:的|是|做|当|搞|开|干|在|有|买|办|持有|配置?|投|过|了|什么|任何|住|喜欢|爱|属于|算|给|签|同意)*'
const NOT_BEFORE = new RegExp(
  `(?:不是|并非|并不|(?<!有)没有?|从没|未|(?<![除])非|不(?!少|止|到|超|足|低|满)|无|除了?|除去|排除|去掉|剔除|不要|不含|不包括|扣掉)${HAN_VERBS}$|` +
    "(?<![a-z])(?:not|no|non|without|except(?:ing)?(?: for)?|exclud(?:e|es|ing)|other than|but not|never|minus|leave out|(?:is|are|do|does|did|have|has|was|were)(?:n't|nt| not))(?:[ -](?:a|an|any|the|in|have|has|having|had|hold|holds|own|owns|bought|buy|got|like|likes|who|are|is|those|yet|being|been|with|clients?|customers?))*[ -]?$",
)
const NOT_AFTER =
  /^(?:的|客户|人|们)*(?:除外|以外|之外|不要|不算|不含|不包括|去掉)|^(?:s?(?: clients?| customers?)?) (?:excluded|not included|aside)/
const OR = /或者?|或是|要么|(?<![a-z])(?:or|either)(?![a-z])/
const LIST = /[、/&+]|和|与|跟|及|以及|还有|兼|又|也|(?<![a-z])(?:and|plus|as well as|also|both)(?![a-z])/
const BREAK = /[,。;]|里头?|里面|当中|其中|之中|中(?=$|的)| {2,}/

/** Of which a customer has only one, so that "doctors and lawyers" can only be either. */
const ONE_OF: ReadonlySet<string> = new Set([
  'occupation',
  'trade',
  'company',
  'name',
  'address',
  'gender',
  'type',
  'tier',
  'risk',
  'card',
  'age',
  'born',
  'birthday-month',
  'prefers',
  'assessment',
  'family',
])

interface Leaf {
  readonly hit: AttributeHit
  readonly negated: boolean
  /** What stands between the leaf before and this one. */
  readonly joined: 'or' | 'and' | 'none'
  /** A comma or 里 stands between: a new condition on all that was said before. */
  readonly isNew: boolean
}

/**
 * The tree of what is asked. Neighbours of one field are alternatives (doctors and lawyers), other neighbours
 * conditions; `or` is looser than that, a comma looser still. A "not" holds for the whole list behind it.
 */
export function queryTree(
  raw: string,
  folded: string,
  found: readonly AttributeHit[],
): AttributeQuery | undefined {
  const saidOnce = withoutRepeats(found)
  const leaves = saidOnce.map((hit, index): Leaf => {
    const from = index === 0 ? 0 : (saidOnce[index - 1]?.end ?? 0)
    const gap = folded.slice(from, hit.start)
    const isOr = index > 0 && OR.test(gap)
    return {
      hit,
      negated: hit.whole === undefined && (NOT_BEFORE.test(gap) || NOT_AFTER.test(folded.slice(hit.end))),
      joined: isOr ? 'or' : index > 0 && (LIST.test(gap) || gap === '') ? 'and' : 'none',
      isNew: index > 0 && !isOr && BREAK.test(gap),
    }
  })
  const clauses = splitBefore(groupsOf(leaves, raw), (group) => group.first.isNew)
  return together(
    'all',
    clauses.map((clause) => {
      const ways = splitBefore(clause, (group) => group.first.joined === 'or')
      return together(
        'any',
        ways.map((way) =>
          together(
            'all',
            way.map(({ query }) => query),
          ),
        ),
      )
    }),
  )
}

/** 想约几个医生 … 当医生的: said twice, asked once. */
function withoutRepeats(found: readonly AttributeHit[]): readonly AttributeHit[] {
  const said = new Set<string>()
  return found.filter(({ attribute }) => {
    const key = JSON.stringify(attribute)
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  })
}

interface Group {
  readonly first: Leaf
  readonly query: AttributeQuery
}

function groupsOf(leaves: readonly Leaf[], raw: string): readonly Group[] {
  const lists = splitBefore(leaves, (leaf, before) => before === undefined || !continues(leaf, before))
  return lists.map((list): Group => {
    const first = list[0]!
    const isEither = list.some((leaf) => leaf.joined === 'or')
    const queries = list.map(
      ({ hit }): AttributeQuery => ({
        kind: 'is',
        attribute: hit.attribute,
        said: raw.slice(hit.start, hit.end),
      }),
    )
    const isAny = first.negated || isEither || ONE_OF.has(first.hit.attribute.of)
    const query = together(isAny ? 'any' : 'all', queries)!
    return { first, query: first.negated ? { kind: 'not', query } : query }
  })
}

/** Whether the leaf goes on with the list of the one before: the same field, said as a list, without a "not" of its own. */
function continues(leaf: Leaf, before: Leaf): boolean {
  if (leaf.hit.attribute.of !== before.hit.attribute.of || leaf.negated || leaf.hit.whole === true)
    return false
  return leaf.joined !== 'none' || (leaf.isNew && ONE_OF.has(leaf.hit.attribute.of))
}

function splitBefore<T>(
  list: readonly T[],
  begins: (item: T, before: T | undefined) => boolean,
): readonly T[][] {
  const out: T[][] = []
  for (const [index, item] of list.entries()) {
    const last = out.at(-1)
    if (last === undefined || begins(item, list[index - 1])) out.push([item])
    else last.push(item)
  }
  return out
}

function together(
  kind: 'all' | 'any',
  queries: readonly (AttributeQuery | undefined)[],
): AttributeQuery | undefined {
  const said = queries.filter((query) => query !== undefined)
  return said.length > 1 ? { kind, queries: said } : said[0]
}
