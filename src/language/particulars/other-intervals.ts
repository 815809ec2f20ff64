import { type Interval, TIERS, type Tier } from '../../domain/policy.js'
import { numeralValue } from '../text/numerals.js'

const ZH =
  /([a-e])(?:级|类|档)?(?:的)?(?:客户)?[^a-e]{0,8}?(?:每|隔|改成|换成|变成|一)?(?:隔)?([一二两三四五六七八九十半\d]*)(?:个)?(天|日|周|星期|礼拜|月)/g
const EN =
  /(?:tier |grade |class )?\b([a-e])(?:s|-tier| customers?| clients?| tier)?\b(?: (?:was|were|is|are|got|had|called|contacted|seen|a|call|contact))* (?:every |each |once a |once every )(\d+|two|three|four|six|ten|other)? ?(day|week|month|fortnight)s?|(?:tier |grade )?\b([a-e])(?:s|-tier| customers?)?\b(?: (?:was|were|is|are|called|contacted))* (daily|weekly|monthly|fortnightly)/g

const EN_NUMBERS: Readonly<Record<string, number>> = { two: 2, other: 2, three: 3, four: 4, six: 6, ten: 10 }
const LY: Readonly<Record<string, Interval>> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  fortnightly: { days: 14 },
  monthly: { months: 1 },
}

/** Tiers with the interval that is tried on them: 要是B级每周联系一次呢. Undefined where none is said. */
export function otherIntervals(text: string): readonly (readonly [Tier, Interval])[] | undefined {
  const found: (readonly [Tier, Interval])[] = []
  const add = (letter: string, interval: Interval | undefined) => {
    const tier = TIERS.find((one) => one === letter.toUpperCase())
    if (tier !== undefined && interval !== undefined) found.push([tier, interval])
  }
  for (const [, letter = '', count = '', unit = ''] of text.matchAll(ZH))
    add(letter, intervalOf(count === '' ? 1 : (numeralValue(count) ?? Number(count)), unit))
  for (const [, letter, count, unit, other, ly] of text.matchAll(EN)) {
    if (other !== undefined && ly !== undefined) add(other, LY[ly])
    else if (letter !== undefined && unit !== undefined)
      add(letter, intervalOf(count === undefined ? 1 : (EN_NUMBERS[count] ?? Number(count)), unit))
  }
  return found.length === 0 ? undefined : found
}

function intervalOf(count: number, unit: string): Interval | undefined {
  if (!Number.isInteger(count) || count < 1 || count > 366) return undefined
  if (/天|日|day/.test(unit)) return { days: count }
  if (/周|星期|礼拜|week/.test(unit)) return { days: 7 * count }
  if (unit === 'fortnight') return { days: 14 * count }
  return count > 24 ? undefined : { months: count }
}
