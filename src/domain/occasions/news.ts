import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { isRunning } from '../ledger/running.js'
import { isMovedOnToToday, type OccasionContext, type ReasonBase } from './occasion.js'
import type { NewsItem } from './sources.js'
import { isAmong } from './vip/vip.js'

/** News that touches what the customer holds (`news`), or a hobby or trade (`interest`) (Handbook §3 P3). */
export interface NewsReason extends ReasonBase {
  readonly kind: 'news' | 'interest'
  readonly priority: 3
  readonly newsId: string
  readonly title: string
  readonly on: Day
  /** The product held, or the word that was found. */
  readonly touches: string
}

/** On the day of the news, or the first working day after it. One reason a piece of news; what is held comes first. */
export function news(customer: Customer, context: OccasionContext): readonly NewsReason[] {
  const reasons: NewsReason[] = []
  for (const item of context.sources.news) {
    if (!isMovedOnToToday(context, item.on) || !isAmong(item, customer, context.policy)) continue
    const { id, title, on } = item
    const held = holdingTouched(item, customer, context.today)
    const touches = held ?? topicTouched(item, customer)
    if (touches === undefined) continue
    reasons.push({
      kind: held === undefined ? 'interest' : 'news',
      priority: 3,
      newsId: id,
      title,
      on,
      touches,
    })
  }
  return reasons
}

function holdingTouched(
  { productIds, productKinds }: NewsItem,
  { holdings }: Customer,
  on: Day,
): string | undefined {
  return holdings.find(
    (holding) =>
      isRunning(holding, on) &&
      (productKinds.includes(holding.kind) ||
        (holding.productId !== undefined && productIds.includes(holding.productId))),
  )?.productName
}

function topicTouched({ topics }: NewsItem, { hobbies, occupation, company }: Customer): string | undefined {
  const known = [hobbies, occupation, company]
    .filter((text) => text !== undefined)
    .map((text) => text.toLowerCase())
  return topics.find((topic) => known.some((text) => text.includes(topic.toLowerCase())))
}
