import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import { CNY, type Fen, fen } from '../money.js'
import type { Policy } from '../policy.js'
import type { Holding, PastMaturity } from './holding.js'
import { isRunning, reachesMaturity } from './running.js'

/** A maturity that has been, or is today, as it stood on its day. */
export interface Matured extends Omit<PastMaturity, 'renewedOn'> {
  readonly holding: Holding
  /** The bank's file moved the day of the same holding on. */
  readonly isRenewed: boolean
}

/** How long a maturity of before is remembered: longer than anyone asks back. */
const REMEMBERED_DAYS = 3 * 366

/**
 * The holding after a file of `today`, with its maturity remembered where the file changes what stood on that day. One
 * whose day the file moved before it came never was; a day that is moved back is a correction.
 */
export function rememberMaturity(before: Holding, after: Holding, today: Day): Holding {
  const { maturesOn: on, kind, amountFen, currency, matured = [] } = before
  if (on === undefined || on > today || !reachesMaturity(before)) return after
  if (matured.some((one) => one.on === on && one.renewedOn === undefined) && after.maturesOn === on)
    return after
  const isMoved = after.maturesOn !== on
  const isLater = after.maturesOn === undefined || after.maturesOn > on
  const isMovedOn = isMoved && isLater && after.endedOn === undefined
  const isOther = after.amountFen !== amountFen || after.kind !== kind || after.currency !== currency
  const isChanged = isMoved ? isLater && !isMovedOn : isOther && on < today
  if (!isMovedOn && !isChanged) return after
  const stood = matured.find((one) => one.on === on) ?? { on, kind, amountFen, currency }
  const record = isMovedOn ? { ...stood, renewedOn: today } : stood
  const oldest = addDays(today, -REMEMBERED_DAYS)
  return {
    ...after,
    matured: [...matured.filter((one) => one.on !== on && one.on >= oldest), record].sort((a, b) =>
      a.on < b.on ? -1 : 1,
    ),
  }
}

/** Maturities of the customer up to `today`, of the kinds that mature: by day, then holding id. */
export function maturedUpTo(
  { holdings }: Pick<Customer, 'holdings'>,
  { maturingKinds }: Pick<Policy, 'maturingKinds'>,
  today: Day,
): readonly Matured[] {
  return holdings
    .flatMap((holding) => maturedOf(holding))
    .filter(({ on, kind }) => on <= today && maturingKinds.includes(kind))
    .sort((a, b) => (a.on === b.on ? (a.holding.id < b.holding.id ? -1 : 1) : a.on < b.on ? -1 : 1))
}

function maturedOf(holding: Holding): readonly Matured[] {
  const { maturesOn, kind, amountFen, currency, matured = [] } = holding
  const before = matured.map(({ renewedOn, ...stood }) => ({
    ...stood,
    holding,
    isRenewed: renewedOn !== undefined,
  }))
  if (maturesOn === undefined || !reachesMaturity(holding) || before.some(({ on }) => on === maturesOn))
    return before
  return [...before, { on: maturesOn, kind, amountFen, currency, holding, isRenewed: false }]
}

/**
 * A current account after a file of `today`: what it held until then stays on record where one of the `asked` days lies
 * in that time. Other holdings are left as they are.
 */
export function recordAmount(
  before: Holding | undefined,
  after: Holding,
  asked: readonly Day[],
  today: Day,
): Holding {
  if (after.kind !== 'current') return after
  if (before === undefined) return { ...after, onRecord: { since: today } }
  const isSame = before.amountFen === after.amountFen && before.endedOn === after.endedOn
  if (isSame) return after
  const { since, before: earlier = [] } = before.onRecord ?? {}
  const isAsked = since !== undefined && asked.some((on) => since <= on && on < today)
  const kept = isAsked ? [...earlier, { from: since, until: today, amountFen: amountNow(before) }] : earlier
  return { ...after, onRecord: { since: today, ...(kept.length === 0 ? {} : { before: kept }) } }
}

/** What a current account held on a day that is past: as recorded, else as it is today (Handbook §8.6). */
export function amountOn(holding: Holding, on: Day, today: Day): Fen {
  const { startsOn, amountFen, onRecord } = holding
  if (startsOn !== undefined && startsOn > on) return NOTHING
  const recorded = onRecord?.before?.find(({ from, until }) => from <= on && on < until)
  if (recorded !== undefined) return recorded.amountFen
  const asOf = onRecord !== undefined && onRecord.since <= on ? on : today
  return isRunning(holding, asOf) ? amountFen : NOTHING
}

/** The days on which what matured is decided, of yuan that matured by `today` or will. */
export function daysOfDecision(
  { holdings }: Pick<Customer, 'holdings'>,
  { moneyKept, maturingKinds }: Pick<Policy, 'moneyKept' | 'maturingKinds'>,
): readonly Day[] {
  return holdings
    .flatMap((holding) => maturedOf(holding))
    .flatMap(({ on, kind, currency }) =>
      currency === CNY && maturingKinds.includes(kind) ? [decidedOn(on, moneyKept)] : [],
    )
}

/** The first day on which it is known where the money went. */
export function decidedOn(maturesOn: Day, { withinDays }: Policy['moneyKept']): Day {
  return addDays(maturesOn, withinDays + 1)
}

function amountNow({ amountFen, endedOn }: Holding): Fen {
  return endedOn === undefined ? amountFen : NOTHING
}

const NOTHING = fen(0)
