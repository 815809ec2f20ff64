/** Words that point to a customer without a name. Offsets are into the folded text. */
export interface Reference {
  readonly start: number
  readonly end: number
  readonly to:
    | { readonly kind: 'person'; readonly gender?: 'male' | 'female' }
    /** A row of the list last shown, from 0; -1 for the last. */
    | { readonly kind: 'row'; readonly at: number }
    /** Several who were spoken of together. */
    | { readonly kind: 'group' }
    /** The one of them who is not being spoken of. */
    | { readonly kind: 'other' }
  /** A name put here has to be a possessive: "his phone". */
  readonly owns: boolean
}

const NUMERALS = '零一二三四五六七八九十'
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

const ROW_ZH =
  /(?:给|跟|看看?|打)?(?:第([一二三四五六七八九十]{1,3}|\d{1,2})(?:个|位|名|条|家|笔|(?=[。?？!]*$))|(最后(?:那|一)?(?:个|位|名|条)))(?:客户|那个|那位)?/
const ROW_EN = new RegExp(
  `(?<![a-z])(?:(?:the |^)(${ORDINALS.join('|')}|last|\\d{1,2}(?:st|nd|rd|th))(?: (?:one|customer|client|person|guy|name)(?![a-z])|(?=[.?!]*$))|(?:number|no\\.?|#) ?(\\d{1,2})(?!\\d))`,
)
const BARE_NUMBER = /^(\d{1,2})[.。]?$/
const PERSON_ZH =
  /(?<![其吉])[他她](?!行|们|俩|乡|人|家的?(?:银行|行))|(?<![一-鿿])[伊佢渠](?![一-鿿]{0,1}(?:利|斯))|拨伊|给伊|问伊|(?:这|那|该)(?:个|位)?客户|(?:这|那)(?:位|个人)/
const GROUP_ZH =
  /[他她]们|[他她]俩|(?<![前后了过有])(?:(?:两|三)(?:位|个人)|(?:两|三|几)(?:位|个人?)(?:都|全|也)|[这那](?:两|三|几)(?:位|个人?))|(?<![一-鿿])俩人?/
const GROUP_EN = /(?<![a-z])(?:them|they|both(?: of them)?|all (?:three|of them))(?![a-z])/
const OTHER_ZH = /(?:另外?|别的|还有)(?:一?个|那个|一?位|那位)(?:客户)?/
const OTHER_EN = /(?<![a-z])the other(?: one)?(?![a-z])/
const PERSON_EN =
  /(?<![a-z])(?:(he|him|his|she|her|hers)|(?:this|that) (?:customer|client|guy|lady|one))(?![a-z])/
/** What follows "her" where it is not a thing of hers. */
const NO_THING =
  /^(?:[.,?!]|$| (?:on|at|to|for|in|about|by|back|again|and|or|if|that|today|tomorrow|tmr|next|this|later|off|now|up|out|from|with|until|till|down|mon|tue|wed|thu|fri|sat|sun|yesterday|just|but|please|pls|no)(?![a-z]))/

/** The first pointing words of a message; undefined where there are none. */
export function referenceIn(folded: string): Reference | undefined {
  return (
    rowIn(folded) ??
    simple(folded, 'other', OTHER_ZH, OTHER_EN) ??
    simple(folded, 'group', GROUP_ZH, GROUP_EN) ??
    personIn(folded)
  )
}

function simple(folded: string, kind: 'group' | 'other', zh: RegExp, en: RegExp): Reference | undefined {
  const match = zh.exec(folded) ?? en.exec(folded)
  if (match === null) return undefined
  return { start: match.index, end: match.index + match[0].length, to: { kind }, owns: false }
}

function rowIn(folded: string): Reference | undefined {
  const bare = BARE_NUMBER.exec(folded.trim())
  if (bare !== null) return { start: 0, end: folded.length, to: row(Number(bare[1]) - 1), owns: false }
  const zh = ROW_ZH.exec(folded)
  if (zh !== null) {
    const [all, place, last] = zh
    const verb = /^(?:给|跟|看看?|打)/.exec(all)?.[0].length ?? 0
    const at = last === undefined ? numberOf(place ?? '') - 1 : -1
    return { start: zh.index + verb, end: zh.index + all.length, to: row(at), owns: false }
  }
  const en = ROW_EN.exec(folded)
  if (en === null) return undefined
  const [all, ordinal, number] = en
  const word = ORDINALS.indexOf(ordinal ?? '')
  const at = ordinal === 'last' ? -1 : word >= 0 ? word : Number.parseInt(ordinal ?? number ?? '0', 10) - 1
  const end = en.index + all.length
  return {
    start: en.index,
    end,
    to: row(at),
    owns: /^ [a-z]/.test(folded.slice(end)) && !NO_THING.test(folded.slice(end)),
  }
}

function personIn(folded: string): Reference | undefined {
  const zh = PERSON_ZH.exec(folded)
  if (zh !== null)
    return {
      start: zh.index,
      end: zh.index + zh[0].length,
      // 他 may be said of anybody, 她 of a woman only.
      to: zh[0] === '她' ? { kind: 'person', gender: 'female' } : { kind: 'person' },
      owns: false,
    }
  const en = PERSON_EN.exec(folded)
  if (en === null) return undefined
  const [all, pronoun] = en
  const end = en.index + all.length
  const gender =
    pronoun === undefined
      ? {}
      : ({ gender: pronoun.startsWith('h') && !pronoun.startsWith('her') ? 'male' : 'female' } as const)
  const owns = pronoun === 'his' || (pronoun === 'her' && !NO_THING.test(folded.slice(end)))
  return { start: en.index, end, to: { kind: 'person', ...gender }, owns }
}

function row(at: number): Reference['to'] {
  return { kind: 'row', at }
}

function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said]
  const ten = said.includes('十') ? (tens === '' ? 1 : NUMERALS.indexOf(tens ?? '')) * 10 : 0
  return ten + (ones === '' || ones === undefined ? 0 : NUMERALS.indexOf(ones))
}
