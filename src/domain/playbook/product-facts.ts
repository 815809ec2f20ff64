import { daysBetween } from '../day.js'
import type { Holding } from '../ledger/holding.js'
import { FIXED_BY_CONTRACT, interest, isCounted } from '../ledger/interest.js'
import type { Product } from '../ledger/product.js'
import { levelOf } from '../suitability/suitability.js'
import type { LineFacts } from './line-facts.js'

/** Term, rate and, where the contract fixes it, the interest of a holding over its whole term. */
export function termFacts(holding: Holding): Pick<LineFacts, 'termDays' | 'ratePercent' | 'interest'> {
  const { kind, amountFen, currency, startsOn, maturesOn, ratePercent } = holding
  const known = startsOn !== undefined && maturesOn !== undefined
  const fixed =
    known && ratePercent !== undefined && isCounted(kind) && FIXED_BY_CONTRACT.includes(kind)
      ? { amountFen: interest(kind, amountFen, ratePercent, startsOn, maturesOn), currency }
      : undefined
  return {
    ...(known ? { termDays: daysBetween(startsOn, maturesOn) } : {}),
    ...(ratePercent === undefined ? {} : { ratePercent }),
    ...(fixed === undefined ? {} : { interest: fixed }),
  }
}

/** What is offered, as a line names it: of two risk levels the higher. */
export function offerFacts(product: Product): Pick<LineFacts, 'offer' | 'termDays'> {
  const { name, minAmountFen, currency, benchmark, saleFrom, saleTo, termDays } = product
  const riskLevel = levelOf(product)
  return {
    offer: {
      name,
      ...(minAmountFen === undefined ? {} : { minimum: { amountFen: minAmountFen, currency } }),
      ...(riskLevel === undefined ? {} : { riskLevel }),
      ...(benchmark === undefined ? {} : { benchmark }),
      ...(saleFrom === undefined ? {} : { saleFrom }),
      ...(saleTo === undefined ? {} : { saleTo }),
    },
    ...(termDays === undefined ? {} : { termDays }),
  }
}
