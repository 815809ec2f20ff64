import { z } from 'zod'
import { type Day, parseDay } from '../domain/day.js'
import type { Fen } from '../domain/money.js'

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

export const text = z.string()
export const optionalText = text.exactOptional()
export const day = z.custom<Day>(isDay)
export const optionalDay = day.exactOptional()
export const fen = z.custom<Fen>(Number.isSafeInteger)
export const optionalFen = fen.exactOptional()
