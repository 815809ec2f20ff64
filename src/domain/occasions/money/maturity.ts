import type { Customer } from '../../customer/customer.js'
import type { Day } from '../../day.js'
import type { Holding } from '../../ledger/holding.js'
import { spokenWithBefore } from '../../ledger/maturities.js'
import { reachesMaturity } from '../../ledger/running.js'
import { CNY, type Currency, type Fen } from '../../money.js'
import { isNoticeDay, type OccasionContext, type ReasonBase } from '../occasion.js'

/** A holding matures (Handbook §3 P1, §9). */
export interface MaturityReason extends ReasonBase {
  readonly kind: 'maturity'
  readonly priority: 1
  readonly holdingId: string
  readonly productName: string
  readonly productKind: Holding['kind']
  readonly amountFen: Fen
  readonly currency: Currency
  readonly maturesOn: Day
  /** The working day the maturity counts as. */
  readonly countsOn: Day
  readonly notice: MaturityNotice
  /** Calendar days of the heads-up (7 or 30). */
  readonly headsUpDays?: number
  readonly autoRenew: boolean
  /** The last effective contact, where it was within the policy's window before the maturity. */
  readonly spokenWith?: Day
  /** The customer may not be contacted for marketing: a service notice is all that is allowed. */
  readonly serviceNoticeOnly: boolean
}

export type MaturityNotice = 'same-day' | 'day-before' | 'heads-up'

/** One reason a holding; where two notices fall on one day, the nearer. */
export function maturity(customer: Customer, context: OccasionContext): readonly MaturityReason[] {
  const reasons: MaturityReason[] = []
  for (const holding of customer.holdings) {
    const reason = maturityOf(holding, customer, context)
    if (reason !== undefined) reasons.push(reason)
  }
  return reasons.sort(soonestThenLargest)
}

function maturityOf(
  holding: Holding,
  customer: Customer,
  context: OccasionContext,
): MaturityReason | undefined {
  const { maturesOn, amountFen, currency } = holding
  if (maturesOn === undefined || maturesOn < context.today || maturesOn >= context.maturityHorizon)
    return undefined
  if (!context.policy.maturingKinds.includes(holding.kind) || !reachesMaturity(holding)) return undefined

  const countsOn = context.calendar.sameOrPrevious(maturesOn)
  const notice = noticeToday(countsOn, context)
  if (notice === undefined) return undefined
  const spokenWith = spokenWithBefore(customer, maturesOn, context.policy, context.today)
  return {
    kind: 'maturity',
    priority: 1,
    ...(currency === CNY ? { atStakeFen: amountFen } : {}),
    holdingId: holding.id,
    productName: holding.productName,
    productKind: holding.kind,
    amountFen,
    currency,
    maturesOn,
    countsOn,
    ...notice,
    autoRenew: holding.autoRenew,
    ...(spokenWith === undefined ? {} : { spokenWith }),
    serviceNoticeOnly: customer.doNotContact,
  }
}

function noticeToday(
  countsOn: Day,
  context: OccasionContext,
): Pick<MaturityReason, 'notice' | 'headsUpDays'> | undefined {
  if (countsOn === context.today) return { notice: 'same-day' }
  if (countsOn === context.next) return { notice: 'day-before' }
  const headsUpDays = context.policy.maturityHeadsUpDays.findLast((days) =>
    isNoticeDay(context, countsOn, days),
  )
  return headsUpDays === undefined ? undefined : { notice: 'heads-up', headsUpDays }
}

function soonestThenLargest(a: MaturityReason, b: MaturityReason): number {
  if (a.maturesOn !== b.maturesOn) return a.maturesOn < b.maturesOn ? -1 : 1
  if (a.amountFen !== b.amountFen) return b.amountFen - a.amountFen
  return a.holdingId < b.holdingId ? -1 : 1
}
