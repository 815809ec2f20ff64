import { z } from 'zod'

const phrase = z.string().refine(isPattern, 'is not a pattern')

/** Parts of patterns in both languages. */
export const phrases = z.strictObject({ zh: z.array(phrase).min(1), en: z.array(phrase).min(1) })

/** Whether a regular expression can be made of it. */
export function isPattern(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}
