import { attributeMatcher } from '../customer/attribute-query.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { addFen, type Fen, fen, sumFen } from '../money.js'
import type { Policy } from '../policy.js'
import { type BranchCampaigns, type Campaign, isOn, standingMembers } from './campaign.js'
import { depositsOf } from './deposits.js'

/** Why a customer of the branch is not selected: the first that applies, in this order (Handbook §8.1). */
export const REMOVAL_RULES = ['not-in-query', 'do-not-contact', 'no-consent', 'other-campaign'] as const
export type RemovalRule = (typeof REMOVAL_RULES)[number]

/** A customer of the branch with the manager who looks after them today. */
export interface BranchCustomer {
  readonly managerId: string
  readonly customer: Customer
}

/** The figures of some customers. */
export interface GroupFigures {
  readonly count: number
  /** Quartiles are undefined where there is nobody. */
  readonly deposits: {
    readonly sumFen: Fen
    readonly q1Fen?: Fen
    readonly medianFen?: Fen
    readonly q3Fen?: Fen
    /** Of how many the ledger has no deposits at all: they count as 0. */
    readonly without: number
  }
  /** More customers first, then by name; absent where the occupation is not known. */
  readonly byTrade: readonly { readonly trade?: string; readonly count: number; readonly sumFen: Fen }[]
  /** By id. */
  readonly byManager: readonly { readonly managerId: string; readonly count: number; readonly sumFen: Fen }[]
}

export interface Analysis {
  /** The whole of the branch's books. */
  readonly all: GroupFigures
  readonly removed: readonly { readonly rule: RemovalRule; readonly count: number }[]
  readonly selected: GroupFigures
}

/** What removes customers from a campaign's selection; undefined for who is selected. */
export function removalOf(
  campaign: Pick<Campaign, 'id' | 'query'>,
  among: BranchCampaigns,
  policy: Policy,
  today: Day,
): (customer: Customer) => RemovalRule | undefined {
  const fits = campaign.query === undefined ? () => true : attributeMatcher(campaign.query, { policy, today })
  const taken = new Set(
    among.campaigns
      .filter((other) => other.id !== campaign.id && isOn(other))
      .flatMap((other) => standingMembers(other).map(({ customerId }) => customerId)),
  )
  return (customer) => {
    if (!fits(customer)) return 'not-in-query'
    if (customer.doNotContact) return 'do-not-contact'
    if (!customer.marketingConsent) return 'no-consent'
    return taken.has(customer.id) ? 'other-campaign' : undefined
  }
}

/** The analysis of a branch's books before a campaign begins. */
export function analyseCampaign(
  campaign: Pick<Campaign, 'id' | 'query'>,
  among: BranchCampaigns,
  branch: readonly BranchCustomer[],
  policy: Policy,
  today: Day,
): Analysis {
  const removal = removalOf(campaign, among, policy, today)
  const counts = new Map<RemovalRule, number>(REMOVAL_RULES.map((rule) => [rule, 0]))
  const selected = branch.filter(({ customer }) => {
    const rule = removal(customer)
    if (rule !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    return rule === undefined
  })
  return {
    all: figuresOf(branch, today),
    removed: [...counts].map(([rule, count]) => ({ rule, count })),
    selected: figuresOf(selected, today),
  }
}

function figuresOf(group: readonly BranchCustomer[], today: Day): GroupFigures {
  const sums: Fen[] = []
  const trades = new Map<string, { count: number; sumFen: Fen }>()
  const managers = new Map<string, { count: number; sumFen: Fen }>()
  let without = 0
  for (const { managerId, customer } of group) {
    const { sumFen, isKnown } = depositsOf(customer, today)
    sums.push(sumFen)
    if (!isKnown) without++
    count(trades, customer.occupation ?? '', sumFen)
    count(managers, managerId, sumFen)
  }
  sums.sort((a, b) => a - b)
  const at = (quarter: number) => sums[Math.ceil((sums.length * quarter) / 4) - 1]
  const [q1Fen, medianFen, q3Fen] = [at(1), at(2), at(3)]
  return {
    count: group.length,
    deposits: {
      sumFen: sumFen(sums),
      ...(q1Fen === undefined ? {} : { q1Fen }),
      ...(medianFen === undefined ? {} : { medianFen }),
      ...(q3Fen === undefined ? {} : { q3Fen }),
      without,
    },
    byTrade: [...trades]
      .sort(([a, { count: first }], [b, { count: second }]) => second - first || (a < b ? -1 : 1))
      .map(([trade, figures]) => (trade === '' ? figures : { trade, ...figures })),
    byManager: [...managers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([managerId, figures]) => ({ managerId, ...figures })),
  }
}

function count(groups: Map<string, { count: number; sumFen: Fen }>, key: string, sum: Fen): void {
  const group = groups.get(key) ?? { count: 0, sumFen: fen(0) }
  group.count++
  group.sumFen = addFen(group.sumFen, sum)
  groups.set(key, group)
}
