import { ENGLISH_NUMERAL, englishValue } from '../text/numerals.js'
import { CURRENCY_AFTER, CURRENCY_BEFORE } from './currencies.js'

const WORD =
  '(?:half a|half|a quarter(?: of a)?|quarter|three quarters of a|one and a half|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a couple(?: of)?|twenty[- ]five|thirty[- ]five)'
/** "a hundred and fifty", "three hundred forty": only before a thousand or more. */
const HUNDREDS = `(?:an?|one|two|three|four|five|six|seven|eight|nine) hundred (?:and )?${ENGLISH_NUMERAL}`
const NUMBER = `(?:\\d[\\d,]{0,23}(?:\\.\\d{1,12})?|${WORD})`
const UNIT =
  '(?: ?(?:k(?![a-z])|mm?(?![a-z])|mn(?![a-z])|mill?(?![a-z])|mio(?![a-z])|millions?|bn?(?![a-z])|billion|wan(?![a-z]))| (?:hundred thousand|hundred(?: k)?|thousand|grand|g(?![a-z])))'

/** A sum with a unit, a range of such, or a plain number of four digits and more beside a currency or with separators. */
export const ENGLISH_SUM = new RegExp(
  `(?<![a-z0-9.:/#]|\\S-)(?:(?<cb>${CURRENCY_BEFORE}) ?)?(?:` +
    `(?<h>${HUNDREDS}|${ENGLISH_NUMERAL}) (?<uh>thousand|grand|k|million)(?![a-z])(?! (?:to|and) \\d)|` +
    `(?:between )?(?<a>${NUMBER})(?<ua>${UNIT})? ?(?:to|-|~|and|–) ?(?:${CURRENCY_BEFORE} ?)?(?<b>${NUMBER})(?<ub>${UNIT})|` +
    `(?<n>${NUMBER})(?<u>${UNIT})|` +
    `(?<plain>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[1-9]\\d{4,9}(?!\\d)))(?: ?(?<ca>${CURRENCY_AFTER}))?`,
  'g',
)

export interface EnglishSum {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
  readonly before?: string
  readonly after?: string
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/^hundred thousand/, 1e5],
  [/^hundred k/, 1e5],
  [/^hundred/, 100],
  [/^(?:thousand|grand|g|k)/, 1e3],
  [/^wan/, 1e4],
  [/^b/, 1e9],
  [/^m/, 1e6],
]

type Value = Omit<EnglishSum, 'start' | 'end'>

/**
 * What one match of `ENGLISH_SUM` says; two sums where it falls ("change 300k to 200k"), none where the words turn out to be no
 * sum: "6m FD", "a m…", "two hundred".
 */
export function englishSums(match: RegExpExecArray, folded: string): readonly EnglishSum[] {
  const { a, ua, b, ub } = match.groups ?? {}
  const start = match.index
  const end = start + match[0].trimEnd().length
  const whole = englishSum(match, folded)
  if (whole !== undefined) return [{ ...whole, start, end }]
  const [high, low] = [value(a, ua), value(b, ub)]
  if (high === undefined || low === undefined || ua === undefined) return []
  const second = start + match[0].lastIndexOf(`${b}${ub}`)
  const first = start + match[0].indexOf(`${a}${ua}`)
  return [
    { low: high, high, start: first, end: first + `${a}${ua}`.length },
    { low, high: low, start: second, end: second + `${b}${ub}`.length },
  ]
}

function englishSum(match: RegExpExecArray, folded: string): Value | undefined {
  const { cb, ca, h, uh, a, ua, b, ub, n, u, plain } = match.groups ?? {}
  const money = { ...(cb !== undefined && { before: cb }), ...(ca !== undefined && { after: ca }) }
  if (plain !== undefined) {
    const value = Number(plain.replaceAll(',', ''))
    return value < 1000 ||
      /(?:ending|尾号|no\.?|number|id|account|a\/c) ?$/.test(
        folded.slice(Math.max(0, match.index - 9), match.index),
      )
      ? undefined
      : { low: value, high: value, ...money }
  }
  if (h !== undefined) return single(h, uh, cb !== undefined || ca !== undefined, folded, match, money)
  if (a !== undefined && b !== undefined) {
    // "between 200k and 500k" is a range, "Tom 200k and Emily 300k" is not matched here, "2 and 500k" is none.
    if (
      / and /.test(match[0]) &&
      !/^between/.test(match[0]) &&
      !/between $/.test(folded.slice(0, match.index))
    ) {
      return single(a, ua, cb !== undefined, folded, match)
    }
    const high = value(b, ub)
    const low = value(a, ua ?? ub)
    return low === undefined || high === undefined || low > high ? undefined : { low, high, ...money }
  }
  return single(n, u, cb !== undefined || ca !== undefined, folded, match, money)
}

function single(
  number: string | undefined,
  unit: string | undefined,
  hasCurrency: boolean,
  folded: string,
  match: RegExpExecArray,
  money: Omit<Value, 'low' | 'high'> = {},
): Value | undefined {
  const after = folded.slice(match.index + match[0].length)
  const trimmed = unit?.trim() ?? ''
  // A tenor of months, not millions: 6m FD, 12m deposit.
  if (
    trimmed === 'm' &&
    /^(?:3|6|9|12|18|24|36)$/.test(number ?? '') &&
    /^ (?:fd|td|tenor|term|deposit|rate|note)/.test(after)
  )
    return undefined
  if (trimmed === 'hundred' && !hasCurrency) return undefined
  if (/^(?:m|mm|b|g)$/.test(trimmed) && /^[a-z]/.test(number ?? '')) return undefined
  const amount = value(number, unit)
  return amount === undefined ? undefined : { low: amount, high: amount, ...money }
}

function value(number: string | undefined, unit: string | undefined): number | undefined {
  const base = numberValue(number ?? '')
  if (base === undefined) return undefined
  const factor = FACTORS.find(([pattern]) => pattern.test((unit ?? '').trim()))?.[1] ?? 1
  return Math.round(base * factor * 100) / 100
}

function numberValue(text: string): number | undefined {
  if (/^half/.test(text)) return 0.5
  if (/^three quarters/.test(text)) return 0.75
  if (/^(?:a )?quarter/.test(text)) return 0.25
  if (text === 'one and a half') return 1.5
  const hundreds = /^(\w+) hundred (?:and )?(.+)$/.exec(text)
  if (hundreds === null) return englishValue(text)
  const [high, low] = [englishValue(hundreds[1] ?? ''), englishValue(hundreds[2] ?? '')]
  return high === undefined || low === undefined ? undefined : high * 100 + low
}
