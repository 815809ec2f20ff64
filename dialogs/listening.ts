import { findCustomer } from '../src/domain/book.js'
import { attributesOf } from '../src/domain/customer/attribute-query.js'
import { askedDetail } from '../src/language/particulars/asked-detail.js'
import { celebrationAsked, leavingAsked, movementDirection } from '../src/language/particulars/narrowing.js'
import type { Explanation, Intent, Reading } from '../src/language/reading.js'
import { aboutOne } from '../src/language/thread/about-one.js'
import { alsoIn, correctionIn } from '../src/language/thread/correction.js'
import { type FollowUpTools, type Frame, followUp } from '../src/language/thread/follow-up.js'
import { referenceIn, withName } from '../src/language/thread/reference.js'
import type { HandlerDeps } from './handlers/handler.js'
import { type Hearing, namedFirst } from './hearing.js'
import { isUnclear } from './not-understood.js'
import type { PickCustomers } from './pick-customer.js'
import type { Session } from './session.js'
import type { Threads } from './thread.js'

/** What is about one customer, and may leave the name out where one is being talked of. */
const ABOUT_ONE: readonly Intent[] = [
  'customer.show',
  'customer.history',
  'why.explain',
  'contact.log',
  'contact.snooze',
  'customer.update',
  'appointment.add',
]

/** As a name with a small word reads. */
const ONLY_NAME: Explanation = { by: 'rule', rule: 'given', readAs: 'P呢' }

/** Below this a name alone is not taken for more than a name. */
const SURE = 0.6

/** "The one in logistics": words for one of a list. */
const ONE_OF_LIST =
  /(?:那个|那位|那一位|那家|那个人)[。?？!！]*$|^the (?:one|guy|lady|client|customer) |^the [a-z -]{3,30} one[.?!]*$/

/** Understands a message by what was said and shown before it. */
export interface Listening {
  /** @param as the intent, where it is known: then the words turn no question */
  read(text: string, session: Session, as?: Intent): Promise<Reading>
}

export function createListening(
  deps: HandlerDeps,
  hearing: Hearing,
  threads: Threads,
  pick: PickCustomers,
): Listening {
  function narrows(text: string, intent: Intent, session: Session): boolean {
    const { attributes, fold } = deps.particulars()
    const folded = fold(text)
    switch (intent) {
      case 'movement.list':
        return movementDirection(folded) !== undefined
      case 'birthday.list':
        return celebrationAsked(folded) !== undefined
      case 'churn.list':
        return leavingAsked(folded) !== undefined
      case 'customer.find':
      case 'contact.due': {
        const query = attributes(text, session.today)?.query
        return query !== undefined && attributesOf(query).length > 0
      }
      default:
        return false
    }
  }

  /** The message with the name of whom it points to, and nobody else meant by it. */
  async function pointed(text: string, session: Session): Promise<Reading | undefined> {
    const reference = referenceIn(deps.particulars().fold(text))
    if (reference === undefined) return undefined
    const isWhole = text.slice(0, reference.start).trim() + text.slice(reference.end).trim() === ''
    const list = threads.recall('list', session)
    const { to } = reference
    if (to.kind === 'row' && list?.of === 'products') {
      const id = list.ids.at(to.at)
      const product = deps.products.all().find((one) => one.id === id)
      if (product === undefined) return undefined
      const named = withName(text, { ...reference, owns: false }, product.name)
      return { ...(await hearing.read(named.text, session, 'product.show')), presumes: true }
    }
    const id = to.kind === 'row' ? list?.ids.at(to.at) : threads.recall('customer', session)
    const customer =
      id === undefined ? undefined : findCustomer(await deps.books.read(session.manager.id), id)
    if (customer === undefined) return undefined
    const gender = to.kind === 'person' ? to.gender : undefined
    if (gender !== undefined && customer.gender !== undefined && customer.gender !== gender) return undefined
    const named = withName(text, reference, customer.name)
    const plain = await hearing.read(named.text, session, isWhole ? 'customer.show' : undefined)
    // "Her phone" is too short to be sure of, and says what is wanted.
    const isDetail = isUnclear(plain) && askedDetail(deps.particulars().fold(text)) !== undefined
    const reading = isDetail ? await hearing.read(named.text, session, 'customer.show') : plain
    return reading.intent === 'none' ? undefined : aboutOne(reading, named.start, named.end, customer.id)
  }

  /** "Last contact?" of the customer who is being talked of. */
  async function unnamed(plain: Reading, session: Session): Promise<Reading | undefined> {
    const folded = deps.particulars().fold(plain.text)
    if (referenceIn(folded) !== undefined) return undefined
    const isDetail = plain.intent === 'none' && askedDetail(folded) !== undefined
    const intent = isDetail ? 'customer.show' : plain.intent
    if (!ABOUT_ONE.includes(intent)) return undefined
    const id = threads.recall('customer', session)
    const customer =
      id === undefined ? undefined : findCustomer(await deps.books.read(session.manager.id), id)
    if (customer === undefined) return undefined
    const text = namedFirst(plain.text, customer.name)
    const reading = await hearing.read(text, session, intent)
    return aboutOne(reading, 0, customer.name.length, customer.id)
  }

  /** One of the list last shown, by what is said of them. */
  async function described(text: string, session: Session): Promise<Reading | undefined> {
    if (!ONE_OF_LIST.test(text.trim().toLowerCase())) return undefined
    const list = threads.recall('list', session)
    if (list?.of !== 'customers') return undefined
    const customers = await pick(text, list.ids, session)
    if (customers.length === 0) return undefined
    const reading = await hearing.read(text, session, 'customer.show')
    const mentions = [{ text: text.trim(), start: 0, end: text.length, customers }]
    return { ...reading, slots: { customers: [...customers].sort() }, mentions, presumes: true }
  }

  /** The question before of another customer; the words themselves where it cannot be put so. */
  function asked(question: Frame, said: Reading, tools: FollowUpTools): Reading {
    const to = correctionIn(said)?.to ?? alsoIn(said)
    if (to === undefined) return said
    return followUp(question, { ...said, mentions: [to], text: to.text, explain: ONLY_NAME }, tools) ?? said
  }

  return {
    async read(text, session, as) {
      const plain = await hearing.read(text, session, as)
      const question = threads.recall('question', session)
      const tools = {
        readAs: await hearing.reader(session),
        narrows: (words: string, intent: Intent) => narrows(words, intent, session),
      }
      if (as === undefined && (correctionIn(plain) !== undefined || alsoIn(plain) !== undefined)) {
        const isOfWrite = threads.wroteLast(session) && threads.recall('written', session) !== undefined
        return isOfWrite || question === undefined ? plain : asked(question, plain, tools)
      }
      const turned = question === undefined || as !== undefined ? undefined : followUp(question, plain, tools)
      if (turned !== undefined) return turned
      if ((plain.mentions ?? []).length > 0)
        return as === undefined && isBareName(plain) ? hearing.read(text, session, 'customer.show') : plain
      return (
        (await pointed(text, session)) ??
        (await described(text, session)) ??
        (await unnamed(plain, session)) ??
        plain
      )
    },
  }
}

/** A name and nothing else asks to see the customer, whatever it was nearest to. */
function isBareName({ explain, confidence }: Reading): boolean {
  return confidence < SURE && /^P[呢啊吗呀\s,.?!。]*$/.test(explain?.readAs ?? '')
}
