import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { ProductKind } from '../../domain/ledger/holding.js'
import { type AmountRange, CNY, isInRange } from '../../domain/money.js'
import { type Missing, missingFor } from '../../domain/opportunity/done-when.js'
import { type Funnel, funnel } from '../../domain/opportunity/funnel.js'
import type { Opportunity } from '../../domain/opportunity/opportunity.js'
import { type Attention, attentionTo } from '../../domain/opportunity/stuck.js'
import type { Policy } from '../../domain/policy.js'
import type { Books } from '../../ports/ports.js'

export interface PipelineQuery {
  /** Only opportunities of a sum in this range; one without a sum is in none. */
  readonly amount?: AmountRange
  /** Only those about a product of these kinds. */
  readonly kinds?: readonly ProductKind[]
}

export interface Pipeline {
  readonly funnel: Funnel
  readonly count: number
  /** Those that want attention, the longest without progress first, each with what its step waits for. */
  readonly stuck: readonly {
    readonly customer: Customer
    readonly opportunity: Opportunity
    readonly attention: Attention
    readonly next?: Missing
  }[]
}

/** The funnel of the manager's own book on a day. */
export function showPipeline(deps: { readonly books: Books; readonly policy: Policy }) {
  return async (managerId: string, query: PipelineQuery, today: Day): Promise<Pipeline> => {
    const { customers } = await deps.books.read(managerId)
    const all = customers.flatMap((customer) =>
      (customer.opportunities ?? [])
        .filter((one) => isAsked(one, query))
        .map((opportunity) => ({ customer, opportunity })),
    )
    const stuck = all.flatMap(({ customer, opportunity }) => {
      const attention = attentionTo(opportunity, deps.policy, today)
      if (attention === undefined) return []
      const [next] = missingFor(opportunity)
      return [{ customer, opportunity, attention, ...(next === undefined ? {} : { next }) }]
    })
    return {
      funnel: funnel(
        all.map(({ opportunity }) => opportunity),
        today,
      ),
      count: all.length,
      stuck: stuck.toSorted((a, b) => (a.opportunity.progressOn < b.opportunity.progressOn ? -1 : 1)),
    }
  }
}

function isAsked(
  { amountFen, currency = CNY, product }: Opportunity,
  { amount, kinds }: PipelineQuery,
): boolean {
  if (kinds !== undefined && (product?.kind === undefined || !kinds.includes(product.kind))) return false
  return amount === undefined || (amountFen !== undefined && isInRange(amount, amountFen, currency))
}
