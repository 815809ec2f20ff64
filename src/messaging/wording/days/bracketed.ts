import type { Locale } from '../../../domain/manager/manager.js'
import { type LineValues, PLACEHOLDERS } from '../../../domain/playbook/line.js'
import { salesWordsFor } from '../sales/sales-words.js'

/** Every placeholder as a word in brackets, `「称呼」` / `[name]`, for lines that are shown without a customer. */
export function bracketedValues(locale: Locale): LineValues {
  const { placeholders, bracket } = salesWordsFor(locale).script
  return Object.fromEntries(PLACEHOLDERS.map((name) => [name, bracket(placeholders[name])]))
}
