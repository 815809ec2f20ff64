import type { Intent, Mention, Reading, Slots } from '../reading.js'

/** The last question that was answered, as it was understood. */
export interface Frame {
  readonly intent: Intent
  readonly text: string
  readonly slots: Slots
  readonly mentions?: readonly Mention[]
}

export interface FollowUpTools {
  /** Reads words with their intent given. */
  readonly readAs: (text: string, intent: Intent) => Reading
  /** Whether words ask for a part of what the intent lists, or turn it, in a way that is no slot: 流出的, 女的. */
  readonly narrows: (text: string, intent: Intent) => boolean
}

type Turned = 'period' | 'amount' | 'productKinds' | 'customers'

/** Questions that go on, and what of them a few words can change. */
const TURNS = {
  'brief.show': ['period'],
  'maturity.list': ['period', 'amount', 'productKinds', 'customers'],
  'contact.due': ['period', 'amount'],
  'movement.list': ['period', 'amount', 'customers'],
  'birthday.list': ['period', 'amount', 'customers'],
  'churn.list': ['amount'],
  'customer.show': ['customers'],
  'customer.history': ['customers'],
  'customer.find': ['amount', 'productKinds'],
  'product.match': ['productKinds', 'customers'],
  'product.show': ['productKinds'],
  'script.show': ['productKinds', 'customers'],
  'objection.handle': ['productKinds', 'customers'],
  'pipeline.show': ['amount', 'productKinds'],
  'appointment.list': ['period', 'customers'],
  'promise.list': ['period', 'customers'],
  'performance.show': ['period'],
  'team.show': ['period'],
  'why.explain': ['customers'],
} as const satisfies Partial<Record<Intent, readonly Turned[]>>

/** Whether a few words can turn a question of this kind. */
export function canTurn(intent: Intent): boolean {
  return intent in TURNS
}

/** The letters of a masked text, by what they stand for. */
const LETTERS: Readonly<Record<string, Turned>> = {
  D: 'period',
  N: 'period',
  Y: 'period',
  M: 'amount',
  K: 'productKinds',
  P: 'customers',
}

const SMALL_ZH =
  /^(?:那么?|这|再|来|换成?|改成?|只|光|就|看看?|查|要|是|如果|要是|还有|也|有|没有?|的|呢|吗|嘛|啊|吧|呀|话|怎么样|如何|客户|人|里面?|其中|行|好|嗯|哦|[\s,.?!。、~…])*$/
const SMALL_EN =
  /^(?:and|or|so|ok|okay|then|now|but|what|how|about|of|only|just|show|me|see|for|the|this|that|those|these|them|with|ones?|in|on|at|to|please|pls|instead|same|again|is|are|there|any|his|her|'s|[\s,.?!…-])*$/
/** With a name among them a verb asks for something of its own: 看看李总. */
const ASKING = /看|查|(?<![a-z])(?:show|see)(?![a-z])/
/** What makes a few words without a slot a turn of the question before. */
const MARKED =
  /^(?:那|只|光|就看|其中|里面|换成?|改成?)|呢[?？。!！]*$|^(?:and|only|just|what about|how about|those|the ones)(?![a-z])|(?<![a-z])(?:only|instead)[?.!]*$/
const MOST_MARKED = 40
const JOINED =
  /^(?:只|光|就看|其中|里面)|^(?:only|just|those|the ones|of (?:them|those))(?![a-z])|(?<![a-z])only[?.!]*$/

/**
 * The question before with what these words change of it: 那下周呢 after 本周谁到期. Undefined where they are no such
 * turn, because there is more in them than that or the question cannot be turned that way.
 */
export function followUp(frame: Frame, said: Reading, tools: FollowUpTools): Reading | undefined {
  const turns: readonly Turned[] | undefined = TURNS[frame.intent as keyof typeof TURNS]
  if (turns === undefined) return undefined
  const masked = (said.explain?.readAs ?? '').trim()
  const letters: readonly string[] = masked.match(/[A-Z]/g) ?? []
  const small = masked.replace(/[A-Z]/g, ' ')
  if (letters.length > 0 && (SMALL_ZH.test(small) || SMALL_EN.test(small))) {
    const changed = letters.map((letter) => LETTERS[letter])
    const isTurn = changed.every((slot) => slot !== undefined && turns.includes(slot))
    const isOwnWish = letters.includes('P') && ASKING.test(small)
    if (isTurn && !isOwnWish) return turned(frame, said, small.trim() === '', tools)
  }
  const isMarked = masked.length <= MOST_MARKED && MARKED.test(masked)
  if (!isMarked || !tools.narrows(said.text, frame.intent)) return undefined
  return narrowed(frame, said, tools)
}

/** @param isBare nothing but names, days, sums or kinds: then a name alone is a customer to be shown. */
function turned(frame: Frame, said: Reading, isBare: boolean, tools: FollowUpTools): Reading | undefined {
  const { period, amount, productKinds, customers } = tools.readAs(said.text, frame.intent).slots
  const named = customers !== undefined && customers.length > 0
  if (named && isBare) return undefined
  const joins = frame.intent === 'customer.find'
  const text = joins ? `${frame.text}, ${said.text}` : named ? renamed(frame, said) : frame.text
  if (text === undefined) return undefined
  const whole = named || joins ? tools.readAs(text, frame.intent) : frame
  return completed(frame.intent, text, said, {
    slots: {
      ...frame.slots,
      ...(named ? whole.slots : {}),
      ...(frame.slots.period === undefined ? {} : { period: frame.slots.period }),
      ...(period === undefined ? {} : { period }),
      ...(amount === undefined ? {} : { amount }),
      ...(productKinds === undefined ? {} : { productKinds }),
    },
    ...(whole.mentions === undefined ? {} : { mentions: whole.mentions }),
  })
}

function narrowed(frame: Frame, said: Reading, tools: FollowUpTools): Reading {
  if (frame.intent !== 'customer.find') {
    const { period, amount } = tools.readAs(said.text, frame.intent).slots
    const slots = {
      ...frame.slots,
      ...(period === undefined ? {} : { period }),
      ...(amount === undefined ? {} : { amount }),
    }
    const kept = frame.mentions === undefined ? {} : { mentions: [] }
    return completed(frame.intent, said.text, said, { slots, ...kept })
  }
  const text = JOINED.test(said.text.trim().toLowerCase()) ? `${frame.text}, ${said.text}` : said.text
  return completed(frame.intent, text, said, { slots: tools.readAs(text, frame.intent).slots })
}

/** The text of the question with the new name in the place of its own, or behind where it has none. */
export function renamed(
  { text, mentions = [] }: Frame,
  { mentions: named = [] }: Reading,
): string | undefined {
  const [old, ...others] = mentions
  const names = named.map((one) => one.text).join(/\p{Script=Han}/u.test(text) ? '和' : ' and ')
  if (old === undefined) return `${text} ${names}`
  return others.length === 0 ? text.slice(0, old.start) + names + text.slice(old.end) : undefined
}

function completed(
  intent: Intent,
  text: string,
  said: Reading,
  about: Pick<Reading, 'slots' | 'mentions'>,
): Reading {
  return {
    text,
    language: said.language,
    intent,
    confidence: 1,
    ...about,
    explain: { by: 'rule', rule: 'follow-up', readAs: said.explain?.readAs ?? '' },
  }
}
