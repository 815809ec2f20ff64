import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { Product } from '../ledger/product.js'
import { isRunning } from '../ledger/running.js'
import { CNY } from '../money.js'
import type { Policy } from '../policy.js'
import type { Man } from './opportunity.js'

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
