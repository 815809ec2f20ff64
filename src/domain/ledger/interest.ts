import { addMonths, type Day, daysBetween } from '../day.js'
import { type Fen, fen } from '../money.js'
import type { ProductKind } from './holding.js'

/**
 * How the days of a kind are counted. Whole months of a time deposit run from a day of one month to the same day of
 * another (对年对月对日) and count as twelfths of the year, odd days as 360ths; the daily rate of a deposit is the
 * yearly rate ÷ 360 (People's Bank of China, 银发〔2005〕129号). Bonds and what a wealth product has made a year
 * are told over 365 actual days.
 */
export const DAY_COUNTS = {
  'time-deposit': 'months-and-days/360',
  'notice-deposit': 'actual/360',
  current: 'actual/360',
  bond: 'actual/365',
  wealth: 'actual/365',
} as const satisfies Partial<Record<ProductKind, string>>

export type CountedKind = keyof typeof DAY_COUNTS

/** Kinds of which the contract fixes the interest. What any other kind makes is not known before its end. */
export const FIXED_BY_CONTRACT: readonly ProductKind[] = ['time-deposit', 'notice-deposit', 'bond']

export function isCounted(kind: ProductKind): kind is CountedKind {
  return kind in DAY_COUNTS
}

/**
 * What a rate of `percent` a year comes to from `from` up to but not including `to`, in whole fen, half a fen up.
 * A calculation and no promise: of a wealth product it may only be made over days that have passed, at the rate it made.
 *
 * @throws RangeError where `to` is before `from` or the rate is not between 0 and 100. Rates are read to six decimals.
 */
export function interest(kind: CountedKind, principal: Fen, percent: number, from: Day, to: Day): Fen {
  const days = daysBetween(from, to)
  if (days < 0) throw new RangeError(`interest from ${from} to the earlier ${to}`)
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`not a rate: ${percent}`)
  switch (DAY_COUNTS[kind]) {
    case 'months-and-days/360': {
      const months = wholeMonths(from, to)
      return share(principal, percent, months * 30 + daysBetween(addMonths(from, months), to), 360)
    }
    case 'actual/360':
      return share(principal, percent, days, 360)
    case 'actual/365':
      return share(principal, percent, days, 365)
  }
}

/** The most months after which the same day, clipped to the month's end, is not later than `to`. */
export function wholeMonths(from: Day, to: Day): number {
  let months = Math.floor(daysBetween(from, to) / 28)
  while (addMonths(from, months) > to) months--
  return months
}

const MILLIONTHS = 1_000_000

// Sums of 10¹⁵ fen times a rate leave the whole numbers a double holds, so the product is taken in BigInt.
function share(principal: Fen, percent: number, days: number, basis: number): Fen {
  const product = BigInt(principal) * BigInt(Math.round(percent * MILLIONTHS)) * BigInt(days)
  const divisor = BigInt(basis) * 100n * BigInt(MILLIONTHS)
  return fen(Number((2n * product + divisor) / (2n * divisor)))
}
