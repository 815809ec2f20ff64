import type { Told } from '../context.js'
import type { Heard } from '../heard.js'
import { asksSomething, namedIn } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'

import { type Intent, rowOf } from '../intents.js'

/** What words tell of a contact with a customer who is clear; undefined where they report nothing. */
export function toldAbout(customerId: string, heard: Heard): Told | undefined {
  const { plain } = heard
  const isObjection = plain.intent === 'objection.handle' && !ASKS_HOW.test(heard.text)
  if ((asksSomething(heard) && !isObjection) || !mayReport(heard)) return undefined
  const reading = namedIn(heard).includes(customerId)
    ? heard.as('contact.log')
    : heard.about(customerId, 'contact.log')
  const told = reading.slots.contacts?.find(
    ({ customers }) => customers.length === 0 || customers.includes(customerId),
  )
  if (told === undefined) return undefined
  const { customers: _customers, mention: _mention, ...rest } = told
  return heard.about(customerId).intent === 'contact.log' || rest.outcome !== 'info' ? rest : undefined
}

/** A nod, a number or a wish beside it tells nothing of how it went. */
function mayReport(heard: Heard): boolean {
  const { plain, text } = heard
  if (plain.intent === 'contact.log') return /\p{L}/u.test(text)
  if (NOD.test(text.trim()) || !/\p{L}/u.test(text) || plain.intent === 'confirm') return false
  if (TOLD_AS.includes(plain.intent)) return true
  if (rowOf(plain.intent).joinsReport === true)
    return plain.confidence < SURE_ENOUGH.ownWish || (plain.slots.contacts ?? []).length > 0
  return plain.confidence < SURE_ENOUGH.ownWish || rowOf(plain.intent).tells === true
}

/** The words of the customer are asked about, and not told. */
const ASKS_HOW = /怎么|如何|咋|话术|[?？]|(?<![a-z])(?:how|what|answer|reply|respond|script)(?![a-z])/

/** How it went may read like these: "she will think about it" is an objection, too. */
const TOLD_AS: readonly Intent[] = ['none', 'deny', 'objection.handle']

const NOD =
  /^(?:好|嗯|恩|哦|对|是|行|成|可以|没问题|收到|明白|知道|不|没|不是|没有|不对|不行|yes|yep|yeah|ok|okay|sure|right|noted|got it|no|nope|nah|wrong)(?:[的了吧啊呢嗯好]|[。.!！~ ])*$/
