import type { Customer } from '../customer/customer.js'
import { addDays, type Day, isWithin } from '../day.js'
import { moneyKeptOf } from '../ledger/money-kept.js'
import { sumFen } from '../money.js'
import type { Policy } from '../policy.js'
import type { MaturedMoney } from './leaving.js'

/** Of a customer: what matured in the last days and is decided, and how much of it is known to be gone (Handbook §8.12). */
export function maturedLately(
  policy: Pick<Policy, 'maturingKinds' | 'moneyKept' | 'leaving'>,
  today: Day,
): (customer: Customer) => MaturedMoney | undefined {
  const lately = { from: addDays(today, -policy.leaving.maturedWithinDays), to: today }
  return (customer) => {
    const decided = moneyKeptOf(customer, policy, today).filter(
      ({ isDecided, on }) => isDecided && isWithin(lately, on),
    )
    if (decided.length === 0) return undefined
    return {
      maturedFen: sumFen(decided.map(({ amountFen }) => amountFen)),
      goneFen: sumFen(decided.map(({ goneFen }) => goneFen)),
    }
  }
}
