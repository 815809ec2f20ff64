import { z } from 'zod'
import { type Day, parseDay } from '../../domain/day.js'
import type { Fen } from '../../domain/money.js'

interface PlainDef extends z.core.$ZodTypeDef {
  readonly type: 'custom'
  readonly fits: (value: unknown) => boolean
}

/**
 * A single value that one function tells right from wrong. A book has a hundred thousand of them: without the checks,
 * contexts and discarded issues of zod's own types it is read four times as fast.
 */
const Plain = z.core.$constructor<z.ZodType, PlainDef>('DaybookPlain', (inst, def) => {
  z.ZodType.init(inst, def)
  inst._zod.parse = (payload) => {
    if (!def.fits(payload.value)) {
      payload.issues.push({ code: 'invalid_type', expected: 'custom', input: payload.value, inst })
    }
    return payload
  }
})

function plain<T>(fits: (value: unknown) => boolean): z.ZodType<T> {
  return new Plain({ type: 'custom', fits }) as z.ZodType<T> // `fits` says so
}

/** An absent value is asked about, too, and then forgotten: saying yes spares it an issue that nobody reads. */
function optional<T>(fits: (value: unknown) => boolean): z.ZodExactOptional<z.ZodType<T>> {
  return plain<T>((value) => value === undefined || fits(value)).exactOptional()
}

/** Days repeat thousands of times in a book; one that was found good is good for ever. */
const goodDays = new Set<string>()
const MOST_GOOD_DAYS = 50_000

function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (goodDays.has(value)) return true
  if (parseDay(value) === undefined) return false
  if (goodDays.size >= MOST_GOOD_DAYS) goodDays.clear()
  goodDays.add(value)
  return true
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

export const text = plain<string>(isText)
export const optionalText = optional<string>(isText)
export const day = plain<Day>(isDay)
export const optionalDay = optional<Day>(isDay)
export const fen = plain<Fen>(Number.isSafeInteger)
export const optionalFen = optional<Fen>(Number.isSafeInteger)

/** One of a closed set of words. */
export function wordOf<const W extends string>(words: readonly W[]): z.ZodType<W> {
  return plain<W>((value) => words.some((word) => word === value))
}

export function optionalWordOf<const W extends string>(
  words: readonly W[],
): z.ZodExactOptional<z.ZodType<W>> {
  return optional<W>((value) => words.some((word) => word === value))
}
