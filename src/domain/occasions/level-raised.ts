import type { Customer } from '../customer/customer.js'
import type { RiskRating } from '../customer/profile-fields.js'
import { holdersOf, yuanOfHolder } from '../ledger/holders.js'
import type { RiskLevel } from '../ledger/holding.js'
import type { Currency, Fen } from '../money.js'
import { carries, levelOf } from '../suitability/suitability.js'
import type { OccasionContext, ReasonBase } from './occasion.js'

/** The level of a product the customer holds was raised above their rating (Handbook §8.8). */
export interface LevelRaisedReason extends ReasonBase {
  readonly kind: 'level-raised'
  readonly priority: 1
  readonly productId: string
  readonly productName: string
  /** Absent: it had no level before. */
  readonly from?: RiskLevel
  readonly level: RiskLevel
  readonly rating: RiskRating
  readonly amountFen: Fen
  readonly currency: Currency
  /** The customer may not be contacted for marketing: a service notice is all that is allowed. */
  readonly serviceNoticeOnly: boolean
}

/** Once, on the working day it was given at the import, where it still holds: the level, the rating and the holding. */
export function levelRaised(
  customer: Customer,
  { today, sources }: OccasionContext,
): readonly LevelRaisedReason[] {
  const { riskRating, levelRaised: notes } = customer
  if (notes === undefined || riskRating === undefined) return []
  return notes.flatMap(({ showOn, productId, from, to }): readonly LevelRaisedReason[] => {
    if (showOn !== today) return []
    const product = sources.products.find(({ id }) => id === productId)
    const level = product && levelOf(product)
    const [holder] = holdersOf([customer], productId, today)
    const stillStands = level !== undefined && level >= to && !carries(riskRating, level)
    if (product === undefined || holder === undefined || !stillStands) return []
    const [sum] = holder.sums
    const yuan = yuanOfHolder(holder)
    return [
      {
        kind: 'level-raised',
        priority: 1,
        ...(yuan === 0 ? {} : { atStakeFen: yuan }),
        productId,
        productName: product.name,
        ...(from === undefined ? {} : { from }),
        level,
        rating: riskRating,
        amountFen: sum!.amountFen,
        currency: sum!.currency,
        serviceNoticeOnly: customer.doNotContact,
      },
    ]
  })
}
