import { type Fen, fen } from '../../../domain/money.js'
import { type CellReader, halfWidth, Refusal } from './refusal.js'

const SUM = /^([+-]?)[¥]?\s?([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/
const NOT_A_SUM = new Refusal('not-a-sum')
const NEGATIVE = new Refusal('negative-sum')

/**
 * Whole fen from a sum as banks write it: `1234.5`, `1,234,567.89`, `¥1,234.50`, full-width digits too. Exact, digit
 * by digit; a sum that is not whole fen, or has any other form (`12万`, `1e6`), is refused.
 *
 * @param unitDigits 0 for yuan, 4 for units of 10,000.
 */
export function readSum(unitDigits: 0 | 4): CellReader<Fen> {
  const digits = unitDigits + 2
  return (text) => {
    const usual = unitDigits === 0 ? usualSum(text) : undefined
    if (usual !== undefined) return usual
    const parts = SUM.exec(halfWidth(text).replace('−', '-'))
    if (parts === null) return NOT_A_SUM
    const [, before, after, whole = '', fraction = ''] = parts
    if (before !== '' && after !== '') return NOT_A_SUM
    if (whole === '' && fraction === '') return NOT_A_SUM
    if (/[1-9]/.test(fraction.slice(digits))) return NOT_A_SUM
    const value = Number(whole.replaceAll(',', '') + fraction.slice(0, digits).padEnd(digits, '0'))
    if (!Number.isSafeInteger(value)) return NOT_A_SUM
    return fen(value === 0 ? 0 : before === '-' || after === '-' ? -value : value)
  }
}

const ZERO = 48
const NINE = 57
const POINT = 46
/** So many digits are exact whatever they are. */
const EXACT_DIGITS = 15

/** The sum where it is written the way most are, `-1234.50`; undefined where the careful way must tell. */
function usualSum(text: string): Fen | undefined {
  const from = text.charCodeAt(0) === 45 ? 1 : 0
  const point = text.length - 3
  if (point <= from || point - from > EXACT_DIGITS - 2 || text.charCodeAt(point) !== POINT) return undefined
  let value = 0
  for (let at = from; at < text.length; at++) {
    if (at === point) continue
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return undefined
    value = value * 10 + (code - ZERO)
  }
  return fen(from === 1 && value !== 0 ? -value : value)
}

/** The same, and never below zero: assets and what is held. */
export function readSumFromZero(unitDigits: 0 | 4): CellReader<Fen> {
  const read = readSum(unitDigits)
  return (text) => {
    const sum = read(text)
    return !(sum instanceof Refusal) && sum < 0 ? NEGATIVE : sum
  }
}

/** Percent a year, `2.75%` or `2.75`. */
export const readRate: CellReader<number> = (text) => {
  const plain = halfWidth(text)
  return /^\d+(\.\d+)?\s?%?$/.test(plain) ? Number.parseFloat(plain) : new Refusal('not-a-rate')
}

const PRICE = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,10})?$/
const NOT_A_PRICE = new Refusal('not-a-price')

/** What is paid out for one unit: `0.02`, `1,020.5`. */
export const readUnitPayment: CellReader<number> = (text) => {
  const plain = halfWidth(text)
  return PRICE.test(plain) ? Number(plain.replaceAll(',', '')) : NOT_A_PRICE
}

/** What one unit is worth; never nothing. */
export const readUnitValue: CellReader<number> = (text) => {
  const value = readUnitPayment(text)
  return value === 0 ? NOT_A_PRICE : value
}

/** A whole number of days. */
export const readCount: CellReader<number> = (text) => {
  const plain = halfWidth(text)
  return /^\d{1,6}$/.test(plain) ? Number(plain) : new Refusal('not-a-number')
}
