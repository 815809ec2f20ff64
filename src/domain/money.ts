/** Hundredths of a currency unit (fen for yuan). Always a safe integer: sums are never held in floating point. */
export type Fen = number & { readonly __brand: 'Fen' }

/** ISO 4217 code, upper case. */
export type Currency = string

export const CNY: Currency = 'CNY'

/** A span of sums in whole or fractional yuan as a manager says them, bounds included; foreign money names its currency. */
export interface AmountRange {
  readonly min?: number
  readonly max?: number
  readonly currency?: Currency
}

/** @throws RangeError where `value` is not a safe integer. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole fen: ${value}`)
  return value as Fen // checked above
}

/** Whole fen from a sum in yuan that came as a number (a policy file, a sentence): 0.005 yuan rounds up. */
export function fenOfYuan(yuan: number): Fen {
  return fen(Math.round(yuan * 100))
}

export function yuanOf(amount: Fen): number {
  return amount / 100
}

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b)
}

export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce(addFen, fen(0))
}

/** Whether a yuan or foreign sum lies in the range that was asked for; a range without a currency means yuan. */
export function isInRange(range: AmountRange, amount: Fen, currency: Currency): boolean {
  if (currency !== (range.currency ?? CNY)) return false
  const value = yuanOf(amount)
  return (range.min === undefined || value >= range.min) && (range.max === undefined || value <= range.max)
}
