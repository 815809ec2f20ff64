import type { AmountRange, Currency } from '../../domain/money.js'
import { matchesIn } from '../text/matches-in.js'
import { HAN_NUMERALS, numeralValue } from '../text/numerals.js'
import { CURRENCY_AFTER, CURRENCY_BEFORE, foreignCurrency } from './currencies.js'
import { ENGLISH_SUM, englishSums } from './english-sum.js'

/** A sum of money, or bounds of one, where it stands in the folded text. */
export interface SumMention {
  readonly start: number
  readonly end: number
  readonly range: AmountRange
}

interface Sum {
  readonly low: number
  readonly high: number
}

/** Longer than any sum: a number without an end is not gone through from each of its digits. */
const ARABIC = '\\d[\\d,]{0,23}(?:\\.\\d{1,12})?'
/** A bare 百 or 千 begins no number: 千万别忘. */
const HAN = `(?:(?:[一二两三四五六七八九十][${HAN_NUMERALS}]{0,14}(?:点[零〇一二三四五六七八九]{1,6})?)|半)`
const UNIT = '(?:[十百千]?[多来]?[万亿]|w(?![a-z])|[千百](?!分|货))'
const ONE = `(?:${ARABIC}|${HAN})(?:[来多]|好几)? ?个? ?${UNIT}(?:[多来]|[一二三四五六七八九\\d](?![\\d月日号天年个十百千万.点%]|分))?(?:${HAN}[千百万]|\\d+(?:千|百)?万)?`
/** `千万别忘`, `万一`, `百万` alone say no sum; with a bound they do. */
const ROUND =
  '百来万|(?<=过|超过?|近|破|满|够|达|约|不到)[百千]万|[百千]万(?=以上|以下|以内|元|块|左右|级以上|往上|起|\\+)|(?<=过|超过?|破)亿|亿元?(?=以上)'
const BETWEEN = '(?:到|至|-|~|—)'
const CHINESE = new RegExp(
  `(?<cb>${CURRENCY_BEFORE}) ?(?<bare1>${ARABIC})(?![\\d%天])|` +
    `(?:(?<cb2>${CURRENCY_BEFORE}) ?)?(?<![\\d.几数十]|(?<!以)上)(?:(?<a>${ONE}|${ARABIC}|${HAN}) ?${BETWEEN} ?(?<b>${ONE})|(?<one>${ONE})|(?<round>${ROUND})) ?(?<ca>${CURRENCY_AFTER})?|` +
    `(?<![\\d.第几数])(?<bare2>${ARABIC}|[${HAN_NUMERALS}]{2,16}) ?(?<ca2>${CURRENCY_AFTER})`,
  'g',
)
/** 两百个 and 一百二 beside a deposit are 万. */
const IN_WAN = new RegExp(
  `(?<=(?:[存续转买放挪取]|定期|理财|存款|到期)(?:了|进|入|走|来|出|过去|上|的|那|这|笔)*)(?<n>[一二两三四五六七八九]百[一二三四五六七八九]?(?!十)|[二三四五六七八九]?十|\\d{2,4})(?<g>个)?(?=$|[ ,。;!的了]|定期|理财|存款|大额|国债|基金|保险|以上|左右|到期|续|存|放|转)|` +
    `(?<![\\d第几.])(?<n2>[一二两三四五六七八九]百(?:[一二三四五六七八九]十?)?|[二三四五六七八九]?十|\\d{2,4})个(?=$|[ ,。;!]?(?:的?(?:定期|理财|存款|大额|国债|基金|保险)|到期|续|存[了进入款]?|转|没动|以上))`,
  'g',
)
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
/** Right behind a number these make it a count of something else. */
const COUNTED =
  /^ ?个?(?:客户|人|户|位|名|笔|通|次|张|份|条|款|家|天|年(?!金)|个月|周|股|克|盎司|g(?![a-z])|岁|点|%|米|平|公里|步|粉丝|积分|分(?!钟)|customers?|clients?|calls?|people|days?|steps?|points?|followers?|shares?)/

/** "300k, not 200k", 不是30万是20万: what a sum is said not to be is none. */
const RULED_OUT = /(?:不是|并非)$|(?<![a-z])(?:not|instead of|rather than) $/

/** More than any bank holds, and less than cannot be counted in fen. */
const MOST_YUAN = 1e12

/**
 * Sums of both languages, left to right, each with its own place: 转走20万剩下10万续存 are two. What counts people, days or calls is no sum; 上百万 and 几十万 say none.
 * @param taken spans that are already something else (phones, days).
 */
export function readSums(
  folded: string,
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly SumMention[] {
  if (!/\d|[一二两三四五六七八九十百千万亿半]|million|grand|thousand|hundred|\bmil\b/.test(folded)) return []
  const found: SumMention[] = []
  const add = (start: number, end: number, sum: Sum | undefined, currency: Currency | undefined) => {
    if (sum === undefined || !(sum.low > 0) || sum.high > MOST_YUAN) return
    if (taken.some((t) => start < t.end && t.start < end)) return
    if (found.some((f) => start < f.end && f.start < end)) return
    if (COUNTED.test(folded.slice(end))) return
    if (sum.low === sum.high && RULED_OUT.test(folded.slice(Math.max(0, start - 14), start))) return
    found.push(bounded(folded, start, end, sum, currency))
  }
  for (const match of matchesIn(folded, ENGLISH_SUM)) {
    for (const sum of englishSums(match, folded))
      add(sum.start, sum.end, sum, foreignCurrency(sum.before, sum.after))
  }
  for (const match of matchesIn(folded, IN_WAN)) {
    const value = numeralValue(match.groups?.['n'] ?? match.groups?.['n2'] ?? '')
    const said =
      match.groups?.['g'] !== undefined ||
      match.groups?.['n2'] !== undefined ||
      /百[一二三四五六七八九]$/.test(match[0])
    if (value !== undefined && value >= 10 && said)
      add(match.index, match.index + match[0].length, { low: value * 1e4, high: value * 1e4 }, undefined)
  }
  for (const match of matchesIn(folded, CHINESE)) {
    const { cb, cb2, bare1, bare2, a, b, one, round, ca, ca2 } = match.groups ?? {}
    const sum = rangeOf(a, b) ?? single(one ?? round) ?? plain(bare1 ?? bare2, ca2)
    // 三千, 两百 alone may be anything; with 块 or a currency they are money.
    if (one !== undefined && !/[万亿w]/.test(one) && ca === undefined && cb2 === undefined) continue
    add(match.index, match.index + match[0].trimEnd().length, sum, foreignCurrency(cb, cb2, ca, ca2))
  }
  return joined(
    folded,
    found.sort((x, y) => x.start - y.start),
  )
}

function plain(text: string | undefined, unit: string | undefined): Sum | undefined {
  const value = text === undefined ? undefined : numeralValue(text)
  if (value === undefined || (unit === '刀' && value < 100)) return undefined
  return { low: value, high: value }
}

/** 二三十万 is 20 to 30; 一两百万 is 1 to 2 million. */
const TWO_DIGITS = /^([一二两三四五六七八九])([一二两三四五六七八九])([十百千]?.*)$/

function single(text: string | undefined): Sum | undefined {
  if (text === undefined) return undefined
  const two = TWO_DIGITS.exec(text)
  if (two !== null && /[十百千万亿w]/.test(two[3] ?? '')) {
    const [low, high] = [sumValue(`${two[1]}${two[3]}`), sumValue(`${two[2]}${two[3]}`)]
    return low === undefined || high === undefined || high < low ? undefined : { low, high }
  }
  const value = sumValue(text)
  return value === undefined ? undefined : { low: value, high: value }
}

/** The unit said last counts for both ends: 20到50万. */
function rangeOf(a: string | undefined, b: string | undefined): Sum | undefined {
  if (a === undefined || b === undefined) return undefined
  const high = sumValue(b)
  const unit = /(?:[百千]?[万亿]|w)[来多]?$/.exec(b)?.[0] ?? ''
  const asSaid = sumValue(/[万亿w]/.test(a) ? a : `${a}${unit}`)
  // 五十到一百万 is half a million to one; 一到两百万 one to two.
  const low =
    asSaid !== undefined && high !== undefined && asSaid > high ? sumValue(`${a}${unit.slice(-1)}`) : asSaid
  return low === undefined || high === undefined || low > high ? undefined : { low, high }
}

/** 一百五十来万, 1.5个亿, 两亿五千万, 3万5. */
function sumValue(said: string): number | undefined {
  const text = said.replace(/[来多个 ]|好几/g, '').replaceAll('w', '万')
  const mixed =
    /^(?<number>\d[\d,]*(?:\.\d+)?|半|.+点[零〇一二三四五六七八九]+)(?<unit>[十百千]?[万亿]|[百千])(?<rest>.*)$/.exec(
      text,
    )?.groups
  if (mixed === undefined) return numeralValue(text)
  const number = numeralValue(mixed['number'] ?? '')
  if (number === undefined) return undefined
  const factor = [...(mixed['unit'] ?? '')].reduce((product, unit) => product * (UNITS[unit] ?? 1), 1)
  return Math.round((number * factor + restValue(mixed['rest'] ?? '', factor)) * 100) / 100
}

function restValue(rest: string, factor: number): number {
  if (/^[一二三四五六七八九\d]$/.test(rest)) return ((numeralValue(rest) ?? 0) * factor) / 10
  return rest === '' ? 0 : (sumValue(rest) ?? 0)
}

const MIN_BEFORE =
  /(?:(?<!不)超过?了?|(?<!不)大于|高于|多于|[大高多]过|不低于|不少于|不小于|至少有?|最少有?|起码有?|(?<!未|不)满|(?<![不经难])过了?|够|破|不止|>=?|≥|(?<![a-z])(?:(?<!no |not )over|above|(?<!no |not )more than|exceeding|exceeds?|at least|min(?:imum)?(?: of)?|from|north of|upwards? of|bigger than|larger than|greater than|no less than|not less than|beyond|starting (?:at|from)|no smaller than)(?: the)?(?: of)?) ?$/
const MAX_BEFORE =
  /(?:不到|不足|低于|小于|少于|不超过?|不大于|不高于|最多|至多|顶多|撑死|<=?|≤|未满|不满|没到|没超过?|(?<![a-z])(?:under|below|(?<!no |not )less than|fewer than|at most|up to|max(?:imum)?(?: of)?|no more than|not more than|within|smaller than|not over|not above|not exceeding|no bigger than|capped at|lower than)(?: the)?) ?$/
const MIN_AFTER =
  /^ ?(?:(?:\(?含\)?|及|或)?以上|往上|朝上|起步?(?!息|来|诉)|之上|\+|打底|开外|或更多|级以上|plus(?![a-z])|or more|and more|and up(?:wards?)?|and above|or above|and over|or over|or higher|n up|& up|up(?= ?(?:$|[,.;!?)]))|upwards?|min(?:imum)?(?![a-z])|onwards?)/
const MAX_AFTER =
  /^ ?(?:(?:\(?含\)?|及|或)?以下|以内|之内|内(?!部|容)|之下|封顶|或更少|or less|and below|or below|or under|and under|or lower|max(?:imum)?(?![a-z])|at most|tops|n below|& below)/

function bounded(
  folded: string,
  start: number,
  end: number,
  sum: Sum,
  currency: Currency | undefined,
): SumMention {
  const before = folded.slice(Math.max(0, start - 18), start)
  const after = folded.slice(end, end + 12)
  const extra = currency === undefined ? {} : { currency }
  const minAfter = MIN_AFTER.exec(after)
  const maxAfter = MAX_AFTER.exec(after)
  const to = end + ((minAfter ?? maxAfter)?.[0].length ?? 0)
  if (minAfter !== null) return { start, end: to, range: { min: sum.low, ...extra } }
  if (maxAfter !== null) return { start, end: to, range: { max: sum.high, ...extra } }
  if (sum.low !== sum.high) return { start, end, range: { min: sum.low, max: sum.high, ...extra } }
  const maxBefore = MAX_BEFORE.exec(before)
  if (maxBefore !== null)
    return { start: start - maxBefore[0].length, end, range: { max: sum.high, ...extra } }
  const minBefore = MIN_BEFORE.exec(before)
  if (minBefore !== null)
    return { start: start - minBefore[0].length, end, range: { min: sum.low, ...extra } }
  return { start, end, range: { min: sum.low, max: sum.high, ...extra } }
}

/** "50万以上100万以下" and "over 200k but under 500k" are one range. */
function joined(folded: string, found: readonly SumMention[]): readonly SumMention[] {
  const out: SumMention[] = []
  for (const next of found) {
    const last = out.at(-1)
    const gap = last === undefined ? '' : folded.slice(last.end, next.start)
    const opens = last !== undefined && last.range.max === undefined && next.range.min === undefined
    if (last !== undefined && opens && gap.length <= 6 && (last.range.min ?? 0) < (next.range.max ?? 0)) {
      out[out.length - 1] = { start: last.start, end: next.end, range: { ...last.range, ...next.range } }
    } else out.push(next)
  }
  return out
}
