import type { Parsed } from './parse.js'
import type { Fact, FactField } from './reading.js'

/** Which words state which field, as parts of patterns on the folded, mended text. */
export interface FactWords {
  readonly field: FactField
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** The fact that a message states of a customer; `other` with all of its words where no field fits. */
export type FactReader = (parsed: Parsed) => Fact

export function createFactReader(fields: readonly FactWords[]): FactReader {
  const patterns = fields.map(({ field, zh, en }) => ({
    field,
    patterns: [
      ...zh.map((source) => new RegExp(source)),
      ...en.map((source) => new RegExp(`(?<![a-z])(?:${source})(?![a-z])`)),
    ],
  }))
  return (parsed) => {
    const { text } = parsed
    const email = parsed.emails[0]
    if (email !== undefined) return { field: 'email', value: text.slice(email.start, email.end) }
    const birthday = birthdayIn(parsed)
    if (birthday !== undefined) return { field: 'birthday', value: birthday }
    const phone = parsed.phones[0]
    if (phone !== undefined) return { field: 'phone', value: digitsOf(text.slice(phone.start, phone.end)) }
    const stated = withoutPeople(parsed)
    for (const { field, patterns: ways } of patterns) {
      for (const way of ways) {
        const match = way.exec(stated)
        if (match === null) continue
        return { field, value: asTyped(parsed, stated, match) }
      }
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0001 stands where a name was
    return { field: 'other', value: stated.replace(/\u0001+(?:'s)?/g, ' ').trim() }
  }
}

const BIRTHDAY =
  /生日|出生|生辰|诞辰|阳历|阴历|农历|(?<![a-z])(?:birth ?days?|b-?day|date of birth|d\.?o\.?b|born)(?![a-z])/
const DATE =
  /(?<y>(?:19|20)\d\d|(?<!\d)\d\d(?=年|后))?[-/.年]?(?<!\d)(?<m>1[0-2]|0?[1-9]|十[一二]?|正|腊|冬|[一二三四五六七八九])[-/.月](?:初)?(?<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)[日号]?/
const ENGLISH_DATE =
  /(?:(?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?: of)?[ -](?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?<m2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:the )?(?<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:,?[ -](?<y>(?:19|20)\d\d))?/
const SLASHED = /(?<!\d)(?<d>3[01]|[12]\d|0?[1-9])[/.-](?<m>1[0-2]|0?[1-9])[/.-](?<y>(?:19|20)\d\d)(?!\d)/
const COMPACT = /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `YYYY-MM-DD`, or `MM-DD` where no year was said. */
function birthdayIn({ text }: Parsed): string | undefined {
  if (!BIRTHDAY.test(text)) return undefined
  const english = ENGLISH_DATE.exec(text)?.groups
  if (english !== undefined) {
    const month = MONTHS.indexOf(english['m'] ?? english['m2'] ?? '') + 1
    return joined(english['y'], month, Number(english['d'] ?? english['d2']))
  }
  const compact = (COMPACT.exec(text) ?? SLASHED.exec(text))?.groups
  if (compact !== undefined) return joined(compact['y'], Number(compact['m']), Number(compact['d']))
  const match = DATE.exec(text)?.groups
  if (match === undefined) return undefined
  return joined(match['y'], lunarOrPlain(match['m'] ?? ''), lunarOrPlain(match['d'] ?? ''))
}

function joined(year: string | undefined, month: number, date: number): string | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined
  const full =
    year === undefined ? undefined : year.length === 2 ? `${Number(year) > 26 ? '19' : '20'}${year}` : year
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return full === undefined ? monthAndDay : `${full}-${monthAndDay}`
}

const DIGITS = '一二三四五六七八九'

function lunarOrPlain(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '正') return 1
  if (text === '冬') return 11
  if (text === '腊') return 12
  const plain = text.replace('廿', '二十')
  const ten = plain.indexOf('十')
  if (ten < 0) return DIGITS.indexOf(plain) + 1
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain[0]!) + 1
  return tens * 10 + (plain.length > ten + 1 ? DIGITS.indexOf(plain.at(-1)!) + 1 : 0)
}

function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, '')
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits
}

/** The text with names blanked, so that "Tom Li moved" does not read the name as what he likes. */
function withoutPeople({ text, people }: Parsed): string {
  let out = text
  for (const { start, end } of people)
    out = out.slice(0, start) + '\u0001'.repeat(end - start) + out.slice(end)
  return out
}

/** The words of the value in the letters of the message. */
function asTyped(parsed: Parsed, stated: string, match: RegExpExecArray): string {
  const value = match.groups?.['value'] ?? match[0]
  const inMatch = match[0].lastIndexOf(value)
  const start = match.index + Math.max(0, inMatch)
  const typed = parsed.raw.slice(parsed.toRaw(start), parsed.toRaw(start + value.length))
  return (typed.trim() === '' ? stated.slice(match.index, match.index + match[0].length) : typed)
    .replaceAll('\u0001', '')
    .replace(/^[\s,，:：-]+|[\s,，。.!！哈啦哦呗吧]+$/g, '')
    .trim()
}
