import { addDays, day } from '../../../domain/day.js'
import type { NumberFormat } from './number-formats.js'

/** Above this a number of Excel's has lost digits: it keeps 15. */
const EXACT_BELOW = 1e15
const EXCEL_DIGITS = 15

/** Days that the system which counts from 1904 is behind the other. */
export const DAYS_TO_1904 = 1_462
const EPOCH = day('1899-12-30')
/** What Excel calls 29 February 1900; before it the days are one apart. */
const NO_SUCH_SERIAL = 60
const LAST_SERIAL = 2_958_465
/** A tenth of a millisecond, in days: what a sum of days and hours may be short of a whole day. */
const ROUNDING = 1e-9
const MINUTES = 1_440

/** The number as Excel shows it, with the digits it keeps; in scientific notation where digits are lost. */
export function plainNumber(value: number): string {
  return Math.abs(value) >= EXACT_BELOW
    ? value.toExponential()
    : String(Number(value.toPrecision(EXCEL_DIGITS)))
}

/** The day of a serial number, whatever the time of day; undefined where it is none. */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial + ROUNDING) + (is1904 ? DAYS_TO_1904 : 0)
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return undefined
  if (whole === NO_SUCH_SERIAL) return '1900-02-29'
  return addDays(EPOCH, whole < NO_SUCH_SERIAL ? whole + 1 : whole)
}

/** A part of a day as `HH:mm`. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.floor((serial + ROUNDING) * MINUTES)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A number as its format means it: a day, a time, a percentage, or the number. */
export function shownNumber(value: number, format: NumberFormat, is1904: boolean): string {
  switch (format.shows) {
    case 'day':
      if (value >= 0 && value < 1) return timeOfSerial(value) // a time without a day
      return dayOfSerial(value, is1904) ?? plainNumber(value)
    case 'time':
      return value >= 0 && value < 1 ? timeOfSerial(value) : plainNumber(value)
    case 'percent':
      return `${plainNumber(value * 100)}%`
    case 'digits':
      return Number.isInteger(value) && value >= 0 && value < EXACT_BELOW
        ? plainNumber(value).padStart(format.count, '0')
        : plainNumber(value)
    case 'number':
      return plainNumber(value)
  }
}
