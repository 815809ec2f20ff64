import type { Customer } from '../customer/customer.js'
import type { RiskRating } from '../customer/profile-fields.js'
import { addDays, type Day } from '../day.js'
import { isAsset, type RiskLevel } from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import { isRunning } from '../ledger/running.js'
import { CNY, type Fen } from '../money.js'
import type { Policy } from '../policy.js'

/** Whether a product may be proposed to a customer, and if not, everything that stands against it (Handbook §7, §9). */
export type Suitability =
  | { readonly fits: true }
  | { readonly fits: false; readonly refusals: readonly [Refusal, ...Refusal[]] }

/** One thing against it, with the facts and what would cure it. */
export type Refusal =
  | { readonly reason: 'do-not-contact'; readonly cure: 'none' }
  | { readonly reason: 'no-marketing-consent'; readonly cure: 'ask-consent' }
  | { readonly reason: 'not-on-sale-yet'; readonly saleFrom: Day; readonly cure: 'wait' }
  | { readonly reason: 'off-sale'; readonly saleTo: Day; readonly cure: 'none' }
  | { readonly reason: 'level-unknown'; readonly cure: 'ask-head-office' }
  | { readonly reason: 'not-assessed'; readonly cure: 'invite-to-reassess' }
  | { readonly reason: 'assessment-expired'; readonly lastValidDay: Day; readonly cure: 'invite-to-reassess' }
  | {
      readonly reason: 'level-above-rating'
      readonly level: RiskLevel
      readonly rating: RiskRating
      readonly cure: 'choose-lower-level'
    }
  | { readonly reason: 'assets-unknown'; readonly minAmountFen: Fen; readonly cure: 'ask-assets' }
  | {
      readonly reason: 'below-minimum'
      readonly minAmountFen: Fen
      readonly aumFen: Fen
      readonly cure: 'choose-lower-minimum'
    }
  | {
      readonly reason: 'foreign-minimum-not-held'
      readonly minAmountFen: Fen
      readonly currency: string
      readonly cure: 'exchange-first'
    }

/**
 * Decides for `on`, the day on which it would be sold. Fails closed: a level, a rating, an assessment day or assets that are
 * not known are a refusal. A product without a minimum or an end of sale has none.
 */
export function suitability(product: Product, customer: Customer, policy: Policy, on: Day): Suitability {
  const refusals = [
    ...permissionRefusals(customer),
    ...windowRefusals(product, on),
    ...riskRefusals(product, customer, policy, on),
    ...minimumRefusals(product, customer, on),
  ]
  const [first, ...rest] = refusals
  return first === undefined ? { fits: true } : { fits: false, refusals: [first, ...rest] }
}

/** Of two ratings of one product the higher counts; undefined where neither is given. */
export function levelOf({
  riskLevel,
  issuerRiskLevel,
}: Pick<Product, 'riskLevel' | 'issuerRiskLevel'>): RiskLevel | undefined {
  if (riskLevel === undefined || issuerRiskLevel === undefined) return riskLevel ?? issuerRiskLevel
  return rank(riskLevel) >= rank(issuerRiskLevel) ? riskLevel : issuerRiskLevel
}

/** The last day on which the customer's risk assessment is valid; undefined for who counts as not assessed. */
export function lastValidDay(
  { riskRating, riskAssessedOn }: Pick<Customer, 'riskRating' | 'riskAssessedOn'>,
  policy: Policy,
): Day | undefined {
  if (riskRating === undefined || riskAssessedOn === undefined) return undefined
  return addDays(riskAssessedOn, policy.assessment.validDays)
}

/** Whether a product of this level may be proposed to the customer, whatever its minimum and window are. */
export function mayBeOffered(level: RiskLevel, customer: Customer, policy: Policy, on: Day): boolean {
  const ofLevel = { kind: 'wealth', riskLevel: level } as const
  return [...permissionRefusals(customer), ...riskRefusals(ofLevel, customer, policy, on)].length === 0
}

function permissionRefusals({ doNotContact, marketingConsent }: Customer): readonly Refusal[] {
  return [
    ...(doNotContact ? [{ reason: 'do-not-contact', cure: 'none' } as const] : []),
    ...(marketingConsent ? [] : [{ reason: 'no-marketing-consent', cure: 'ask-consent' } as const]),
  ]
}

function windowRefusals({ saleFrom, saleTo }: Product, on: Day): readonly Refusal[] {
  if (saleFrom !== undefined && on < saleFrom) return [{ reason: 'not-on-sale-yet', saleFrom, cure: 'wait' }]
  if (saleTo !== undefined && on > saleTo) return [{ reason: 'off-sale', saleTo, cure: 'none' }]
  return []
}

const DEPOSITS: readonly Product['kind'][] = ['time-deposit', 'notice-deposit', 'current']

export function isDeposit(kind: Product['kind']): boolean {
  return DEPOSITS.includes(kind)
}

function riskRefusals(
  product: Pick<Product, 'kind' | 'riskLevel' | 'issuerRiskLevel'>,
  customer: Customer,
  policy: Policy,
  on: Day,
): readonly Refusal[] {
  if (isDeposit(product.kind)) return []
  const level = levelOf(product)
  const { riskRating, riskAssessedOn } = customer
  const validUpTo = lastValidDay(customer, policy)
  const refusals: Refusal[] = []
  if (level === undefined) refusals.push({ reason: 'level-unknown', cure: 'ask-head-office' })
  if (validUpTo === undefined || riskAssessedOn === undefined || riskAssessedOn > on)
    refusals.push({ reason: 'not-assessed', cure: 'invite-to-reassess' })
  else if (on > validUpTo)
    refusals.push({ reason: 'assessment-expired', lastValidDay: validUpTo, cure: 'invite-to-reassess' })
  if (level !== undefined && riskRating !== undefined && rank(level) > rank(riskRating))
    refusals.push({ reason: 'level-above-rating', level, rating: riskRating, cure: 'choose-lower-level' })
  return refusals
}

function minimumRefusals(
  { minAmountFen, currency }: Product,
  customer: Customer,
  on: Day,
): readonly Refusal[] {
  if (minAmountFen === undefined) return []
  if (currency !== CNY)
    return holdsAtLeast(customer, minAmountFen, currency, on)
      ? []
      : [{ reason: 'foreign-minimum-not-held', minAmountFen, currency, cure: 'exchange-first' }]
  const { aumFen } = customer
  if (aumFen === undefined) return [{ reason: 'assets-unknown', minAmountFen, cure: 'ask-assets' }]
  if (aumFen < minAmountFen)
    return [{ reason: 'below-minimum', minAmountFen, aumFen, cure: 'choose-lower-minimum' }]
  return []
}

/** One holding of the customer's own money in that currency; a debt is none, nor is one that has matured. */
function holdsAtLeast({ holdings }: Customer, amountFen: Fen, currency: string, on: Day): boolean {
  return holdings.some(
    (holding) =>
      holding.currency === currency &&
      holding.amountFen >= amountFen &&
      isAsset(holding.kind) &&
      isRunning(holding, on),
  )
}

/** Whether a rating is enough for a level, whatever the day of the assessment. */
export function carries(rating: RiskRating, level: RiskLevel): boolean {
  return rank(level) <= rank(rating)
}

/** Whether `to` is above `from`; any level is above none. */
export function isRaised(from: RiskLevel | undefined, to: RiskLevel | undefined): to is RiskLevel {
  return to !== undefined && (from === undefined || rank(to) > rank(from))
}

/** 1 … 5 of R1–R5 and of C1–C5, which are compared with each other. */
function rank(level: RiskLevel | RiskRating): number {
  return Number(level.slice(1))
}
