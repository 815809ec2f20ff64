import type { Attribute } from '../../domain/customer/attribute-query.js'
import { matchesIn } from '../text/matches-in.js'
import type { AttributeHit } from './attribute-hit.js'

/** Where a sentence says that any word at all names a trade, a firm, a place, a hobby or a surname. */
const WAYS: readonly { readonly of: TextAttribute; readonly pattern: RegExp }[] = [
  {
    of: 'name',
    pattern:
      /(?:姓|surnamed |(?:clients?|customers?|people|anyone|someone|anybody|everyone|everybody|who(?: is|'s)) (?:called|named) |(?:last|family) name (?:is )?)(?<word>[一-龥]{1,2}?|[a-z]+)(?=的|$|有|客户|[,.?!]| )/g,
  },
  { of: 'company', pattern: /在(?<word>[一-龥a-z0-9]{2,10}?)(?:那边|里)?(?:上班|工作|任职|做事|当差|干活)/g },
  {
    of: 'company',
    pattern:
      /(?<![a-z])(?:works?|working|employed) (?:at|for|with) (?:the )?(?<word>[a-z0-9][a-z0-9&' -]{1,24}?)(?=$|[,.?!]| (?:and|or|with|who|above|over|under|but))/g,
  },
  {
    of: 'trade',
    pattern:
      /(?:做|搞|干|从事|经营|卖)(?<word>[一-龥a-z]{1,6}?)(?:生意|行业|行当|这行|买卖|产业)?(?:的|(?=客户))/g,
  },
  { of: 'trade', pattern: /开(?<word>[一-龥]{1,5}?)(?:店|馆|厂|铺|公司|吧|房)的?/g },
  { of: 'trade', pattern: /(?<word>[一-龥a-z]{2,5}?)(?:行业|圈|这一行)(?:里)?的?/g },
  {
    of: 'trade',
    pattern:
      /(?<![a-z])(?:anyone|anybody|people|clients?|customers?|someone|who(?: do i have| is|'s)?|those) (?:who (?:are|is|work) )?in (?:the )?(?<word>[a-z][a-z& -]{2,20}?)(?= (?:business|industry|trade|sector|line|field)|$|[,.?!]| (?:and|or|with|who|above|over|under|but))/g,
  },
  {
    of: 'trade',
    pattern:
      /(?<![a-z])(?:in|from) the (?<word>[a-z][a-z& -]{2,20}?) (?:business|industry|trade|sector|field)/g,
  },
  {
    of: 'hobby',
    pattern:
      /(?:喜欢|喜爱|爱好(?:是)?|热爱|迷上了?|爱)(?:打|玩|去|踢|听|看|做|下|练|跳|喝|吃)?(?<word>[一-龥a-z]{1,5}?)(?:的|(?=客户|$|,))/g,
  },
  {
    of: 'hobby',
    pattern:
      /(?<![a-z])(?:likes?|loves?|plays?|enjoys?|into|keen on|fond of) (?<word>[a-z][a-z ]{1,18}?)(?=$|[,.?!]| (?:and|or|with|who|above|over|under|but|clients?|customers?))/g,
  },
  {
    of: 'address',
    pattern: /(?:住在?|家在)(?<word>[一-龥a-z0-9]{2,8}?)(?:那边|附近|一带|那片|这边)?(?:的|(?=客户|$|,))/g,
  },
  {
    of: 'address',
    pattern:
      /(?<![a-z])(?:who )?(?:lives?|living) (?:in|near|on|around) (?:the )?(?<word>[a-z0-9][a-z0-9 ]{2,20}?)(?=$|[,.?!]| (?:and|or|with|who|above|over|under|but))/g,
  },
]
type TextAttribute = Extract<Attribute, { readonly words: readonly string[] }>['of']

/** Words that name nothing: 做什么的, anyone in my book. */
const NOTHING =
  /^(?:什么|啥|哪些?|谁|这个?|那个?|多少|几个?|个|得|了|好|不错|最|过|一下|客户|人|点|些|my|our|the|book|total|general|current|cash|gold|funds?|loans?|touch|need|debt|that|this|it|them|most|more|to .*|my .*|our .*|his .*|her .*|total.*)$/

/** The words left to themselves; a lexicon's own word in the same place counts before them. */
export function freeWords(
  folded: string,
  surnamesSpelt: (letters: string) => readonly string[],
): readonly AttributeHit[] {
  return WAYS.flatMap(({ of, pattern }) =>
    matchesIn(folded, pattern).flatMap((match) => {
      const word = (match.groups?.['word'] ?? '').trim()
      if (word === '' || NOTHING.test(word)) return []
      return [
        {
          start: match.index,
          end: match.index + match[0].trimEnd().length,
          attribute: { of, words: of === 'name' ? [word, ...surnamesSpelt(word)] : [word] },
        },
      ]
    }),
  )
}
