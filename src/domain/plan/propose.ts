import { tierOf } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import { isRunning } from '../ledger/running.js'
import { CNY, type Fen, fen, sumFen } from '../money.js'
import { isAtLeastPercent } from '../percent.js'
import type { Policy } from '../policy.js'
import { kindsHeld } from './metric-value.js'
import type { Metric } from './plan.js'

/** Why a plan is proposed. */
export type ProposalReason =
  /** The AUM is near the next line: VIP, or the highest tier. */
  | { readonly why: 'near-line'; readonly lineFen: Fen; readonly missingFen: Fen }
  /** Much of the AUM matures soon, automatic renewal included. */
  | { readonly why: 'maturing'; readonly amountFen: Fen }
  | { readonly why: 'one-kind' }

/** A plan that could be begun; proposed is not begun. */
export interface Proposal {
  readonly customer: Customer
  readonly metric: Metric
  /** In the units of the metric. */
  readonly value: number
  readonly target: number
  /** The first decides the metric and the target. */
  readonly reasons: readonly [ProposalReason, ...ProposalReason[]]
}

const ORDER: readonly ProposalReason['why'][] = ['near-line', 'maturing', 'one-kind']

/** Nearest to the line first, then the maturing, then one kind; ties by customer id. */
export function proposalsOf(customers: readonly Customer[], policy: Policy, today: Day): readonly Proposal[] {
  return customers
    .flatMap((customer) => proposalOf(customer, policy, today) ?? [])
    .sort(
      (a, b) =>
        ORDER.indexOf(a.reasons[0].why) - ORDER.indexOf(b.reasons[0].why) ||
        missing(a.reasons[0]) - missing(b.reasons[0]) ||
        (a.customer.id < b.customer.id ? -1 : 1),
    )
}

/** Undefined for who asked for quiet, gave no consent, or has a plan that is agreed or running; and without a reason. */
export function proposalOf(customer: Customer, policy: Policy, today: Day): Proposal | undefined {
  if (customer.doNotContact || !customer.marketingConsent) return undefined
  if (customer.plans?.some(({ state }) => state === 'agreed' || state === 'running')) return undefined
  const [first, ...rest] = reasonsFor(customer, policy, today)
  if (first === undefined) return undefined
  const reasons: Proposal['reasons'] = [first, ...rest]
  const aum = customer.aumFen ?? 0
  switch (first.why) {
    case 'near-line':
      return { customer, metric: 'aum', value: aum, target: first.lineFen, reasons }
    case 'maturing':
      return { customer, metric: 'aum', value: aum, target: aum, reasons }
    case 'one-kind':
      return { customer, metric: 'kinds', value: 1, target: 2, reasons }
  }
}

function reasonsFor(customer: Customer, policy: Policy, today: Day): readonly ProposalReason[] {
  return [
    nearLine(customer, policy),
    maturing(customer, policy, today),
    oneKind(customer, policy, today),
  ].filter((reason) => reason !== undefined)
}

function nearLine({ aumFen }: Customer, policy: Policy): ProposalReason | undefined {
  if (aumFen === undefined) return undefined
  const lines = [policy.vipFromFen, policy.tiers[0]?.fromFen ?? policy.vipFromFen]
  const lineFen = lines.find(
    (line) => aumFen < line && isAtLeastPercent(aumFen, line, policy.plan.nearLinePercent),
  )
  return lineFen === undefined ? undefined : { why: 'near-line', lineFen, missingFen: fen(lineFen - aumFen) }
}

function maturing(customer: Customer, policy: Policy, today: Day): ProposalReason | undefined {
  const { aumFen, holdings } = customer
  const { plan, maturingKinds } = policy
  if (aumFen === undefined || !plan.tiers.includes(tierOf(customer, policy))) return undefined
  const last = addDays(today, plan.maturingDays)
  const amountFen = sumFen(
    holdings
      .filter(
        (one) =>
          one.currency === CNY &&
          maturingKinds.includes(one.kind) &&
          one.maturesOn !== undefined &&
          one.maturesOn <= last &&
          isRunning(one, today),
      )
      .map((one) => one.amountFen),
  )
  return isAtLeastPercent(amountFen, aumFen, plan.maturingPercent)
    ? { why: 'maturing', amountFen }
    : undefined
}

function oneKind(customer: Customer, policy: Policy, today: Day): ProposalReason | undefined {
  if (!policy.plan.tiers.includes(tierOf(customer, policy))) return undefined
  return kindsHeld(customer, today).length === 1 ? { why: 'one-kind' } : undefined
}

function missing(reason: ProposalReason): number {
  return reason.why === 'near-line' ? reason.missingFen : 0
}
