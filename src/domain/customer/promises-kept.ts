import { type Day, isWithin, type Period } from '../day.js'
import { percentOf } from '../percent.js'
import type { Agreement } from './contact.js'
import type { Customer } from './customer.js'

/** A promise that counts, on the day it counts for. */
export interface PromiseDue {
  readonly customer: Customer
  readonly promise: Agreement
  /** The day it was due; where it was moved too late, the day that was missed. */
  readonly dueOn: Day
  /** Marked kept up to that day. */
  readonly isKept: boolean
}

export interface PromisesKept {
  readonly due: number
  readonly kept: number
  /** Per cent; null where none was due. */
  readonly rate: number | null
}

/**
 * The promises due in a period (Handbook §8.7), by day, then customer. One counts once its day has come, one of today only
 * when it is kept; cancelled ones and those without a day do not count.
 */
export function promisesDue(
  customers: readonly Customer[],
  period: Period,
  today: Day,
): readonly PromiseDue[] {
  return customers
    .flatMap((customer) => customer.agreements.flatMap((promise) => dueOf(promise, customer)))
    .filter(({ dueOn, isKept }) => isWithin(period, dueOn) && (dueOn < today || (dueOn === today && isKept)))
    .sort((a, b) =>
      a.dueOn === b.dueOn ? (a.customer.id < b.customer.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
    )
}

export function promisesKept(due: readonly PromiseDue[]): PromisesKept {
  const kept = due.filter(({ isKept }) => isKept).length
  return { due: due.length, kept, rate: percentOf(kept, due.length) }
}

function dueOf(promise: Agreement, customer: Customer): readonly PromiseDue[] {
  const { kind, state, on, missedOn, keptOn } = promise
  const dueOn = missedOn ?? on
  if (kind !== 'promise' || dueOn === undefined || (state !== 'open' && state !== 'kept')) return []
  // Of an older one the day on which it was kept is not known: it is taken to have been in time.
  const isKept = state === 'kept' && (keptOn === undefined ? missedOn === undefined : keptOn <= dueOn)
  return [{ customer, promise, dueOn, isKept }]
}
