import type { Customer } from '../customer/customer.js'
import type { Day, Moment } from '../day.js'
import { CNY } from '../money.js'
import type { FilledLine } from '../playbook/choose-line.js'
import type { LineValues } from '../playbook/line.js'
import type { LineFacts } from '../playbook/line-facts.js'
import { lineAbout } from '../playbook/phone-words.js'
import type { Playbook } from '../playbook/playbook.js'
import type { ReviewFlag } from './review-flags.js'
import type { ReviewSheet } from './review-sheet.js'

/** A flag, or that there is nothing on the sheet to speak of. */
export type TalkingFlag = ReviewFlag | { readonly code: 'no-holdings' }
export type TalkingCode = TalkingFlag['code']

/** One thing to speak of in a review: the figure behind it, and approved words where there are any for this customer. */
export interface TalkingPoint {
  readonly flag: TalkingFlag
  readonly words?: FilledLine
}

/** A talk carries no more than this. */
const MOST_POINTS = 3

/** What the words are chosen for. */
export interface TalkAbout {
  readonly customer: Customer
  readonly manager: LineFacts['manager']
  readonly playbook: Playbook
  readonly slots: readonly [Moment, Moment]
  readonly today: Day
  readonly lastUsed: readonly string[]
  readonly word: (facts: LineFacts) => LineValues
}

/** The first flags of a sheet with approved words. They name no product: products come from the match alone. */
export function talkingPoints(sheet: ReviewSheet, about: TalkAbout): readonly TalkingPoint[] {
  const isEmpty = sheet.byKind.length === 0
  const flags: readonly TalkingFlag[] = [
    ...(isEmpty ? [{ code: 'no-holdings' } as const] : []),
    ...sheet.flags,
  ]
  return flags.slice(0, MOST_POINTS).map((flag) => {
    const words = wordsFor(flag, about)
    return { flag, ...(words === undefined ? {} : { words }) }
  })
}

function wordsFor(
  flag: TalkingFlag,
  { customer, manager, playbook, slots, today, lastUsed, word }: TalkAbout,
): FilledLine | undefined {
  const sum = 'amountFen' in flag ? { sum: { amountFen: flag.amountFen, currency: CNY } } : {}
  const about = { customer, manager, slots, today, lastUsed }
  return lineAbout(playbook, 'review', flag.code, about, word, undefined, sum)
}
