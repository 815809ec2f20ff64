import { CURRENCY_CODES } from './currencies.js'
import { type CellReader, halfWidth, Refusal } from './refusal.js'

const SCIENTIFIC = /^[+-]?\d+(\.\d*)?e[+-]?\d+$/i

/** A number or name that stands for something: stays text, with every leading zero. */
export const readId: CellReader<string> = (text) => {
  const plain = halfWidth(text)
  return SCIENTIFIC.test(plain) ? new Refusal('lost-digits') : apart(plain)
}

/** A copy that does not hold on to the large text it was cut from: ids outlive the file they were read from. */
function apart(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString()
}

/** Words as they stand; a line break is one whatever system wrote it. */
export const readText: CellReader<string> = (text) =>
  text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text

/** One of a closed set of values, each known by several words; capital letters and width do not matter. */
export function readOneOf<T>(words: Readonly<Record<string, T>>): CellReader<T> {
  const known = new Map(Object.entries(words).map(([word, value]) => [word.toLowerCase(), value]))
  const refusal = new Refusal('not-a-value', Object.keys(words).join(' '))
  return (text) => {
    const value = known.get(halfWidth(text).toLowerCase())
    return value === undefined ? refusal : value
  }
}

/** Several values in one cell, between commas, 、 or semicolons; one that cannot be read refuses the cell. */
export function readListOf<T>(read: CellReader<T>): CellReader<readonly T[]> {
  return (text) => {
    const parts = text
      .split(/[,，、;；\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const values: T[] = []
    for (const part of parts.length === 0 ? [text] : parts) {
      const value = read(part)
      if (value instanceof Refusal) return value
      values.push(value)
    }
    return [...new Set(values)]
  }
}

const YES_NO: Readonly<Record<string, boolean>> = {
  是: true,
  y: true,
  yes: true,
  true: true,
  '1': true,
  否: false,
  n: false,
  no: false,
  false: false,
  '0': false,
}

export const readYesNo: CellReader<boolean> = (text) =>
  YES_NO[halfWidth(text).toLowerCase()] ?? new Refusal('not-yes-or-no')

const CURRENCY_NAMES: Readonly<Record<string, string>> = { 人民币: 'CNY', 美元: 'USD', 港币: 'HKD' }

/** An ISO 4217 code, or the Chinese name of one of the three that a branch meets every day. */
export const readCurrency: CellReader<string> = (text) => {
  const plain = halfWidth(text).toUpperCase()
  return CURRENCY_NAMES[plain] ?? (CURRENCY_CODES.has(plain) ? plain : new Refusal('not-a-currency'))
}

/** A time of day as `HH:mm`. */
export const readTime: CellReader<string> = (text) => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(halfWidth(text)) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return new Refusal('not-a-time')
  return `${hour.padStart(2, '0')}:${minute}`
}

/** A zone of the IANA list, `Asia/Shanghai`. */
export const readTimeZone: CellReader<string> = (text) => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text })
    return text
  } catch {
    return new Refusal('not-a-time-zone')
  }
}
