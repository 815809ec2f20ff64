import type { LinkType } from '../../domain/customer/link.js'
import type { Parsed } from '../parse.js'
import type { PersonMention } from '../people/find-mentions.js'

/** What is asked of links. */
export type LinksAsked =
  /** Companies and their people, all of them. */
  | { readonly about: 'all' }
  | { readonly about: 'no-owner' }
  /** Who owns, or who else is at, a company; its name as it was written, absent where none was. */
  | { readonly about: 'owner' | 'same'; readonly company?: string }

/** One of the two that a link joins: whom its words may mean, and the words. */
export interface BondEnd {
  readonly said: string
  readonly candidates: readonly string[]
}

/** What one customer is said to be to another. */
export interface BondTold {
  readonly type: LinkType
  /** On whom it is kept: the company, the child, whoever was introduced. */
  readonly on: BondEnd
  /** Who is its owner, parent, introducer. */
  readonly other: BondEnd
}

/** Somebody new who was introduced. */
export interface Newcomer {
  readonly name: string
  readonly phone?: string
}

const ZH: readonly (readonly [LinkType, string])[] = [
  ['owner', '(?:大|小)?老板(?:娘)?|东家|老总|实际控制人|业主|掌柜|当家的'],
  ['legal-representative', '法人(?:代表)?|法定代表人'],
  ['finance', '财务(?:负责人|总监|经理|主管|人员)?|会计|出纳|管账的'],
  ['employee', '员工|职员|店员|下属|伙计|店长|司机|秘书|助理|合伙人'],
  ['spouse', '爱人|老公|老婆|丈夫|妻子|太太|先生|媳妇|配偶|对象|老伴|夫人'],
  ['parent', '父亲|爸爸?|母亲|妈妈?|爹|娘|老爸|老妈'],
  ['child', '(?:大|小|二)?(?:儿子|女儿|闺女)|孩子'],
]
const EN: readonly (readonly [LinkType, string])[] = [
  ['owner', 'owner|boss|proprietor'],
  ['legal-representative', 'legal rep(?:resentative)?'],
  ['finance', 'accountant|bookkeeper|finance (?:contact|manager|director|officer)|cfo|treasurer|cashier'],
  ['employee', 'employee|assistant|secretary|driver|manager'],
  ['spouse', 'wife|husband|spouse|partner|better half|other half|missus'],
  ['parent', 'father|mother|dad|mum|mom'],
  ['child', 'son|daughter|child|kid'],
]

const A = '\ue001'
const B = '\ue002'
const NAMED = `(?:${A}|${B})`

interface Form {
  readonly pattern: RegExp
  readonly type: LinkType
  /** Which of the two, in the order of the words, it is kept on. */
  readonly on: 'first' | 'second'
}

const FORMS: readonly Form[] = [
  ...ZH.flatMap(([type, words]): Form[] => [
    form(
      `${NAMED}(?:就|也|可)?(?:是|当|做|做了|担任)(?:了)?${NAMED}(?:家|这边|那边|公司|店里?)?的?(?:${words})`,
      type,
      'second',
    ),
    form(`${NAMED}(?:家|公司|店里?)?的?(?:${words})(?:就|现在)?(?:是|叫|换成了?)${NAMED}`, type, 'first'),
  ]),
  form(
    `${NAMED}(?:和|跟|与|、)${NAMED}(?:就|他们|她们)?(?:俩|两个|两人)?(?:是)?(?:夫妻|夫妇|两口子|一对儿?|小两口|老两口)`,
    'spouse',
    'second',
  ),
  form(`${NAMED}(?:和|跟|与)${NAMED}(?:已经|上个?月|去年|刚)?(?:结婚|领证)了?`, 'spouse', 'second'),
  form(`${NAMED}(?:和|跟|与)${NAMED}(?:俩)?是(?:父子|父女|母子|母女)`, 'parent', 'second'),
  form(
    `${NAMED}(?:是)?(?:由|经|通过)?${NAMED}(?:给我们|给我|帮忙)?(?:介绍|推荐|转介|转介绍|带)(?:来|过来)?的$`,
    'introduced-by',
    'first',
  ),
  form(
    `${NAMED}(?:是)(?:由|经|通过)?${NAMED}(?:给我们|给我|帮忙)?(?:介绍|推荐|转介|转介绍|带)(?:来|过来)?的`,
    'introduced-by',
    'first',
  ),
  form(
    `${NAMED}(?:给我们|给我|帮我|帮忙|今天|昨天|上周|刚刚|刚)*(?:介绍|推荐|转介|转介绍|带)(?:来|过来)?(?:了|的)?(?:一?个?)?(?:新)?(?:客户|朋友)?(?:叫|是)?${NAMED}`,
    'introduced-by',
    'second',
  ),
  form(
    `${NAMED}(?:在|给)${NAMED}(?:那里|那儿|那边|家|公司|店里)?(?:管账|管钱|做账|当会计|做会计|当财务|做财务|管财务)`,
    'finance',
    'second',
  ),
  form(
    `${NAMED}(?:在|给|帮)${NAMED}(?:那里|那儿|那边|家|公司|店里)?(?:上班|工作|打工|干活|做事)`,
    'employee',
    'second',
  ),
  form(`${NAMED}(?:自己)?(?:开|创办|经营|控股)(?:的|了)${NAMED}`, 'owner', 'second'),
  form(`${NAMED}是${NAMED}(?:自己)?(?:开|创办|经营)的`, 'owner', 'first'),
  form(`${NAMED}(?:嫁给了?|娶了)${NAMED}`, 'spouse', 'second'),
  ...EN.flatMap(([type, words]): Form[] => [
    form(
      `${NAMED}(?: is|'s| was| became)(?: now)? ${NAMED}(?:'s|s'|') (?:new |only |eldest |older |younger )?(?:${words})(?![a-z])`,
      type,
      'second',
    ),
    form(
      `${NAMED}(?: is|'s)(?: now)? (?:the |an? )?(?:new |only |eldest )?(?:${words}) (?:of|at|for) ${NAMED}`,
      type,
      'second',
    ),
    form(
      `${NAMED}(?:'s|s'|') (?:new |only |eldest )?(?:${words}) (?:is|=)(?: called| now)? ${NAMED}`,
      type,
      'first',
    ),
    form(`(?:the )?(?:${words}) (?:of|at) ${NAMED} is ${NAMED}`, type, 'first'),
  ]),
  form(`${NAMED} (?:is |got |just )*married (?:to )?${NAMED}`, 'spouse', 'second'),
  form(
    `${NAMED} (?:and|&) ${NAMED} are (?:married|husband and wife|a couple|spouses|man and wife)`,
    'spouse',
    'second',
  ),
  form(`${NAMED} (?:also )?(?:owns|runs|founded|opened) ${NAMED}`, 'owner', 'second'),
  form(`${NAMED} (?:is |was )?(?:owned|run|founded) by ${NAMED}`, 'owner', 'first'),
  form(
    `${NAMED} (?:does|keeps|handles|looks after) the (?:books|accounts|finances?|money) (?:for|of|at) ${NAMED}`,
    'finance',
    'second',
  ),
  form(`${NAMED} (?:works|is working) (?:for|at|with) ${NAMED}`, 'employee', 'second'),
  form(
    `${NAMED} (?:was |is |got |came )*(?:introduced|referred|recommended|brought in|sent)(?: to (?:us|me))? by ${NAMED}`,
    'introduced-by',
    'first',
  ),
  form(
    `${NAMED} (?:has |just |kindly )*(?:introduced|referred|recommended|brought in|brought|sent)(?: us| me)?(?: to)?(?: a)?(?: new)?(?: client| customer| friend)?(?: called| named)? ${NAMED}`,
    'introduced-by',
    'second',
  ),
]

function form(pattern: string, type: LinkType, on: Form['on']): Form {
  return { pattern: new RegExp(pattern), type, on }
}

const ASKS = /谁|哪位|哪个|什么人|吗|[?？]|(?<![a-z])(?:who|whose|which|does|did)(?![a-z])/

/** What a message says that one customer is to another; undefined where it asks, or names fewer than two. */
export function bondIn(parsed: Parsed): BondTold | undefined {
  if (ASKS.test(parsed.text)) return undefined
  const people = inOrder(parsed)
  for (let at = 0; at + 1 < people.length; at++) {
    const [first, second] = [people[at]!, people[at + 1]!]
    const between = marked(parsed.text, first, second)
    for (const { pattern, type, on } of FORMS) {
      if (!pattern.test(between)) continue
      const ends = { first: endOf(parsed, first), second: endOf(parsed, second) }
      return { type, on: ends[on], other: ends[on === 'first' ? 'second' : 'first'] }
    }
  }
  return undefined
}

function inOrder({ people }: Parsed): readonly PersonMention[] {
  return people.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function marked(text: string, first: PersonMention, second: PersonMention): string {
  return (
    text.slice(0, first.start) +
    A +
    text.slice(first.end, Math.max(first.end, second.start)) +
    B +
    text.slice(Math.max(first.end, second.end))
  )
}

function endOf(parsed: Parsed, { start, end, ids }: PersonMention): BondEnd {
  return { said: parsed.raw.slice(parsed.toRaw(start), parsed.toRaw(end)), candidates: ids }
}

const INTRODUCES =
  /(?:介绍|推荐|转介绍?|带)(?:来|过来)?(?:了|的)?(?:一?[个位])?(?:新)?(?:客户|朋友)?(?:叫|是|[,,:: ])*(?<name>[一-鿿·]{2,4})(?=$|[,,。;; ]|电话|手机|号码|1[3-9]\d|\ue000)|(?:introduced|referred|recommended|brought(?: in)?)(?: us| me)?(?: to)?(?: a)?(?: new)?(?: client| customer| friend)?(?: called| named|,)? (?<en>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})/
const NEW_CUSTOMER =
  /(?:新增|加|添加|登记|记)(?:一?[个位])?(?:新)?客户[,,:: ]*(?:叫|是)?(?<name>[一-鿿·]{2,4})(?=$|[,,。;; ]|电话|手机|号码|1[3-9]\d|\ue000)|(?:add|note|record)(?: a)?(?: new)? (?:client|customer)[,: ]*(?:called |named )?(?<en>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})/

/** Somebody new whom a message names, with the phone number where it has one. */
export function newcomerIn(parsed: Parsed): Newcomer | undefined {
  const { raw, text, phones } = parsed
  const match = INTRODUCES.exec(raw) ?? NEW_CUSTOMER.exec(raw)
  const name = match?.groups?.['name'] ?? match?.groups?.['en']
  if (name === undefined) return undefined
  const [phone] = phones
  return {
    name,
    ...(phone === undefined ? {} : { phone: text.slice(phone.start, phone.end).replaceAll(/\D/g, '') }),
  }
}

const OWNER =
  /^(?:请问|问一?下|查一?下|那|看看)?(?<zh>.{2,20}?)(?:的|是)?(?:谁|哪位)?(?:是)?(?:的)?(?:大|幕后)?(?:老板|老总|法人(?:代表)?|东家|实际控制人|股东)(?:都)?(?:是|叫)?(?:谁|哪位|哪个|什么人|啥)?(?:来着|啊|呀|呢)?[?？。]*$/
const OWNER_EN =
  /(?:who(?: is|'s|s)? (?:the )?(?:owner|boss|legal rep(?:resentative)?|proprietor) (?:of|at|behind) (?<a>.+?)|who (?:owns|runs|is behind) (?<b>.+?)|whose (?:company|firm|shop|business) is (?<c>.+?))[?. ]*$/
const SAME =
  /^(?:请问|查一?下|看看|那)?(?<zh>.{2,20}?)(?:里面?|那边|这家|那家|公司|的人)*(?:里)?(?:还|另外)?(?:有)?(?:没有)?(?:谁|哪些人|哪几[个位]|别人|其他人|别的人|员工)(?:也)?(?:还)?(?:是|算)?(?:我们|咱们?|我|本行|行里)?的?客户(?:吗|呢|啊)?[?？。]*$/
const SAME_EN =
  /(?:who else|which others?|anyone else|anybody else|who) (?:at|from|in|of) (?<a>.+?) (?:is|are|banks?|do we have)(?: also| with)?(?: us| ours?| our (?:client|customer)s?| a (?:client|customer)(?: of ours)?| a (?:client|customer))?[?. ]*$|(?:who else (?:do we (?:have|know)|is (?:ours|with us|our (?:client|customer))) (?:at|from|in) (?<b>.+?))[?. ]*$/
const NO_OWNER =
  /(?:没有?|缺|不知道|未)(?:登记|记|填|录)?(?:到|过|上)?.{0,4}(?:老板|法人|东家)|(?:老板|法人)(?:是谁)?(?:还|都)?(?:没有?|未|不)(?:登记|记|填|录|知道|清楚|关联)|(?:without|no|unknown|missing|lack(?:ing|s)?|don't know|do not know)(?: an?| the| any)?(?: known| registered| linked)? (?:owner|boss)|(?:owner|boss)(?: is| are)? (?:unknown|missing|not known)/
const THIS =
  /^(?:这家|那家|这个|它|该|他们?家?|她们?家?|this|that|the|it|they|their)(?:公司|企业|店| company| firm| shop)?$/i

/** What a question about links asks. */
export function linksAsked(parsed: Parsed): LinksAsked {
  const { text, raw } = parsed
  if (NO_OWNER.test(text)) return { about: 'no-owner' }
  const same = SAME.exec(raw) ?? SAME_EN.exec(raw)
  if (same !== null)
    return { about: 'same', ...named(same.groups?.['zh'] ?? same.groups?.['a'] ?? same.groups?.['b']) }
  const owner = OWNER.exec(raw) ?? OWNER_EN.exec(raw)
  if (owner !== null) {
    const { zh, a, b, c } = owner.groups ?? {}
    return { about: 'owner', ...named(zh ?? a ?? b ?? c) }
  }
  return { about: 'all' }
}

function named(words: string | undefined): { readonly company?: string } {
  const company = words
    ?.trim()
    .replace(/^(?:the company|the firm) /i, '')
    .replace(/的$/, '')
  return company === undefined || company === '' || THIS.test(company) ? {} : { company }
}

const QUOTED = /["“”「『'‘](?<word>[^"“”」』'’]{1,40})["“”」』'’]/
const SPOKEN =
  /(?:说过|提过|提到过?|聊过|谈过|讲过|写过|记过|关于|有关|包含|含有?|带|里有|跟|和)(?:了)?(?<word>[^的,,。?？有关]{1,12}?)(?:有关)?(?:的|这个词)?(?:那些?|所有)?(?:记录|笔记|备注|客户|联系|话|内容|事|人|谁|有哪些|都有谁|$|[?？,,。])/
const WHO_SPOKE =
  /(?:谁|哪些(?:客户|人)?|哪几[个位]|有谁)(?:跟我|和我|以前|之前|曾经|曾)*(?:说|提|聊|谈|讲|问)(?:起|到)?过?(?:要|想|了)?(?<word>[^的,,。?？吗呢]{1,12})/
const LOOK =
  /(?:找|搜|查|翻)(?:一?找|一?搜|一?查|一?翻|一?下|出来?){0,4}(?:记录|笔记|备注|联系记录)?(?:里|中|里面)?(?:的|有)?[,,:: ]*(?<word>[^的,,。?？]{1,12}?)(?:的)?(?:记录|笔记|备注|内容)?$/
const ABOUT_EN =
  /(?:about|mention(?:s|ed|ing)?|that says?|containing|with the word|on|regarding|spoke of|talked about|brought up|said|for) (?:the |a |an |her |his |their )?(?:word )?(?<word>[a-z][\w -]{1,30}?)(?: (?:in|from|last|this|since|with|by) .*)?[?. !]*$/i

/** The word that notes are looked through for: in quotation marks, or where a search names one. */
export function searchedWord(parsed: Parsed): string | undefined {
  const { raw } = parsed
  for (const pattern of [QUOTED, SPOKEN, WHO_SPOKE, LOOK, ABOUT_EN]) {
    const word = pattern.exec(raw)?.groups?.['word']?.trim()
    if (word !== undefined && word !== '') return word
  }
  return undefined
}
