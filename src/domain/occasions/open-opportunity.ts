import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import { CNY, type Currency, type Fen } from '../money.js'
import { type Missing, missingFor } from '../opportunity/done-when.js'
import type { Opportunity } from '../opportunity/opportunity.js'
import { isMovedBackToToday, type OccasionContext, type ReasonBase } from './occasion.js'

/** What both kinds say of the opportunity. */
interface OfOpportunity {
  readonly opportunityId: string
  /** The product, or else the need in the manager's words. */
  readonly about?: string
  readonly amountFen?: Fen
  readonly currency?: Currency
  /** The first thing its step still waits for. */
  readonly waitsFor?: Missing['what']
}

/** A sale came to a stop: no step was made and nothing was told for long (Handbook §5). */
export interface OpportunityStuckReason extends ReasonBase, OfOpportunity {
  readonly kind: 'opportunity-stuck'
  readonly priority: 2
  /** Calendar days without progress. */
  readonly days: number
}

/** A sale was put off to a day, which has come: agreed with the customer, like a call back. */
export interface OpportunityDueReason extends ReasonBase, OfOpportunity {
  readonly kind: 'opportunity-due'
  readonly priority: 1
  readonly until: Day
}

/**
 * Every opportunity that wants attention, until something is told of it. A stuck one falls due like a regular contact, on
 * the next working day; one put off to days off is told the working day before, like an appointment.
 */
export function openOpportunity(
  { opportunities = [] }: Customer,
  context: OccasionContext,
): readonly (OpportunityStuckReason | OpportunityDueReason)[] {
  const { today, calendar, policy } = context
  return opportunities.flatMap((one): readonly (OpportunityStuckReason | OpportunityDueReason)[] => {
    const { state, outcome, progressOn } = one
    if (state === 'postponed' && outcome?.kind === 'postponed') {
      const { until } = outcome
      const isDue = until < today || (context.isWorkingDay && isMovedBackToToday(context, until))
      return isDue ? [{ kind: 'opportunity-due', priority: 1, ...factsOf(one), until }] : []
    }
    if (state !== 'open') return []
    const dueOn = calendar.sameOrNext(addDays(progressOn, policy.opportunityStuckAfterDays))
    if (dueOn > today) return []
    return [{ kind: 'opportunity-stuck', priority: 2, ...factsOf(one), days: daysBetween(progressOn, today) }]
  })
}

function factsOf(opportunity: Opportunity): OfOpportunity & Pick<ReasonBase, 'atStakeFen'> {
  const { id, product, need, amountFen, currency = CNY } = opportunity
  const about = product?.productName ?? need
  const [next] = missingFor(opportunity)
  return {
    opportunityId: id,
    ...(about === undefined ? {} : { about }),
    ...(amountFen === undefined ? {} : { amountFen, currency }),
    ...(amountFen === undefined || currency !== CNY ? {} : { atStakeFen: amountFen }),
    ...(next === undefined ? {} : { waitsFor: next.what }),
  }
}
