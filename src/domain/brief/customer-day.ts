import type { Customer } from '../customer/customer.js'
import { type Deferral, openDeferral } from '../customer/deferral.js'
import { levelRaised } from '../occasions/level-raised.js'
import { maturity } from '../occasions/money/maturity.js'
import type { OccasionContext } from '../occasions/occasion.js'
import { OCCASIONS, OPEN_ON_DAYS_OFF } from '../occasions/occasions.js'
import type { Reason } from '../occasions/reason.js'
import { snoozedReason } from '../occasions/snoozed.js'

/** What the rules say of one customer on one day, before any ranking. */
export type CustomerDay =
  | {
      readonly listed: true
      readonly reasons: readonly [Reason, ...Reason[]]
    }
  | { readonly listed: false; readonly because: 'contacted-today' }
  /** Put off by the manager; `reasons` is what would otherwise be there. */
  | {
      readonly listed: false
      readonly because: 'deferred'
      readonly deferral: Deferral
      readonly reasons: readonly Reason[]
    }
  | { readonly listed: false; readonly because: 'do-not-contact' | 'nothing-today' }

/**
 * All reasons for a contact today, merged: the most urgent priority first, within one in the order of the occasions.
 *
 * An effective contact of today takes the customer off; an attempt does not. Customers who may not be contacted are
 * there for service notices alone: a maturity, a level that was raised. On the day of a snooze or a skip the customer is off; until the day of a snooze only what is
 * P1 comes through.
 */
export function customerDay(customer: Customer, context: OccasionContext): CustomerDay {
  const { today } = context
  if (customer.contacts.some((c) => c.on === today && c.reached && c.withdrawn === undefined))
    return { listed: false, because: 'contacted-today' }

  if (customer.doNotContact) {
    const reasons = context.isWorkingDay
      ? [...maturity(customer, context), ...levelRaised(customer, context)]
      : []
    return isNotEmpty(reasons) ? { listed: true, reasons } : { listed: false, because: 'do-not-contact' }
  }

  const all = reasonsOf(customer, context)
  const deferral = customer.deferrals === undefined ? undefined : openDeferral(customer, today)
  const reasons = deferral === undefined ? all : reasonsThatCome(all, deferral, context)
  if (isNotEmpty(reasons)) return { listed: true, reasons }
  return deferral !== undefined && all.length > 0
    ? { listed: false, because: 'deferred', deferral, reasons: all }
    : { listed: false, because: 'nothing-today' }
}

function reasonsOf(customer: Customer, context: OccasionContext): Reason[] {
  const reasons: Reason[] = []
  for (const occasion of context.isWorkingDay ? OCCASIONS : OPEN_ON_DAYS_OFF)
    for (const reason of occasion(customer, context)) reasons.push(reason)
  return reasons.length < 2 ? reasons : reasons.sort((a, b) => a.priority - b.priority)
}

function reasonsThatCome(
  all: readonly Reason[],
  deferral: Deferral,
  { today }: OccasionContext,
): readonly Reason[] {
  if (deferral.madeOn === today) return []
  if (deferral.kind === 'skip') return all
  if (today < deferral.until) return all.filter((reason) => reason.priority === 1)
  return [...all, snoozedReason(deferral)].sort((a, b) => a.priority - b.priority)
}

function isNotEmpty<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0
}
