import { day } from '../../../src/domain/day.js'
import {
  type Opening,
  type Opportunity,
  openOpportunity,
} from '../../../src/domain/opportunity/opportunity.js'
import type { StepDecision } from '../../../src/domain/opportunity/steps.js'

export const OPENED = day('2026-11-02')

/** An opportunity opened on 2 November, a Monday, for a product that is on sale. */
export function anOpportunity(over: Partial<Opening> = {}, on = OPENED): Opportunity {
  return openOpportunity(
    {
      id: 'o1',
      customerId: 'C1',
      product: { productId: 'W115', productName: '稳盈115天', kind: 'wealth' },
      ...over,
    },
    on,
  )
}

/** The opportunity after a decision that must have been granted. */
export function granted(decision: StepDecision): Opportunity {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision.opportunity
}
