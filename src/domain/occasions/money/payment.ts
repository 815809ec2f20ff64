import type { Customer } from '../../customer/customer.js'
import type { Day } from '../../day.js'
import type { Holding } from '../../ledger/holding.js'
import { hasEnded } from '../../ledger/running.js'
import { CNY, type Currency, type Fen } from '../../money.js'
import { isNoticeDay, type OccasionContext, type ReasonBase } from '../occasion.js'

/** A loan instalment or a card payment is due (Handbook §3 P2). Its sum is not in the ledger, so none is at stake. */
export interface PaymentReason extends ReasonBase {
  readonly kind: 'payment'
  readonly priority: 2
  readonly holdingId: string
  readonly productName: string
  readonly productKind: Holding['kind']
  readonly payOn: Day
}

/** A loan is overdue (Handbook §3 P2). */
export interface LoanOverdueReason extends ReasonBase {
  readonly kind: 'loan-overdue'
  readonly priority: 2
  readonly holdingId: string
  readonly productName: string
  readonly amountFen: Fen
  readonly currency: Currency
}

/** Some days before the payment day; an overdue loan on every working day until the ledger says that it no longer is. */
export function payment(
  { holdings }: Customer,
  context: OccasionContext,
): readonly (PaymentReason | LoanOverdueReason)[] {
  const reasons: (PaymentReason | LoanOverdueReason)[] = []
  for (const holding of holdings) {
    const { id, kind, productName, amountFen, currency, nextPaymentOn } = holding
    if ((kind !== 'loan' && kind !== 'credit-card') || hasEnded(holding, context.today)) continue
    const of = { holdingId: id, productName }
    if (nextPaymentOn !== undefined && isNoticeDay(context, nextPaymentOn, context.policy.paymentNoticeDays))
      reasons.push({ kind: 'payment', priority: 2, ...of, productKind: kind, payOn: nextPaymentOn })
    if (kind === 'loan' && holding.overdue === true) {
      const stake = currency === CNY ? { atStakeFen: amountFen } : {}
      reasons.push({ kind: 'loan-overdue', priority: 2, ...stake, ...of, amountFen, currency })
    }
  }
  return reasons
}
