import type { BranchCustomer } from '../../src/domain/campaign/analyse.js'
import type { Campaign } from '../../src/domain/campaign/campaign.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Holding } from '../../src/domain/ledger/holding.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { aHolding } from './customers.js'

/** A draft of four months for everybody: deposits of a million. */
export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  return {
    id: '0101-1',
    name: '微企存款',
    from: day('2026-12-01'),
    to: day('2027-03-31'),
    offers: [],
    goals: [{ kind: 'deposits', target: fenOfYuan(1_000_000) }],
    state: 'draft',
    draftedOn: day('2026-11-23'),
    members: [],
    left: [],
    ...over,
  }
}

export function inBranch(customers: readonly Customer[], managerId = 'M1'): readonly BranchCustomer[] {
  return customers.map((customer) => ({ managerId, customer }))
}

/** A time deposit that runs from long before until long after. */
export function aDeposit(yuan: number, over: Partial<Holding> = {}): Holding {
  return aHolding('2028-01-01', {
    id: `d-${yuan}`,
    kind: 'time-deposit',
    productName: '三年定期',
    startsOn: day('2025-01-01'),
    amountFen: fenOfYuan(yuan),
    ...over,
  })
}
