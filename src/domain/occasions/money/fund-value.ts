import type { Customer } from '../../customer/customer.js'
import { heldSince, stopLineKey } from '../../customer/first-seen.js'
import type { Day } from '../../day.js'
import type { Holding } from '../../ledger/holding.js'
import { isRunning } from '../../ledger/running.js'
import { type StopLine, stopLineOf, stopLinePassed } from '../../ledger/stop-line.js'
import { CNY, type Currency, type Fen } from '../../money.js'
import { isMovedOnToToday, type OccasionContext, type ReasonBase } from '../occasion.js'
import { type PriceHistory, priceAt, priceHistory } from '../price-history.js'

/** A fund's value passed the stop-profit or stop-loss line (Handbook §3 P3). */
export interface StopLineReason extends ReasonBase {
  readonly kind: 'stop-profit' | 'stop-loss'
  readonly priority: 3
  readonly holdingId: string
  readonly productName: string
  /** What the customer holds. */
  readonly amountFen: Fen
  readonly currency: Currency
  /** The change since it was bought, rounded to a tenth; a loss is negative. */
  readonly changePercent: number
}

/** A fund the customer holds paid out (Handbook §3 P3). */
export interface DividendReason extends ReasonBase {
  readonly kind: 'dividend'
  readonly priority: 3
  readonly holdingId: string
  readonly productName: string
  readonly paidOn: Day
}

/**
 * Shown once, when the line is passed. Where the ledger gives cost and market value they say so, from the day the import
 * first saw it; else the prices since the fund was bought. A price is of the end of its day: the morning's brief covers every
 * day from the last working day to yesterday.
 */
export function fundValue(
  customer: Customer,
  context: OccasionContext,
): readonly (StopLineReason | DividendReason)[] {
  const reasons: (StopLineReason | DividendReason)[] = []
  for (const holding of customer.holdings) {
    if (holding.kind !== 'fund' || !isRunning(holding, context.today)) continue
    const passed = passedByLedger(customer, holding, context) ?? passedByPrices(holding, context)
    if (passed !== undefined) reasons.push(passed)
    const paid = dividend(holding, context)
    if (paid !== undefined) reasons.push(paid)
  }
  return reasons
}

function passedByLedger(
  customer: Customer,
  holding: Holding,
  context: OccasionContext,
): StopLineReason | undefined {
  const { costFen, marketValueFen } = holding
  const line = stopLineOf(holding, context.policy)
  if (line === undefined || costFen === undefined || marketValueFen === undefined) return undefined
  const since = heldSince(customer, stopLineKey(line, holding.id), context.today)
  return isMovedOnToToday(context, since) ? stopReason(line, holding, costFen, marketValueFen) : undefined
}

function passedByPrices(holding: Holding, context: OccasionContext): StopLineReason | undefined {
  const { productId, startsOn, costFen, marketValueFen } = holding
  if (costFen !== undefined && marketValueFen !== undefined) return undefined
  if (productId === undefined || startsOn === undefined) return undefined
  const history = priceHistory(context.sources, productId)
  const bought = priceAt(history, startsOn)
  const now = priceAt(history.filter(isBefore(context.today)), context.today)
  const before = priceAt(history.filter(isBefore(context.previous)), context.today)
  if (bought === undefined || now === undefined || before === undefined) return undefined
  const line = stopLinePassed(bought.value, now.value, context.policy)
  if (line === undefined || line === stopLinePassed(bought.value, before.value, context.policy))
    return undefined
  return stopReason(line, holding, bought.value, now.value)
}

function dividend(
  holding: Holding,
  { sources, previous, today }: OccasionContext,
): DividendReason | undefined {
  const { id, productId, productName } = holding
  if (productId === undefined) return undefined
  const paid = priceHistory(sources, productId).find(
    (price) =>
      previous <= price.on &&
      price.on < today &&
      price.dividend !== undefined &&
      isRunning(holding, price.on),
  )
  return paid && { kind: 'dividend', priority: 3, holdingId: id, productName, paidOn: paid.on }
}

function stopReason(line: StopLine, holding: Holding, before: number, now: number): StopLineReason {
  const { id, productName, amountFen, currency } = holding
  return {
    kind: line === 'profit' ? 'stop-profit' : 'stop-loss',
    priority: 3,
    ...(currency === CNY ? { atStakeFen: amountFen } : {}),
    holdingId: id,
    productName,
    amountFen,
    currency,
    changePercent: Math.round(((now - before) / before) * 1000) / 10,
  }
}

function isBefore(day: Day): (price: PriceHistory[number]) => boolean {
  return (price) => price.on < day
}
