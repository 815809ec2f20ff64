import { isOfWords, wordsAtEnd, wordsAtStart } from '../text/parted.js'

interface Span {
  readonly start: number
  readonly end: number
}

/** Words by which a question is put and which narrow nothing. */
const ASKING_ZH = [
  '哪些个?|哪几[个位]|哪[个位家]|都?有谁|都?是谁|谁家?的?|几[个位名]|多少[个位名]?|有没有|有吗|是哪些|啥|什么|怎么样|是不是|如何',
  '名单|列表|清单|名字|情况|信息|数据|记录|明细|报表|表格?',
  '客户们?|人们?|用户|户头?|的|了|吗|嘛|呢|吧|啊|呀|哈|哦|喔|哎|诶|嗯|之类|等等',
  '我们?(?:手上|手里|手头|这儿|这里|这边|名下)?|咱们?(?:手上|手里|这儿)?|自己|名下|手上|手里|手头|账上|账户里?|行里|本行|系统里?',
  '给我?|帮我?|替我|麻烦|请|劳驾|看看?|看一?下|查(?:一?下|查|询)?|拉(?:一?下|出来?)?|捞(?:一?下|出来?)?|筛(?:选|一?下|出来?)?|找(?:一?下|找|出来?)?|调(?:一?下|出来?)?|列(?:一?下|出来?)?|说(?:一?下|说)?|告诉|显示|统计|数(?:一?下|数)?|出来|要|想(?:要|知道|看看?)?|知道|来(?:个|份)?|发|打开|需要|一下',
  '都|也|还|就|只|仅|全|全部|所有|一共|总共|合计|共计|总的?|加起来|目前|现在|当前|已经?|比较|大概|大约|左右|差不多|另外|再|又|且|并且|而且|同时|以及|或者?|和|与|跟|及|但是?|却|可是|不过',
  '里面?|其中|当中|之中|中间?|内|外|上|下|前|后|之?间|这[些个几批]?|那[些个几批]?|[他她它]们?|其|各',
  '持有|拥有|买(?:了|过)?|办(?:了|过)?|配置|配了|放了?|投了?|不是|不要|没有?|未|从|不|无|除了?|上?次|家',
  '在|是|有|属于|算|为|被|把|从|到|对|能|可以|会|应该|得|该|过|着|来|去|做|当|每|按|按照|根据|条件|要求|符合|满足',
  '[个位名家笔只]|第?[一二两三四五六七八九十]?[个位]|今儿?|钱|资金|产品|东西|名|级|类|档|等级|级别',
]
const ASKING_EN =
  "who(?:'s|se|m|s)?|which|what(?:'s|s)?|how|many|much|list(?:s|ing)?|show|give|tell|get|got|find|see|pull|fetch|display|name|names|want|need|like|let|bring|send|know|check|look(?:ing)?|search|count|number|total|out|up|over|me|my|mine|i|i'm|i'?ve|we|us|our|you|your|it|its|he|she|they|them|their|theirs|there|these|those|this|that|the|a|an|any|anyone|anybody|anything|some|someone|something|somebody|everyone|everybody|all|every|each|one|ones|both|people|persons?|folks|guys|clients?|customers?|cust|book|portfolio|names?|accounts?|relationships?|of|in|on|at|to|for|from|by|with|within|under|among|and|or|but|also|plus|as|so|then|than|too|am|is|are|was|were|be|been|being|do|does|did|done|has|have|had|having|can|could|will|would|should|shall|may|might|must|please|pls|plz|hi|hey|ok|okay|now|currently|still|yet|already|just|only|really|here|s|ah|lah|leh|huh|right|not|no|non|without|except|excluding|other|hold|holds|holding|own|owns|bought|since|whatever"
const EN = new RegExp(`^(?:${ASKING_EN})$`)
const ZH = ASKING_ZH.join('|')
const WORD = new RegExp(`^(?:${ZH}|[\\s'’"“”])$`)
const WORD_OR_NUMBER = new RegExp(`^(?:${ZH}|[\\s'’"“”\\d])$`)
/** Characters of the longest of the words: 我们手上. */
const LONGEST_WORD = 4

/** Stands where something was understood; no message holds it. */
const TAKEN = '\uE000'

/** What of a question is named back as not honoured is short: more is no condition. */
const LONGEST = 24

/**
 * What is said besides the conditions that were understood and the words that only ask: a condition that cannot be
 * honoured, as the manager said it. Offsets of `spans` are into `folded`, which is as long as `raw`.
 */
export function leftOutOf(raw: string, folded: string, spans: readonly Span[]): readonly string[] {
  let open = folded
  for (const { start, end } of spans)
    open = open.slice(0, start) + TAKEN.repeat(Math.max(0, end - start)) + open.slice(end)
  const left: string[] = []
  for (const { 0: piece, index } of open.matchAll(/[^\uE000,，。.;；、/&?？!！:：()（）~～…]+/g)) {
    for (const [start, end] of /[一-鿿]/.test(piece) ? han(piece) : latin(piece)) {
      const said = raw.slice(index + start, index + end).trim()
      if (!TOO_LITTLE.test(said) && said.length <= LONGEST) left.push(said)
    }
  }
  return left
}

/** One character, or none: no condition is said in it. */
const TOO_LITTLE = /^[^a-z\d]?$|^[a-z\d]$/i

type Part = readonly [start: number, end: number]

function han(piece: string): readonly Part[] {
  if (isOfWords(piece, WORD_OR_NUMBER, LONGEST_WORD)) return []
  const start = wordsAtStart(piece, WORD, LONGEST_WORD)
  const end = piece.length - wordsAtEnd(piece.slice(start), WORD, LONGEST_WORD)
  return end > start ? [[start, end]] : []
}

/** Runs of words that do not only ask: `left-handed`, `study abroad`. */
function latin(piece: string): readonly Part[] {
  const parts: Part[] = []
  let from = -1
  let to = -1
  for (const match of piece.matchAll(/[a-z\d][a-z\d'’-]*/g)) {
    const { index } = match
    const isAsking = EN.test(match[0])
    if (!isAsking) {
      if (from < 0) from = index
      to = index + match[0].length
    } else if (from >= 0 && to >= 0 && !JOINS.test(match[0])) {
      parts.push([from, to])
      from = -1
    }
  }
  if (from >= 0) parts.push([from, to])
  return parts
}

/** Small words that may stand inside a condition: live in the north. */
const JOINS = /^(?:in|on|at|to|of|the|a|an|for|with|their|his|her|my|by)$/
