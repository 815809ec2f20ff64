import { matchesIn } from '../text/matches-in.js'
import { englishValue, numeralValue } from '../text/numerals.js'

/** A time of day where it stands in the folded text. */
export interface ClockTime {
  readonly start: number
  readonly end: number
  /** `HH:mm` */
  readonly time: string
  /** A bare number that is a time only beside a day: "Friday 10". */
  readonly needsDay: boolean
  /** The first of several hours that may be meant: 三四点, 3-4pm. */
  readonly rough?: true
}

const HOUR = '(?:1\\d|2[0-3]|0?\\d|十[一二]?|二十[一二三]?|[一二两三四五六七八九])'
/** 三四点, 七八点, 三五点, 十一二点. */
const TWO_HOURS = '(?:一[两二]|[二两][三四]|三[四五]|四[五六]|五[六七]|六[七八]|七八|八九|九十|十一二)'
const MINUTE = '(?:[0-5]\\d|[0-5]?\\d(?=分)|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九](?=分))'
const PART =
  '(?<part>凌晨|今晨|清晨|清早|一早|早上|早晨|朝早|今早|明早|上午|上昼|中午|午后|下午|下昼|傍晚|晚上|今晚|明晚|夜里|夜些|夜头|晚些|晚间|早|晚)'
const CHINESE = new RegExp(
  `(?:${PART}[,的 ]?(?:约|大概|差不多)?)?(?:(?<h>(?<![\\d.]|(?<![周期拜])[一二三四五六七八九十零])${HOUR})(?<or>[、,或到至-](?:${HOUR}))?|(?<![周期拜零一二两三四五六七八九十百])(?<two>${TWO_HOURS}))(?:点钟?|时(?!候|间|不|常|代)|[:.](?=[0-5]\\d))(?<m>半|一刻|三刻|整|${MINUTE})?分?(?:钟)?(?! ?[ap]\\.?m|[%\\d个天])`,
  'g',
)
const NOON_ZH = /(?:中午|正午)(?![前后饭]|[^,。 ]{0,2}[点:])/g
const EN_HOUR =
  '(?:1[0-2]|0?[1-9]|2[0-3]|1[3-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
/** What a number may count instead of hours. */
const COUNTED =
  'points?|percent|pct|bps|clients?|customers?|calls?|people|days?|weeks?|months?|years?|visits?|deals?|of|million|mil|thousand|k'
const MERIDIEM = `(?:a\\.?m\\.?|p\\.?m\\.?|o'?clock|(?:in the )(?:morning|afternoon|evening)|at night)`
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `(?<![a-z0-9.:/])(?:(?<q>half|quarter|five|ten|twenty|twenty[- ]five|(?:[1-5]?\\d)(?= ?(?:min|past|after))|(?:20|25)(?= to))(?: ?min(?:ute)?s?)?) ?(?<dir>past|to|after) (?<h>${EN_HOUR}) ?(?<mer>${MERIDIEM})?(?![a-z0-9%])`,
    'g',
  ),
  new RegExp(
    `(?<![a-z0-9.:/])half (?<h>${EN_HOUR})(?<half>)(?![a-z0-9%]| (?:million|mil|m|k|hour|day|price))`,
    'g',
  ),
  new RegExp(
    `(?<![a-z0-9.:/$€£])(?<h>${EN_HOUR})(?:[:.h](?<m>[0-5]\\d))?(?<or>(?: ?- ?| to | or | and )\\d\\d?(?:[:.]\\d\\d)?)? ?(?<mer>${MERIDIEM})(?![a-z0-9])`,
    'g',
  ),
  new RegExp(
    `(?<![a-z0-9.:/$€£-])(?<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?<m>fifteen|thirty|forty[- ]five) ?(?<mer>${MERIDIEM})?(?![a-z0-9-])`,
    'g',
  ),
  /(?<![a-z0-9.:/$€£])(?<h>[01]?\d|2[0-3])[:](?<m>[0-5]\d)(?<mer>)(?![a-z0-9%])/g,
  /(?<![a-z0-9.:/$€£])(?<h>[01]?\d|2[0-3])(?<m>[0-5]\d)(?<mer>)(?:hrs?|hours)(?![a-z0-9])/g,
  new RegExp(
    `(?<=(?:^|[^a-z0-9])(?:at|@|around|about|from|by|for|after|before|till|until) ?)(?<h>${EN_HOUR})(?:[.](?<m>[0-5]\\d))?(?<mer>)(?:ish| ?sharp| ?onwards)(?![a-z0-9])`,
    'g',
  ),
  new RegExp(
    `(?<![a-z0-9.:/$€£])(?<h>${EN_HOUR})(?:[.:](?<m>[0-5]\\d))?(?<mer>)[- ]?(?:ish| sharp| on the dot)(?![a-z0-9])`,
    'g',
  ),
  new RegExp(
    `(?<=(?:^|[^a-z0-9])(?:between|from|around|about) ?)(?<h>${EN_HOUR})(?<mer>)(?<or>(?: ?- ?| to | or | and )${EN_HOUR})(?![a-z0-9%.:]| (?:${COUNTED}))`,
    'g',
  ),
  new RegExp(
    `(?<=(?:^|[^a-z0-9])(?:at|@) ?)(?<h>${EN_HOUR})(?:[.](?<m>[0-5]\\d))?(?<mer>)(?<or>(?: ?- ?| to | or )${EN_HOUR})?(?![a-z0-9%.:]| (?:${COUNTED}))`,
    'g',
  ),
  // "Thursday around four": a day right before makes it an hour.
  new RegExp(
    `(?<=(?:day|tomorrow|tmrw?|mon|tues?|wed|thurs?|fri|sat|sun|morning|afternoon|evening),? (?:around|about|roughly) )(?<h>${EN_HOUR})(?:[.:](?<m>[0-5]\\d))?(?<mer>)(?![a-z0-9%.:]| (?:${COUNTED}))`,
    'g',
  ),
  // "booked for four tomorrow": a day right behind makes it an hour.
  new RegExp(
    `(?<=(?:^|[^a-z0-9])for )(?<h>${EN_HOUR})(?<mer>)(?= (?:tomorrow|tmrw?|today|this (?:morning|afternoon|evening)|(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)(?![a-z]))`,
    'g',
  ),
]
/** After or before a day: "Friday 10", "tmr 2.30", "10 on Friday". */
const BESIDE_DAY =
  /(?<![a-z0-9.:/$€£])(?<h>1[0-2]|[1-9])(?:[.](?<m>[0-5]\d))?(?![a-z0-9%:/]|\.\d| (?:calls?|clients?|customers?|days?|weeks?|months?|people|visits?|deals?|of|percent|pct|million|mil)| ?[笔单户位名人家张份条款通个万千百亿元块年月日号天周折成倍股])/g
const NOON_EN = /(?<![a-z])(?:(?:12 )?noon|midday)(?![a-z])/g

/** Every clock time of the text, in order, without overlaps. */
export function clockTimes(folded: string): readonly ClockTime[] {
  const found: ClockTime[] = []
  const add = (
    start: number,
    length: number,
    time: string | undefined,
    how: { needsDay?: true; rough?: boolean } = {},
  ) => {
    if (time === undefined) return
    if (found.some((other) => start < other.end && other.start < start + length)) return
    found.push({
      start,
      end: start + length,
      time,
      needsDay: how.needsDay === true,
      ...(how.rough === true && { rough: true }),
    })
  }
  for (const match of matchesIn(folded, CHINESE)) {
    const { part, or, two, m } = match.groups ?? {}
    const h = match.groups?.['h'] ?? (two?.startsWith('十') ? '十一' : two?.[0])
    if (isAmountOfSomething(folded, match.index, match[0], part, m)) continue
    // The part of the day belongs as much to the day before it (今晚八点): the time itself starts at the hour.
    const lead = part === undefined ? 0 : match[0].indexOf(h ?? '', part.length)
    add(
      match.index + lead,
      match[0].length - lead,
      chineseTime(part ?? partBefore(folded, match.index), h, m),
      { rough: (or ?? two) !== undefined },
    )
  }
  for (const match of matchesIn(folded, NOON_ZH)) add(match.index, match[0].length, '12:00')
  if (/[a-z]|\d/.test(folded)) {
    for (const pattern of ENGLISH) {
      for (const match of matchesIn(folded, pattern))
        add(match.index, match[0].length, englishTime(match.groups ?? {}, folded), {
          rough: match.groups?.['or'] !== undefined,
        })
    }
    for (const match of matchesIn(folded, NOON_EN)) add(match.index, match[0].length, '12:00')
    for (const match of matchesIn(folded, BESIDE_DAY))
      add(match.index, match[0].length, englishTime(match.groups ?? {}, folded), { needsDay: true })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** 一点 is also "a bit", 两点 "two points", 2.5个点 a rate: without a part of the day these need more of a clock about them. */
function isAmountOfSomething(
  text: string,
  at: number,
  matched: string,
  part: string | undefined,
  minutes: string | undefined,
): boolean {
  if (part !== undefined || minutes !== undefined || /钟|时|:/.test(matched)) return false
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + matched.length, at + matched.length + 2)
  if (/^一点/.test(matched)) return !/[午天号]$|[周期拜][一二三四五六日天]$/.test(before)
  if (/[有这那几第差早晚长短快慢高低多少好大小]$/.test(before) && !/[早晚]$/.test(before)) return true
  return /^(?:意见|建议|原因|要求|顾虑|好处|问题|利|收益|利率|以上|左右的)/.test(after)
}

function partBefore(text: string, at: number): string | undefined {
  return /(上午|上昼|下午|下昼|晚上|中午|早上|今晚|明晚|明早|今早|傍晚|凌晨)[^,。;点]{0,4}$/.exec(
    text.slice(Math.max(0, at - 8), at),
  )?.[1]
}

function chineseTime(
  part: string | undefined,
  hourText: string | undefined,
  minuteText: string | undefined,
): string | undefined {
  const hour = numeralValue(hourText ?? '')
  if (hour === undefined || hour > 24) return undefined
  return clock(hourOfDay(hour, part), minutesOf(minuteText))
}

function minutesOf(text: string | undefined): number {
  if (text === undefined || text === '整') return 0
  if (text === '半') return 30
  if (text === '一刻') return 15
  if (text === '三刻') return 45
  return numeralValue(text.replace(/^零/, '')) ?? 0
}

/** Bare hours 1 to 6 are afternoon, 7 to 12 as said. */
function hourOfDay(hour: number, part: string | undefined): number {
  if (part === undefined) return hour >= 1 && hour <= 6 ? hour + 12 : hour
  if (/下午|下昼|午后|傍晚|晚|夜/.test(part)) return hour < 12 ? hour + 12 : hour
  if (/中午/.test(part)) return hour <= 2 ? hour + 12 : hour
  return hour
}

function englishTime(
  groups: Readonly<Record<string, string | undefined>>,
  folded: string,
): string | undefined {
  const { h, m, mer, q, dir, half } = groups
  let hour = englishValue(h ?? '')
  if (hour === undefined) return undefined
  let minutes = m === undefined || m === '' ? 0 : (englishValue(m) ?? 0)
  if (half !== undefined) minutes = 30
  if (q !== undefined) {
    const offset = q === 'half' ? 30 : q === 'quarter' ? 15 : (englishValue(q) ?? 60)
    if (offset > 59) return undefined
    minutes = dir === 'to' ? 60 - offset : offset
    if (dir === 'to') hour -= 1
  }
  if (mer !== undefined && /^p|afternoon|evening|night/.test(mer))
    return clock(hour < 12 ? hour + 12 : hour, minutes)
  if (mer !== undefined && /^a|morning/.test(mer)) return clock(hour === 12 ? 0 : hour, minutes)
  if (/(?:tonight|tonite|last night|this evening|evening)/.test(folded) && hour >= 5 && hour < 12)
    return clock(hour + 12, minutes)
  return clock(hour >= 1 && hour <= 6 ? hour + 12 : hour, minutes)
}

function clock(hour: number, minutes: number): string | undefined {
  const h = hour === 24 ? 0 : hour
  return h < 0 || h > 23 || minutes > 59
    ? undefined
    : `${String(h).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
