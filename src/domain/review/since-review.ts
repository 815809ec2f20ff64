import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type Fen, fen } from '../money.js'
import { assetsOn, lastReview } from './review.js'

/**
 * What became of the sheet since the last review (Handbook §8.3). The four parts add up to the change; each is from the
 * ledger. The flow of the account stands beside them and is not taken off.
 */
export interface SinceReview {
  readonly on: Day
  readonly changeFen: Fen
  /** Of the current account. */
  readonly currentFen: Fen
  /** Holdings that were not there then. */
  readonly begunFen: Fen
  /** Holdings that are not there any more, as they stood then; not negative. */
  readonly endedFen: Fen
  /** Of the amounts of what was there then and still is. */
  readonly restFen: Fen
  /** Net of the transactions after the day of the review; absent where none is known since then. */
  readonly flowFen?: Fen
}

/** Undefined where the customer was never reviewed. */
export function sinceReview(customer: Customer, today: Day): SinceReview | undefined {
  const last = lastReview(customer, today)
  if (last === undefined) return undefined
  const then = new Map(last.review.holdings.map((holding) => [holding.id, holding]))
  let current = 0
  let begun = 0
  let rest = 0
  for (const { id, kind, amountFen } of assetsOn(customer, today)) {
    const before = then.get(id)
    then.delete(id)
    if (kind === 'current') current += amountFen - (before?.amountFen ?? 0)
    else if (before === undefined) begun += amountFen
    else rest += amountFen - before.amountFen
  }
  let ended = 0
  for (const { kind, amountFen } of then.values()) {
    if (kind === 'current') current -= amountFen
    else ended += amountFen
  }
  const flows = customer.flows.filter(({ on }) => on > last.on && on <= today)
  return {
    on: last.on,
    changeFen: fen(current + begun - ended + rest),
    currentFen: fen(current),
    begunFen: fen(begun),
    endedFen: fen(ended),
    restFen: fen(rest),
    ...(flows.length === 0 ? {} : { flowFen: fen(flows.reduce((sum, { netFen }) => sum + netFen, 0)) }),
  }
}
