import { bothOf } from '../../domain/customer/attribute-query.js'
import type { Asked } from '../asked.js'
import type { Frame } from '../context.js'
import { besidesIn, type Heard, namedIn } from '../heard.js'
import { type Intent, rowOf, type Turned } from '../intents.js'
import { moreAsked } from '../particulars/more-words.js'
import { periodShift, shiftedPeriod } from '../particulars/shifted-period.js'
import type { Explanation, Reading } from '../reading.js'

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
  '那么?|这|再|来|换成?|改成?|只|光|就|看看?|查|要|是|如果|要是|还有|也|有|没有?|的|呢|吗|嘛|啊|吧|呀|话|怎么样|如何|客户|人|里面?|其中|行|好|嗯|哦|整|全|一?整?个?月|不限|金额|种类|类型|和|大过|高过|多过|大于|超过|以上|以下'
const SMALL_EN =
  "and|or|so|ok|okay|then|now|but|what|who|how|about|of|only|just|show|me|see|for|the|this|that|those|these|them|with|ones?|in|on|at|to|please|pls|instead|same|again|is|are|there|any|his|her|'s|all|it|whole|after"
/** Both languages in one: 大过 50万 only. */
const SMALL = new RegExp(`^(?:${SMALL_ZH}|${SMALL_EN}|[\\s,.?!。、，~…-])*$`)
/** With a name among them a verb asks for something of its own: 看看李总. */
const ASKING = /看|查|(?<![a-z])(?:show|see)(?![a-z])/
/** What makes a few words without a slot a turn of the question before. */
const MARKED =
  /^(?:那|只|光|就看|其中|里面|当中|换成?|改成?)|^(?:这|那)些?(?:里|中|当中)|^(?:which|who|any(?:one|body)?|how many) (?:of|among) (?:P|(?:them|those|these)(?![a-z]))|呢[?？。!！]*$|^(?:and|only|just|what about|how about|those|the ones)(?![a-z])|(?<![a-z])(?:only|instead)[?.!]*$|的(?:是)?(?:谁|哪些|有谁)$/
const MOST_MARKED = 40
const JOINED =
  /^(?:只|光|就看|其中|里面|当中)|^(?:这|那)些?(?:里|中|当中)|^(?:which|who|any(?:one|body)?|how many) (?:of|among) (?:them|those|these)(?![a-z])|^(?:only|just|those|the ones|of (?:them|those))(?![a-z])|(?<![a-z])only[?.!]*$/
const FREES_AMOUNT = /不限(?:金额|额度)|金额不限|(?<![a-z])any amount(?![a-z])/
const FREES_KINDS = /不限(?:金额和)?(?:种类|类型|产品)|(?<![a-z])(?:any|all) (?:kinds?|products?)(?![a-z])/

const BY_RULE = (readAs: string): Explanation => ({ by: 'rule', rule: 'follow-up', readAs })

/**
 * The question before with what these words change of it: 那下周呢 after 本周谁到期. Undefined where they are no such
 * turn, because there is more in them than that or the question cannot be turned that way.
 */
export function followUp(frame: Frame, heard: Heard): Reading | undefined {
  const { turns } = rowOf(frame.intent)
  if (turns === undefined) return undefined
  const moved =
    movedOn(frame, heard) ?? withKinds(frame, heard) ?? continued(frame, heard) ?? ofColleague(frame, heard)
  if (moved !== undefined) return moved
  const begun = withoutPage(frame)
  const { masked } = heard.parsed
  const letters: readonly string[] = masked.match(/[A-Z]/g) ?? []
  const small = besidesIn(heard)
  if (letters.length > 0 && SMALL.test(small)) {
    const changed = letters.map((letter) => LETTERS[letter])
    const isTurn = changed.every((slot) => slot !== undefined && turns.includes(slot))
    const isOwnWish = letters.includes('P') && ASKING.test(small)
    if (isTurn && !isOwnWish) return turned(begun, heard, small === '')
  }
  const isMarked = masked.length <= MOST_MARKED && MARKED.test(masked)
  if (!isMarked || !narrows(frame.intent, heard.as(frame.intent).asked)) return undefined
  return narrowed(begun, heard)
}

/** "And the week after?": the days next to those that were asked for. */
function movedOn(frame: Frame, heard: Heard): Reading | undefined {
  const { period } = frame.slots
  const shift = period === undefined ? undefined : periodShift(heard.text)
  if (period === undefined || shift === undefined) return undefined
  if (rowOf(frame.intent).turns?.includes('period') !== true) return undefined
  return completed(frame, heard, {
    slots: { ...frame.slots, period: shiftedPeriod(period, shift) },
    asked: withoutPage(frame).asked ?? {},
    mentions: frame.mentions ?? [],
  })
}

const ADDS_KINDS =
  /^(?:把|将|连|那|再)?K(?:的)?(?:也|都|一起|一并)*(?:算上|加上|算进来|加进来|列上|列出来|带上|包括|包含|要)(?:呢|吧|了|一起|[.。!！ ])*$|^(?:(?:and|also|please|pls|ok|can you) )*(?:include|add|count|with)(?: (?:the|in))* K(?: (?:too|as well|also|in|please|pls))*[.! ]*$|^(?:and )?K (?:too|as well|also|included)[.! ]*$/
/** What matures where no kind is named (Handbook §9). */
const MATURING = ['time-deposit', 'notice-deposit', 'wealth', 'fund', 'insurance', 'bond'] as const

/** 贷款也算上: the kinds that were asked for, and one more. */
function withKinds(frame: Frame, heard: Heard): Reading | undefined {
  const masked = heard.parsed.masked.trim()
  const adds = ADDS_KINDS.test(masked) || (masked === 'K' && /^(?:also )?includ/.test(heard.text))
  if (frame.intent !== 'maturity.list' || !adds) return undefined
  const { productKinds = [] } = heard.as(frame.intent).slots
  const kinds = [...new Set([...(frame.slots.productKinds ?? MATURING), ...productKinds])].sort()
  return completed(frame, heard, {
    slots: { ...frame.slots, productKinds: kinds },
    asked: withoutPage(frame).asked ?? {},
    mentions: frame.mentions ?? [],
  })
}

const OF_BOOK =
  /^(?:[名手]下|手[上里]|[那这]边|管的|客户|书|book|client|customer|'?s|[那么只要光就看呢的也换成说和，,。.?？!！\s]|only|just|and|what about|how about|for|of|in|then|instead)*$/

/** 志远的呢, "only Lin Ruoxi's": the question before, of a colleague's book. */
function ofColleague(frame: Frame, heard: Heard): Reading | undefined {
  const { colleagues, people, text } = heard.parsed
  const [only, ...others] = colleagues
  if (only === undefined || others.length + people.length > 0 || rowOf(frame.intent).ofBook !== true)
    return undefined
  if (!OF_BOOK.test(text.slice(0, only.start) + text.slice(only.end))) return undefined
  const { slots, asked = {} } = withoutPage(frame)
  return completed(frame, heard, { slots, asked, mentions: heard.plain.mentions ?? [] })
}

/** What is asked anew begins at the first row. */
function withoutPage(frame: Frame): Frame {
  const { asked } = frame
  if (asked?.page === undefined) return frame
  const { page: _, ...rest } = asked
  return { ...frame, asked: rest }
}

/** 后面四位是谁, "more": the same list, from where it broke off. */
function continued(frame: Frame, heard: Heard): Reading | undefined {
  const more = moreAsked(heard.text)
  if (more === undefined) return undefined
  const page = { ...frame.asked?.page, ...more }
  return completed(frame, heard, {
    slots: frame.slots,
    asked: { ...frame.asked, page },
    mentions: frame.mentions ?? [],
  })
}

/** Whether words ask for a part of what the intent lists, in a way that is no slot: 流出的, 女的. */
function narrows(intent: Intent, asked: Asked | undefined): boolean {
  switch (intent) {
    case 'maturity.list':
      return asked?.query !== undefined || asked?.renewal !== undefined
    case 'movement.list':
      return asked?.direction !== undefined || asked?.query !== undefined
    case 'birthday.list':
      return asked?.celebration !== undefined || asked?.query !== undefined
    case 'churn.list':
      return asked?.sign !== undefined
    case 'customer.find':
    case 'contact.due':
      return asked?.query?.query !== undefined
    default:
      return false
  }
}

/** @param isBare nothing but names, days, sums or kinds: then a name alone is a customer to be shown. */
function turned(frame: Frame, heard: Heard, isBare: boolean): Reading | undefined {
  const said = heard.as(frame.intent)
  const named = namedIn(heard).length > 0
  if (named && isBare) return undefined
  const { period, amount, productKinds } = said.slots
  const { amount: oldAmount, productKinds: oldKinds, ...kept } = frame.slots
  const before = {
    ...kept,
    ...(oldAmount === undefined || FREES_AMOUNT.test(heard.text) ? {} : { amount: oldAmount }),
    ...(oldKinds === undefined || FREES_KINDS.test(heard.text) ? {} : { productKinds: oldKinds }),
  }
  const joins = frame.intent === 'customer.find'
  return completed(frame, heard, {
    slots: {
      ...before,
      ...(named ? { customers: said.slots.customers ?? [] } : {}),
      ...(period === undefined ? {} : { period }),
      ...(amount === undefined ? {} : { amount }),
      ...(productKinds === undefined ? {} : { productKinds }),
    },
    asked: joins ? joined(frame.asked, said.asked) : (frame.asked ?? {}),
    mentions: (named ? said.mentions : frame.mentions) ?? [],
  })
}

function narrowed(frame: Frame, heard: Heard): Reading {
  const said = heard.as(frame.intent)
  const { period, amount } = said.slots
  const slots = {
    ...frame.slots,
    ...(period === undefined ? {} : { period }),
    ...(amount === undefined ? {} : { amount }),
  }
  const joins = JOINED.test(heard.text.trim())
  const asked =
    frame.intent === 'customer.find'
      ? joins
        ? joined(frame.asked, said.asked)
        : said.asked
      : { ...frame.asked, ...said.asked }
  return completed(frame, heard, { slots, asked: asked ?? {}, mentions: frame.mentions ?? [] })
}

/** Both questions at once: the old one and what was added to it. */
function joined(before: Asked | undefined, added: Asked | undefined): Asked {
  const query = bothOf(before?.query, added?.query)
  return { ...before, ...(query === undefined ? {} : { query }) }
}

/** The question before of somebody else; undefined where it cannot be put so. */
export function askedOfAnother(
  frame: Frame,
  heard: Heard,
  customers: readonly string[],
): Reading | undefined {
  if (rowOf(frame.intent).turns?.includes('customers') !== true) return undefined
  const text = heard.raw.trim()
  return completed(frame, heard, {
    slots: { ...frame.slots, customers: [...customers] },
    asked: frame.asked ?? {},
    mentions: [{ text, start: 0, end: heard.raw.length, customers }],
  })
}

function completed(
  frame: Frame,
  heard: Heard,
  about: Pick<Reading, 'slots' | 'asked' | 'mentions'>,
): Reading {
  return {
    text: heard.raw,
    language: heard.plain.language,
    intent: frame.intent,
    confidence: 1,
    ...about,
    explain: BY_RULE(heard.parsed.masked),
  }
}
