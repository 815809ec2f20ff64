import { type Attribute, attributesOf } from '../../domain/customer/attribute-query.js'
import { type Heard, namedIn, namesStranger } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { type Intent, isNear, isQuestion, rowOf } from '../intents.js'
import type { Reading } from '../reading.js'

/** Which list shows a condition best; the first that is asked for. Everything else is the book, searched. */
const LISTS: readonly (readonly [Intent, ReadonlySet<Attribute['of']>])[] = [
  ['maturity.list', new Set(['maturing', 'not-renewed'])],
  ['movement.list', new Set(['moved'])],
  ['birthday.list', new Set(['birthday'])],
  ['contact.due', new Set(['contact-due', 'contact-overdue'])],
]

/** Conditions that say little where a whole sentence is of something else: they never make a list alone. */
const NEVER_ALONE: ReadonlySet<Attribute['of']> = new Set([
  'name',
  'company',
  'trade',
  'address',
  'held',
  'product',
  'maturing',
])

const ASKS =
  /谁|哪(?:些|几|个|位)|有吗|有没有|名单|列表|清单|多少|几[个位名]|客户们?(?:有|呢)?[。.?？!！]*$|的[。.?？!！]*$|(?<![a-z])(?:who|whose|whos|who's|which|list|show|find|give me|get me|pull|any|anyone|anybody|how many|how much|clients?|customers?|people|holders?|those|ones)(?![a-z])/
const ASKS_WHO = /谁|哪些|哪几|名单|(?<![a-z])(?:who|whom|which|list)(?![a-z])/
/** Words of something else that is done with products and customers. */
const ELSEWHERE =
  /适合|推荐|怎么|如何|话术|为什么|为啥|导出|下载|提醒|记一?下|(?<![a-z])(?:suits?|suitable|recommend|why|how (?:do|to|should)|script|export|excel|remind|note|log|book|schedule)(?![a-z])/

/**
 * A question for customers that is understood wholly, by its conditions and the words that ask: whatever it was nearest
 * to otherwise. Undefined where anything else is in it, or somebody is named.
 */
export function askedList(heard: Heard): Reading | undefined {
  const { plain, text } = heard
  if (!mayBeAsked(plain) || namesStranger(heard)) return undefined
  const named = namedIn(heard)
  if (named.length === 1 || ELSEWHERE.test(text)) return undefined
  const found = heard.as('customer.find')
  const { query: question, leftOut = [], bareSearch } = found.asked ?? {}
  if (leftOut.length > 0 && isOfCustomers(heard)) return { ...found, confidence: UNHEARD }
  if (question === undefined || leftOut.length > 0 || bareSearch === 'only') return undefined
  const attributes = question.query === undefined ? [] : attributesOf(question.query)
  const isWho = attributes.length > 1 || attributes.some(({ of }) => WHO.has(of))
  if (!ASKS.test(text) && !isWho) return undefined
  if (question.query !== undefined && attributes.every(({ of }) => NEVER_ALONE.has(of)) && isSure(plain))
    return undefined
  const listed = LISTS.find(([, ofs]) => attributes.some(({ of }) => ofs.has(of)))
  const intent = listed?.[0] ?? 'customer.find'
  // How many were spoken with is one's own result, who they are is a list.
  if (plain.intent === 'performance.show' && !ASKS_WHO.test(text)) return undefined
  if (plain.intent === intent) return { ...plain, confidence: 1 }
  // A list that the classifier is sure of has words of its own for what narrows it.
  if (
    listed === undefined &&
    isSure(plain) &&
    isNear(plain.intent, 'narrowed-list') &&
    !attributes.some(({ of }) => OWN_WORDS.has(of))
  )
    return plain
  return { ...heard.as(intent), confidence: 1 }
}

/** Conditions with words that other lists have, too: 评估到期, 没登记生日. */
const OWN_WORDS: ReadonlySet<Attribute['of']> = new Set(['unknown', 'assessment', 'may-buy', 'contacted'])
/** What is a noun for people: it asks for them without a verb. */
const WHO: ReadonlySet<Attribute['of']> = new Set([
  'occupation',
  'tier',
  'gender',
  'age',
  'risk',
  'card',
  'type',
  'vip',
])
/** Customers of whom something was said that is not understood: left-handed clients, A级里开宝马的. */
const OF_CUSTOMERS =
  /客户(?:们)?(?:都)?(?:有)?(?:谁|哪些|哪几个|名单)?[?？。]?$|里面?.{1,8}的[?？。]?$|^(?:my |any |all |which |the |our )?[a-z' -]{3,40} (?:clients|customers)[?.]?$|^(?:clients|customers) (?:with|who|whose|without|that) |^(?:which|how many|any) [a-z' -]{3,30} do i have/

function isOfCustomers({ text, plain }: Heard): boolean {
  const isNear = plain.intent === 'customer.find' || !isSure(plain)
  return isNear && text.length <= 60 && OF_CUSTOMERS.test(text)
}

/** Sure enough to be answered, with what was left out named. */
const UNHEARD = 0.8

function isSure({ confidence, intent }: Reading): boolean {
  return confidence >= SURE_ENOUGH.list && intent !== 'none'
}

/** What was surely told, or is a wish to write, is no question for a list. */
function mayBeAsked({ intent, confidence, slots, explain }: Reading): boolean {
  if (explain?.by === 'rule' && explain.rule === 'conversation') return false
  if (intent === 'contact.log') return (slots.contacts ?? []).length === 0 || confidence < SURE_ENOUGH.list
  if (confidence >= SURE_ENOUGH.list && isQuestion(intent) && !isNear(intent, 'list')) return false
  return (
    isQuestion(intent) || rowOf(intent).kind === 'none' || confidence < SURE_ENOUGH.list || intent === 'help'
  )
}
