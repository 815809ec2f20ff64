import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { idleMoney } from '../../domain/ledger/idle-money.js'
import { nextMaturity } from '../../domain/ledger/next-maturity.js'
import {
  currentOpportunities,
  currentOpportunity,
  opportunityFor,
  withOpportunity,
} from '../../domain/opportunity/in-book.js'
import { manFromBook } from '../../domain/opportunity/man.js'
import { type Opening, type Opportunity, openOpportunity } from '../../domain/opportunity/opportunity.js'
import { advance, resume } from '../../domain/opportunity/steps.js'
import type { Policy } from '../../domain/policy.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface StartOpportunityDeps extends WriteChangeDeps {
  readonly policy: Policy
}

export interface StartOpportunityInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  /** What the manager says it is about; else a maturity within the contact window, where there is one. */
  readonly need?: string
  /** Which one is gone on with; absent: the newest that is being worked on, or a new one. */
  readonly opportunityId?: string
  /** It is about this product: one that names another is left alone. */
  readonly productId?: string
  /** Words for a need that the ledger tells. */
  readonly needOfMaturity: (productName: string, on: Day) => string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface StartedOpportunity {
  readonly customer: Customer
  readonly opportunity: Opportunity
  readonly isNew: boolean
}

/** Goes on with the customer's current opportunity where it was left, or opens one. Undefined: not in this book. */
export function startOpportunity(deps: StartOpportunityDeps) {
  return async (input: StartOpportunityInput): Promise<StartedOpportunity | undefined> => {
    const { changeId, managerId, customerId, today, at } = input
    const written = await writeChange<StartedOpportunity>(
      deps,
      { changeId, kind: 'opportunity.change', managerId, at, customerIds: [customerId] },
      (customer, key) => {
        const current = chosen(customer, input)
        const started =
          current === undefined ? opened(customer, key, input, deps.policy) : goOn(current, today)
        const { customer: now, edits } = withOpportunity(customer, started)
        return {
          customer: now,
          edits,
          result: { customer: now, opportunity: started, isNew: current === undefined },
        }
      },
    )
    if (written.status === 'written') return written.results[0]
    if (written.status === 'not-in-book') return undefined
    const customer = (await deps.books.read(managerId)).customers.find(({ id }) => id === customerId)
    const current = customer && chosen(customer, input)
    return customer === undefined || current === undefined
      ? undefined
      : { customer, opportunity: current, isNew: false }
  }
}

export type StartOpportunity = ReturnType<typeof startOpportunity>

function opened(
  customer: Customer,
  key: string,
  { need, needOfMaturity, productId, today }: StartOpportunityInput,
  policy: Policy,
): Opportunity {
  const maturing = nextMaturity(customer, policy, today)
  const stated = {
    statedWish: need !== undefined,
    idleMoney: idleMoney(customer, policy, today) !== undefined,
  }
  const man = manFromBook(customer, undefined, stated, policy, today)
  const about =
    need ??
    (maturing && man.need === 'yes' ? needOfMaturity(maturing.productName, maturing.maturesOn) : undefined)
  const sum =
    about !== undefined && need === undefined && maturing !== undefined
      ? { amountFen: maturing.amountFen, currency: maturing.currency }
      : {}
  const opening: Opening = {
    id: key,
    customerId: customer.id,
    man,
    ...sum,
    ...(about === undefined ? {} : { need: about }),
  }
  const fresh = openOpportunity(opening, today)
  // About a product, it is the product that completes the first step.
  if (productId !== undefined && about === undefined) return fresh
  const onward = advance(fresh, today)
  return onward.ok ? onward.opportunity : fresh
}

function chosen(
  customer: Customer,
  { opportunityId, productId }: StartOpportunityInput,
): Opportunity | undefined {
  if (opportunityId !== undefined)
    return currentOpportunities(customer).find(({ id }) => id === opportunityId)
  return productId === undefined ? currentOpportunity(customer) : opportunityFor(customer, productId)
}

function goOn(current: Opportunity, today: Day): Opportunity {
  const decision = resume(current, today)
  return decision.ok ? decision.opportunity : current
}
