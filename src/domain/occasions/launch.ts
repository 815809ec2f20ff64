import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { Product } from '../ledger/product.js'
import { suitability } from '../suitability/suitability.js'
import { isMovedOnToToday, isWorkingDayBefore, type OccasionContext, type ReasonBase } from './occasion.js'

/** A product that fits the customer comes on sale (Handbook §3 P1, §9). */
export interface LaunchReason extends ReasonBase {
  readonly kind: 'launch'
  readonly priority: 1
  readonly productId: string
  readonly productName: string
  readonly saleFrom: Day
}

/**
 * The working day before the first day of sale, and that day or the first working day after it. Who fits is decided for the
 * day on which it can be sold, so nobody is told of a product their assessment will not cover.
 */
export function launch(customer: Customer, context: OccasionContext): readonly LaunchReason[] {
  const reasons: LaunchReason[] = []
  for (const product of context.sources.products) {
    const { id, name, saleFrom } = product
    if (saleFrom === undefined || !isShown(saleFrom, context)) continue
    if (!fitsOnSale(product, customer, saleFrom, context)) continue
    reasons.push({ kind: 'launch', priority: 1, productId: id, productName: name, saleFrom })
  }
  return reasons
}

function isShown(saleFrom: Day, context: OccasionContext): boolean {
  return isWorkingDayBefore(context, saleFrom) || isMovedOnToToday(context, saleFrom)
}

function fitsOnSale(
  product: Product,
  customer: Customer,
  saleFrom: Day,
  { policy, today }: OccasionContext,
): boolean {
  return suitability(product, customer, policy, saleFrom > today ? saleFrom : today).fits
}
