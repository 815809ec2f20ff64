import type { Campaign } from '../campaign/campaign.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import type { TransactionFeed } from '../ledger/transaction-feed.js'
import type { Tier } from '../policy.js'

/** What the occasions read besides the customer: what head office, the branch and the manager hand in. */
export interface Sources {
  readonly products: readonly Product[]
  readonly gifts: readonly Gift[]
  readonly events: readonly VipEvent[]
  readonly festivals: readonly Festival[]
  readonly news: readonly NewsItem[]
  readonly prices: readonly Price[]
  /** Movements that an evening wrap-up has shown already, as `movementKey` writes them. */
  readonly movementsReported: ReadonlySet<string>
  /** How far transactions are known. */
  readonly feed: TransactionFeed
  /** Companies by the id of the customer who owns them. */
  readonly companiesOf: ReadonlyMap<string, readonly OwnedCompany[]>
  /** The campaigns of the branch. */
  readonly campaigns: readonly Campaign[]
}

/** A company whose owner is a customer. */
export interface OwnedCompany extends Pick<Customer, 'name' | 'flows'> {
  readonly customerId: string
  /** Name of the colleague who looks after it; absent: the owner's own manager does. */
  readonly keeper?: string
}

export const NO_SOURCES: Sources = {
  products: [],
  gifts: [],
  events: [],
  festivals: [],
  news: [],
  prices: [],
  movementsReported: new Set(),
  feed: [],
  companiesOf: new Map(),
  campaigns: [],
}

/** Whom something is meant for. */
export interface Audience {
  /** Absent: every branch. */
  readonly branchId?: string
  /** Absent: every tier the occasion is open to. */
  readonly tiers?: readonly Tier[]
}

/** Something for VIP customers to be handed over while it lasts. */
export interface Gift extends Audience {
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly to: Day
}

export interface VipEvent extends Audience {
  readonly id: string
  readonly name: string
  readonly on: Day
  readonly place?: string
}

/** A public festival on which customers are greeted. */
export interface Festival extends Audience {
  readonly id: string
  readonly name: string
  /** Its name in English; absent: as it is. */
  readonly nameEn?: string
  readonly on: Day
}

/** News of the market, of a product, or of a trade or hobby; it touches whoever matches any of the three lists. */
export interface NewsItem extends Audience {
  readonly id: string
  readonly title: string
  readonly on: Day
  readonly productIds: readonly string[]
  readonly productKinds: readonly ProductKind[]
  /** Words looked for in a customer's hobbies, occupation and company. */
  readonly topics: readonly string[]
}

/** The value of one unit of a product at the end of a day. */
export interface Price {
  readonly productId: string
  readonly on: Day
  /** In the product's own currency; only its change is used. */
  readonly value: number
  /** Paid out for one unit on this day. */
  readonly dividend?: number
}

/** The sources as one branch sees them. */
export function sourcesOfBranch(sources: Sources, branchId: string): Sources {
  const concerns = (item: Audience) => item.branchId === undefined || item.branchId === branchId
  return {
    ...sources,
    gifts: sources.gifts.filter(concerns),
    events: sources.events.filter(concerns),
    festivals: sources.festivals.filter(concerns),
    news: sources.news.filter(concerns),
  }
}
