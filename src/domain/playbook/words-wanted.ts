import { assertNever } from '../assert-never.js'
import type { Customer } from '../customer/customer.js'
import { type Day, daysBetween } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import type { Reason } from '../occasions/reason.js'
import type { LineFacts } from './line-facts.js'
import { offerFacts, termFacts } from './product-facts.js'
import { isSituation, type LineKind, type Situation } from './situations.js'

/** The kind of line and the facts that a reason on the brief calls for. */
export interface WordsWanted<K extends LineKind = LineKind> {
  readonly kind: K
  readonly situation: Situation<K>
  readonly productKind?: ProductKind
  readonly facts: Omit<LineFacts, 'customer' | 'manager' | 'slots'>
}

/** A silence of this length and more is opened like a first call ("was contacted long ago", Handbook §4). */
const LONG_AGO_DAYS = 180

/** What to say for each reason; a new kind of reason does not compile until it has its words. */
export function wordsWanted(
  reason: Reason,
  customer: Customer,
  products: readonly Product[],
  today: Day,
): WordsWanted {
  switch (reason.kind) {
    case 'maturity': {
      const { productName, productKind, amountFen, currency, maturesOn } = reason
      const holding = customer.holdings.find(({ id }) => id === reason.holdingId)
      return {
        kind: 'occasion',
        situation: reason.serviceNoticeOnly
          ? 'maturity-service'
          : reason.notice === 'heads-up'
            ? 'maturity-heads-up'
            : 'maturity',
        productKind,
        facts: {
          productName,
          sum: { amountFen, currency },
          on: maturesOn,
          ...(holding === undefined ? {} : termFacts(holding)),
        },
      }
    }
    case 'movement': {
      const { direction, amountFen, currency, on } = reason
      const situation = direction === 'in' ? 'money-in' : 'money-out'
      return { kind: 'occasion', situation, facts: { sum: { amountFen, currency }, on } }
    }
    case 'level-raised':
      return {
        kind: 'occasion',
        situation: 'level-raised',
        facts: { productName: reason.productName },
      }
    case 'launch': {
      const product = products.find(({ id }) => id === reason.productId)
      return {
        kind: 'occasion',
        situation: 'launch',
        ...(product === undefined ? {} : { productKind: product.kind }),
        facts:
          product === undefined
            ? { offer: { name: reason.productName, saleFrom: reason.saleFrom } }
            : offerFacts(product),
      }
    }
    case 'claim':
      return { kind: 'first-call', situation: reason.opening, facts: {} }
    case 'cadence':
      return daysBetween(reason.lastContactOn, today) >= LONG_AGO_DAYS
        ? { kind: 'first-call', situation: 'long-ago', facts: {} }
        : { kind: 'occasion', situation: 'cadence', facts: {} }
    case 'promise':
      return {
        kind: 'occasion',
        situation: reason.overdueWorkingDays > 0 ? 'promise-late' : 'promise',
        facts: { on: reason.on, ...(reason.about === undefined ? {} : { about: reason.about }) },
      }
    case 'appointment':
    case 'callback':
    case 'task':
      return { kind: 'occasion', situation: reason.kind, facts: { on: reason.on } }
    case 'birthday':
    case 'anniversary':
      return { kind: 'greeting', situation: reason.kind, facts: { on: reason.on } }
    case 'festival':
      return isSituation('greeting', reason.festivalId)
        ? { kind: 'greeting', situation: reason.festivalId, facts: { on: reason.on } }
        : { kind: 'pretext', situation: 'care', facts: {} }
    case 'event':
      return { kind: 'occasion', situation: 'event', facts: { eventName: reason.name, on: reason.on } }
    case 'gift':
      return { kind: 'occasion', situation: 'gift', facts: { giftName: reason.name } }
    case 'assessment':
      return { kind: 'occasion', situation: 'assessment', facts: { on: reason.lastValidDay } }
    case 'payment': {
      const { productName, productKind, payOn } = reason
      return { kind: 'occasion', situation: 'payment', productKind, facts: { productName, on: payOn } }
    }
    case 'loan-overdue': {
      const { productName, amountFen, currency } = reason
      return {
        kind: 'occasion',
        situation: 'loan-overdue',
        productKind: 'loan',
        facts: { productName, sum: { amountFen, currency } },
      }
    }
    case 'news':
    case 'interest':
      return { kind: 'occasion', situation: reason.kind, facts: { topic: reason.title } }
    case 'stop-profit':
    case 'stop-loss': {
      const changePercent = Math.abs(reason.changePercent)
      const { productName } = reason
      return {
        kind: 'occasion',
        situation: reason.kind,
        productKind: 'fund',
        facts: { productName, changePercent },
      }
    }
    case 'dividend':
      return {
        kind: 'occasion',
        situation: 'dividend',
        productKind: 'fund',
        facts: { productName: reason.productName },
      }
    case 'idle': {
      const { amountFen, currency } = reason
      return { kind: 'occasion', situation: 'idle', facts: { sum: { amountFen, currency } } }
    }
    case 'opportunity-stuck':
    case 'opportunity-due':
      return { kind: 'occasion', situation: 'opportunity', facts: {} }
    case 'linked-inflow':
      // What came into the company is no opening: the owner is asked how things are.
      return { kind: 'occasion', situation: 'cadence', facts: {} }
    case 'review':
      return { kind: 'review', situation: 'invite', facts: {} }
    case 'plan-step':
    case 'plan-check':
      return { kind: 'pretext', situation: 'care', facts: {} }
    case 'campaign':
      return {
        kind: 'occasion',
        situation: reason.state === 'interested' ? 'opportunity' : 'cadence',
        facts: {},
      }
    case 'sleeping':
    case 'snoozed':
    case 'vip-without-card':
      return { kind: 'occasion', situation: reason.kind, facts: {} }
    default:
      return assertNever(reason)
  }
}
