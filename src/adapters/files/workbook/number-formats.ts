/** How a number is meant by the format of its cell. */
export type NumberFormat =
  | { readonly shows: 'number' | 'day' | 'time' | 'percent' }
  /** As many digits as the format has zeros, which is how some systems keep an id. */
  | { readonly shows: 'digits'; readonly count: number }

export const GENERAL: NumberFormat = { shows: 'number' }
const DAY: NumberFormat = { shows: 'day' }
const TIME: NumberFormat = { shows: 'time' }
const PERCENT: NumberFormat = { shows: 'percent' }

/** Formats that are known by number alone, those of East Asian editions too. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN_DAYS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
]
const BUILT_IN_TIMES: readonly (readonly [number, number])[] = [
  [18, 21],
  [32, 33],
  [45, 47],
]
const BUILT_IN_PERCENT: ReadonlySet<number> = new Set([9, 10])

/** What a format means by its number and, where the workbook gives it, its code. */
export function numberFormatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code)
  const isWithin = (ranges: readonly (readonly [number, number])[]) =>
    ranges.some(([from, to]) => id >= from && id <= to)
  if (isWithin(BUILT_IN_DAYS)) return DAY
  if (isWithin(BUILT_IN_TIMES)) return TIME
  return BUILT_IN_PERCENT.has(id) ? PERCENT : GENERAL
}

/** Literal text, colours, languages and padding say nothing of what a number means; elapsed hours do. */
const ELAPSED = /\[([hms]+)\]/gi
const NO_MEANING = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g

function formatOfCode(code: string): NumberFormat {
  const plain = (code.replace(ELAPSED, '$1').replace(NO_MEANING, '').split(';')[0] ?? '').toLowerCase()
  if (/^0{2,}$/.test(plain)) return { shows: 'digits', count: plain.length }
  if (plain.includes('%')) return PERCENT
  if (plain === 'general' || plain === 'standard') return GENERAL
  if (/[yd]/.test(plain)) return DAY
  if (/[hs]/.test(plain)) return TIME
  return plain.includes('m') ? DAY : GENERAL
}
