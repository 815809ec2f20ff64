import type { StatedFact } from '../../domain/customer/facts/check-fact.js'
import { TOLD_FIELDS, type ToldField } from '../../domain/customer/facts/completeness.js'
import { assentIn } from '../assent.js'
import { birthdayIn } from '../birthday.js'
import type { Answer } from '../context.js'
import { asksSomething, type Heard, namedIn, namesStranger } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { isNear } from '../intents.js'
import { statedFact } from '../particulars/stated-fact.js'

const FREE_TEXT: readonly StatedFact['field'][] = [
  'occupation',
  'company',
  'family',
  'hobby',
  'preference',
  'address',
]
const UNKNOWN =
  /^(?:不知道|不清楚|没问|不晓得|随便|好难|不确定|还没问)|^(?:no idea|not sure|don'?t know|i don'?t know|unknown|whatever|maybe|dunno)(?![a-z])/

/** A pause, or a question turned: 稍等, 那下周呢. */
const NO_FACT =
  /呢[?？]?$|咋样|怎么样|如何|什么|几点|吗[?？]?$|^(?:稍等|等一?下|等等|hang on|hold on|one sec(?:ond)?|wait)[吧啊。.! ]*$/

/** The one fact that was asked for, in whatever words it is told; undefined where they tell something else. */
export function readFactAnswer(
  { field, customerId }: { readonly field: ToldField; readonly customerId: string },
  heard: Heard,
): Answer | undefined {
  const { plain, raw, text } = heard
  const tellsOther =
    plain.confidence >= SURE_ENOUGH.besideFact &&
    ((plain.slots.contacts?.some(({ reached, outcome }) => !reached || outcome !== 'info') === true &&
      plain.intent === 'contact.log') ||
      (plain.intent === 'customer.update' &&
        plain.slots.fact !== undefined &&
        statedFact(plain.slots.fact, text)?.field !== TOLD_FIELDS[field]))
  const isElse =
    tellsOther ||
    NO_FACT.test(text.trim()) ||
    (plain.intent === 'task.add' && plain.slots.when !== undefined) ||
    asksSomething(heard) ||
    // A trade alone reads like a search for people of that trade.
    (!isNear(plain.intent, 'fact') && plain.confidence >= SURE_ENOUGH.besideFact)
  const isOther = namedIn(heard).some((id) => id !== customerId)
  if (isElse || isOther || namesStranger(heard)) return undefined
  if (assentIn(heard) !== undefined || UNKNOWN.test(text.trim())) return undefined
  const wanted = TOLD_FIELDS[field]
  const { fact } = heard.as('customer.update').slots
  const stated = fact && statedFact(fact, text)
  if (stated?.field === wanted) return { kind: 'fact', stated }
  if (wanted === 'birthday') {
    // A day without the word: 8月15, "15 August 1980".
    const day = birthdayIn(text)
    return day === undefined ? undefined : { kind: 'fact', stated: { field: wanted, value: day } }
  }
  return FREE_TEXT.includes(wanted)
    ? { kind: 'fact', stated: { field: wanted, value: bare(raw.trim()) } }
    : undefined
}
/** "他是开餐馆的" states 开餐馆的. */
function bare(text: string): string {
  return text
    .replace(
      /^(?:他|她)(?:是|在|做|住在?|喜欢)?|^(?:s?he(?: is|'s| likes| lives in| works (?:as|at|for))?) /i,
      '',
    )
    .replace(/[。.!!]+$/, '')
}
