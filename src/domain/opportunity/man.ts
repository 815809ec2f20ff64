import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { Product } from '../ledger/product.js'
import { isRunning } from '../ledger/running.js'
import { CNY } from '../money.js'
import type { Policy } from '../policy.js'
import { MAN_QUESTIONS, type Man, type ManQuestion } from './opportunity.js'

/** What MAN comes to: sell now, ask first, or let it be (Handbook §5). */
export type ManVerdict =
  | { readonly verdict: 'sell-now' }
  | { readonly verdict: 'ask'; readonly question: ManQuestion }
  | { readonly verdict: 'not-now'; readonly because: ManQuestion }

/** A no settles it; then the first question without an answer, in the order money, authority, need. */
export function manVerdict(man: Man): ManVerdict {
  const no = MAN_QUESTIONS.find((question) => man[question] === 'no')
  if (no !== undefined) return { verdict: 'not-now', because: no }
  const open = MAN_QUESTIONS.find((question) => man[question] !== 'yes')
  return open === undefined ? { verdict: 'sell-now' } : { verdict: 'ask', question: open }
}

/** Three yes: 3; each counts one, and what is not known counts nothing. */
export function manScore(man: Man): number {
  return MAN_QUESTIONS.filter((question) => man[question] === 'yes').length
}

/**
 * What the book already tells of MAN. Money: AUM against the product's minimum, unknown where the AUM or the product is. Need: a
 * holding of a maturing kind that ends within the policy's contact window, or idle money or a wish, which the caller
 * knows. Authority is never told by the book.
 */
export function manFromBook(
  customer: Customer,
  product: Product | undefined,
  known: { readonly idleMoney: boolean; readonly statedWish: boolean },
  policy: Policy,
  today: Day,
): Man {
  return {
    money: moneyOf(customer, product),
    authority: 'unknown',
    need: known.idleMoney || known.statedWish || maturesSoon(customer, policy, today) ? 'yes' : 'unknown',
  }
}

// A minimum in another currency is not compared with yuan (Handbook §9, Suitability).
function moneyOf({ aumFen }: Customer, product: Product | undefined): Man['money'] {
  if (aumFen === undefined || product === undefined || product.currency !== CNY) return 'unknown'
  return aumFen > 0 && aumFen >= (product.minAmountFen ?? 0) ? 'yes' : 'no'
}

function maturesSoon({ holdings }: Customer, policy: Policy, today: Day): boolean {
  const upTo = addDays(today, policy.maturityContactWindowDays)
  return holdings.some(
    (holding) =>
      policy.maturingKinds.includes(holding.kind) &&
      isRunning(holding, today) &&
      holding.maturesOn !== undefined &&
      holding.maturesOn <= upTo,
  )
}
