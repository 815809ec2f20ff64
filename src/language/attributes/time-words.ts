import { type Attribute, daysBack } from '../../domain/customer/attribute-query.js'
import { addDays, type Day, daysBetween, monthOf, type Period } from '../../domain/day.js'
import { isExact } from '../days/mention.js'
import type { DayReader } from '../days/read-days.js'
import { matchesIn } from '../text/matches-in.js'
import { ENGLISH_NUMERAL, HAN_NUMERALS, numeralValue } from '../text/numerals.js'
import type { AttributeHit } from './attribute-hit.js'
import { countOf, hits } from './code-words.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_EN = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*'
const BIRTHDAY_ZH = new RegExp(
  `(?:(?<month>\\d{1,2}|[${HAN_NUMERALS}]{1,2})月份?|(?<this>本月|这个?月|当月)|(?<next>下个?月))(?:里|的|内)?(?:过|有)?(?:生日|出生|生人|寿星)|(?:生日|出生)(?:是|在)?(?:(?<month2>\\d{1,2}|[${HAN_NUMERALS}]{1,2})月份?|(?<this2>本月|这个?月)|(?<next2>下个?月))`,
  'g',
)
const BIRTHDAY_EN = new RegExp(
  `(?<![a-z])(?:(?:born|birthdays?|bdays?)(?: is| are)? (?:in |(?=this|next))(?:(?<month>${MONTH_EN})|(?<this>this month)|(?<next>next month))|(?<month2>${MONTH_EN}) (?:birthdays?|bdays?))(?![a-z])`,
  'g',
)

/** Months in which a birthday is kept. */
export function birthdayWords(folded: string, today: Day): readonly AttributeHit[] {
  const monthSaid = (g: Readonly<Record<string, string | undefined>>): number | undefined => {
    const month = g['month'] ?? g['month2']
    if (month === undefined) {
      const isNext = g['next'] !== undefined || g['next2'] !== undefined
      return isNext ? (monthOf(today) % 12) + 1 : monthOf(today)
    }
    return /^[a-z]/.test(month) ? MONTHS.indexOf(month.slice(0, 3)) + 1 : numeralValue(month)
  }
  return [BIRTHDAY_ZH, BIRTHDAY_EN].flatMap((pattern) =>
    hits(folded, pattern, (match) => {
      const month = monthSaid(match.groups ?? {})
      return month === undefined || month < 1 || month > 12 ? undefined : { of: 'birthday-month', month }
    }),
  )
}

const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  天: 'day',
  日: 'day',
  day: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  week: 'week',
  月: 'month',
  month: 'month',
  年: 'year',
  year: 'year',
}
const TALKED = '(?:联系|联络|打电话|打过电话|打|见面|见|沟通|回访|拜访|聊|说话|跟进|维护|走动|来往)'
const SPAN = `(?<n>\\d{1,3}|[${HAN_NUMERALS}]{1,3}|半) ?(?:个?多?(?=星期|礼拜|[天日周年])|个多?(?=月))(?<unit>天|日|周|星期|礼拜|月|年)`
const GAP_ZH = new RegExp(
  `(?:超过|有|已经?|快|都|近|大概)*${SPAN}(?:以上|多|了|都|还|内|里|来|以来|没来得及)*(?:没有?|未|不曾|没怎么)(?:再|有|被|跟[^,]{0,3})?${TALKED}(?:过|上|了)?|` +
    `(?:没有?|未)${TALKED}(?:过|了)?(?:超过|满|已有|达到?|有)${SPAN.replaceAll('?<n>', '?<n2>').replaceAll('?<unit>', '?<unit2>')}(?:以上)?`,
  'g',
)
const LONG_ZH = new RegExp(
  `(?:好久|很久|许久|长期|太久|老久)(?:都|了)?(?:没有?|未)${TALKED}(?:过|上|了)?`,
  'g',
)
/** What "for long" means where no time is said. */
const LONG_MONTHS = 2
const WITHIN_ZH = new RegExp(`(?:最近|近|过去)?${SPAN}(?:之内|以内|内|里)?(?<!没)(?:有)?${TALKED}过`, 'g')

const TALKED_EN =
  '(?:contacted|spoken (?:to|with)|talked (?:to|with)|called|seen|met|reached|been in touch(?: with)?|touched|heard from|contact(?: with)?|called? on|visited|phoned)'
const NOT_EN = "(?:not|n't|nt|no|never|without)"
const SPAN_EN = `(?<n>\\d{1,3}|${ENGLISH_NUMERAL}|half an?) ?(?<unit>day|week|month|year)s?`
const GAP_EN = new RegExp(
  `(?:(?<![a-z])(?:haven|hasn|didn|wasn|weren|have|has|were|was|i|we|are|is)[a-z']{0,3} ?)?(?:been )?${NOT_EN} (?:i |we |been |yet |had |any |have |has )*${TALKED_EN}(?: (?:them|him|her|me|us|me or us|by me))?(?: (?:for|in|over|within))?(?: the)?(?: (?:more than|over|at least|last|past))?(?: the)?(?: last| past)? ${SPAN_EN}`,
  'g',
)
const SINCE_EN = new RegExp(
  `(?:(?<![a-z])(?:haven|hasn|have|has|were|was|i|we|are|is)[a-z']{0,3} ?)?(?:been )?${NOT_EN} (?:i |we |been |yet |had |any |have |has )*${TALKED_EN}(?: (?:them|him|her|me|us))? (?=(?:ever )?since)`,
  'g',
)
const SINCE_ZH = new RegExp(`(?:没有?|未)(?:再)?${TALKED}过?`, 'g')

/** 好久没联系 names no span of its own: it asks by the usual rhythm. */
export function saysOnlyLong(folded: string): boolean {
  return new RegExp(LONG_ZH.source).test(folded)
}

/** Since when nobody has spoken with the customer, and who was spoken with lately. */
export function contactGaps(folded: string, today: Day, days: DayReader): readonly AttributeHit[] {
  const since = (n: string | undefined, unit: string | undefined): Day | undefined => {
    const isHalf = n === '半' || n?.startsWith('half') === true
    const count = n === undefined ? undefined : isHalf ? 0.5 : countOf(n)
    const of = UNITS[unit ?? '']
    if (count === undefined || of === undefined || count > 999) return undefined
    if (!isHalf) return daysBack(today, of, count)
    return of === 'year' ? daysBack(today, 'month', 6) : daysBack(today, 'day', of === 'month' ? 15 : 4)
  }
  const gap = (match: RegExpExecArray): Attribute | undefined => {
    const g = match.groups ?? {}
    const day = since(g['n'] ?? g['n2'], g['unit'] ?? g['unit2'])
    return day === undefined ? undefined : { of: 'not-contacted-since', since: day }
  }
  const lately = (match: RegExpExecArray): Attribute | undefined => {
    const day = since(match.groups?.['n'], match.groups?.['unit'])
    return day === undefined ? undefined : { of: 'contacted-since', since: day }
  }
  return [
    ...hits(folded, GAP_ZH, gap, true),
    ...hits(folded, GAP_EN, gap, true),
    ...hits(
      folded,
      LONG_ZH,
      () => ({ of: 'not-contacted-since', since: daysBack(today, 'month', LONG_MONTHS) }),
      true,
    ),
    ...sinceADay(folded, today, days),
    ...hits(folded, WITHIN_ZH, lately),
  ]
}

/** What happens on days: the words for it, and what they ask of a customer. */
interface Happening {
  readonly pattern: RegExp
  readonly look: 'ahead' | 'back'
  /** The words say "not" themselves. */
  readonly whole?: true
  /** @param days as said; empty where none are. Undefined: says nothing without days. */
  of(days: readonly Period[], said: string, today: Day): Attribute | undefined
}

/** "Matured and not renewed" without days looks so far back. */
const LATELY_DAYS = 30

const HAPPENINGS: readonly Happening[] = [
  {
    pattern:
      /(?:已经?)?到(?:了?)期(?:了)?(?:的)?(?:却|但|还|都|也|又|一直)*(?:没有?|未|不)(?:有)?(?:人)?(?:来)?(?:办)?(?:理)?(?:再)?(?:续|转存|续存|续期|接着存|存回来)(?:存|期|上|的|过)?|(?<![a-z])(?:has |have |had )?matur(?:ed|e|es|ity|ities)(?:(?: [a-z]+){0,4}?(?:,| and| but))*(?: (?:was|were|is|are|has|have|did))? ?(?:not|n't|wasn't|weren't|hasn't|haven't|didn't|never)(?: been)?(?: yet)? ?(?:renew(?:ed)?|roll(?:ed)?(?: it)?(?: over)?)|(?<![a-z])(?:haven't|hasn't|not|didn't|never|who haven't) (?:been )?(?:renew(?:ed)?|roll(?:ed)?(?: over)?) (?:after|at|on) maturity/g,
    look: 'back',
    whole: true,
    of: (days, _said, today) => ({
      of: 'not-renewed',
      in: days.length > 0 ? days : [{ from: addDays(today, -LATELY_DAYS), to: addDays(today, -1) }],
    }),
  },
  {
    pattern:
      /(?:大额|大笔|大钱)(?:的)?(?:资金)?(?:异动|变动|进出|进账|出账|转入|转出|流入|流出)?|(?<![a-z])(?:large|big) (?:money |cash )?(?:movements?|flows?|inflows?|outflows?|in or out|transfers?)(?![a-z])/g,
    look: 'back',
    of: (days, said, today) => {
      const direction = /进账|转入|流入|inflow/.test(said)
        ? 'in'
        : /出账|转出|流出|outflow/.test(said)
          ? 'out'
          : undefined
      const spans = days.length > 0 ? days : [{ from: addDays(today, -7), to: today }]
      return { of: 'moved', in: spans, ...(direction === undefined ? {} : { direction }) }
    },
  },
  {
    pattern: /(?<!评|测评|评估)到期|(?<![a-z])matur(?:e|es|ed|ing|ity|ities)(?![a-z])/g,
    look: 'ahead',
    of: (days) => (days.length === 0 ? undefined : { of: 'maturing', in: days }),
  },
  {
    pattern: /过?生日|寿星|过寿|(?<![a-z])(?:birthdays?|bdays?)(?![a-z])/g,
    look: 'ahead',
    of: (days) => {
      const said = days.filter(({ from, to }) => daysBetween(from, to) <= 366)
      return said.length === 0 ? undefined : { of: 'birthday', in: said }
    },
  },
  {
    pattern:
      /(?:(?:打|联系)(?:了|过)?(?:电话)?(?:但|却|都|还)?)?(?:没(?:有)?(?:人)?|未)(?:打通|接通|接(?:到)?电话|接(?!触|着)|联系上|找到人)|(?<![a-z])(?:calls? )?(?:(?:didn't|did not|don't|never) (?:pick up|answer)|went unanswered|no answer|unanswered|not reached)/g,
    look: 'back',
    whole: true,
    of: (days) => (days.length === 0 ? undefined : { of: 'contacted', in: days, reached: false }),
  },
  {
    pattern:
      /(?:上门)?(?:拜访|走访|面访|上门|见)(?:了|过)|(?<![a-z])(?:visit(?:ed)?|met(?: with)?|saw)(?![a-z])/g,
    look: 'back',
    of: (days) => (days.length === 0 ? undefined : { of: 'contacted', in: days, channel: 'visit' }),
  },
  {
    pattern:
      /(?:都)?(?:联系|打|聊|跟进|沟通|回访|触达|干)(?:过|了)(?:电话)?|(?<![a-z])(?:contact(?:ed)?|call(?:ed)?|sp(?:oke|oken|eak) (?:to|with)|talk(?:ed)? (?:to|with)|reach(?:ed)?|phoned|rang)(?![a-z])/g,
    look: 'back',
    of: (days, _said, today) =>
      days.length === 0 || days.some(({ to, from }) => from > today || to > addDays(today, 7))
        ? undefined
        : { of: 'contacted', in: days },
  },
]

/** What happens in the days that are said: 下个月没有到期的, 上周打了没接的, birthdays this week and next month. */
export function happenings(folded: string, today: Day, days: DayReader): readonly AttributeHit[] {
  const found: { happening: Happening; start: number; end: number; said: string }[] = []
  for (const happening of HAPPENINGS)
    for (const { 0: said, index } of matchesIn(folded, happening.pattern)) {
      const end = index + said.length
      if (!found.some((one) => index < one.end && one.start < end))
        found.push({ happening, start: index, end, said })
    }
  if (found.length === 0) return []
  const read = (look: 'ahead' | 'back') =>
    days.read(folded, today, look).filter((d) => d.dayless !== true && isExact(d))
  const mentions = { ahead: read('ahead'), back: read('back') }
  return found.flatMap(({ happening, start, end, said }): readonly AttributeHit[] => {
    const nearest = mentions[happening.look].filter((mention) => {
      const gaps = found.map((one) => gapBetween(mention, one))
      return Math.min(...gaps) === gapBetween(mention, { start, end })
    })
    const periods = nearest.map(({ sense }) => ({ from: sense.from, to: sense.to }))
    const attribute = happening.of(periods, said, today)
    if (attribute === undefined) return []
    return [
      {
        ...withDays(folded, { start, end }, nearest),
        attribute,
        ...(happening.whole === undefined ? {} : { whole: true as const }),
      },
    ]
  })
}

/** The words with the days that stand right beside them: 下个月到期, "maturing next month". */
function withDays(folded: string, { start, end }: Span, mentions: readonly Span[]): Span {
  let span = { start, end }
  for (const mention of [...mentions].reverse())
    if (mention.end <= span.start && BESIDE.test(folded.slice(mention.end, span.start)))
      span = { start: mention.start, end: span.end }
  for (const mention of mentions)
    if (mention.start >= span.end && BESIDE.test(folded.slice(span.end, mention.start)))
      span = { start: span.start, end: mention.end }
  return span
}

interface Span {
  readonly start: number
  readonly end: number
}

const BESIDE = /^(?:的|内|里|有|会|要|和|或|或者|与|、| |,|in|by|on|the|before|this|and|or)*$/

function gapBetween(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.end <= b.start ? b.start - a.end : Math.max(0, a.start - b.end)
}

/** "not called since September", 9月以来没联系过. */
function sinceADay(folded: string, today: Day, days: DayReader): readonly AttributeHit[] {
  const matches = [SINCE_EN, SINCE_ZH].flatMap((pattern) => matchesIn(folded, pattern))
  const mentions = matches.length === 0 ? [] : days.read(folded, today, 'back').filter(isExact)
  const found: AttributeHit[] = []
  for (const match of matches) {
    const [start, end] = [match.index, match.index + match[0].length]
    const mention = mentions.find(
      (d) => (d.end > end && d.start - end <= 12) || (start - d.end >= 0 && start - d.end <= 3),
    )
    if (mention === undefined || mention.sense.point >= today) continue
    found.push({
      start: Math.min(start, mention.start),
      end: Math.max(end, mention.end),
      attribute: { of: 'not-contacted-since', since: mention.sense.point },
      whole: true,
    })
  }
  return found
}
