import { addDays, dayOf, monthOf, type Period, weekday, weekOf, yearOf } from '../../domain/day.js'
import { ENGLISH_NUMERAL } from '../text/numerals.js'
import type { DayPattern } from './day-pattern.js'
import {
  AHEAD,
  amount,
  BACKED,
  DATE,
  dateInMonth,
  dayOrNone,
  IS,
  lastSuch,
  MONTH,
  monthNumber,
  monthSaid,
  N,
  NEXT,
  ORDINAL,
  offset,
  pattern,
  SPELLED,
  SURE_MONTH,
  SURE_WEEKDAY,
  spelledDate,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
  weekdaySaid,
  whole,
  YEAR,
} from './english-words.js'
import {
  bareDayOfMonth,
  bareMonthAndDay,
  bareWeekday,
  type DayContext,
  monthSpan,
  onDay,
  partOfMonth,
  quarterSpan,
  shift,
  span,
  upTo,
  weekdayOfWeek,
  wholeUnit,
  yearSpan,
} from './sense.js'

/** Words about days in English, on folded text, also inside Chinese sentences. */
export const ENGLISH_DAYS: readonly DayPattern[] = [
  pattern('iso', '(?<y>(?:19|20)\\d\\d)[-/](?<m>[01]?\\d)[-/](?<d>[0-3]?\\d)', ({ y, m, d }) =>
    dayOrNone(dayOf(Number(y), Number(m), Number(d))),
  ),
  pattern(
    'slashed',
    '(?<![\\d/])(?<d>[0-3]?\\d)/(?<m>[01]?\\d)(?:/(?<y>20\\d\\d|\\d\\d))?(?![\\d/])',
    ({ d, m, y }, context) => {
      if (y === undefined) {
        const at =
          bareMonthAndDay(context, Number(m), Number(d)) ?? bareMonthAndDay(context, Number(d), Number(m))
        return at === undefined && Math.min(Number(d), Number(m)) > 12 ? undefined : dayOrNone(at)
      }
      const year = y.length === 2 ? 2000 + Number(y) : Number(y)
      return dayOrNone(dayOf(year, Number(m), Number(d)) ?? dayOf(year, Number(d), Number(m)))
    },
  ),
  pattern(
    'dates-of-month',
    `(?:between |from )?(?:the )?(?<a>${DATE})(?:st|nd|rd|th)?(?: ?(?:to|and|-|till?|until|through|thru) ?)(?:the )?(?<b>${DATE})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH}|this month|next month|last month)${YEAR}`,
    ({ a, b, m, y }, context) => {
      const from = dateInMonth(context, m, Number(a), y)
      const to = from === undefined ? undefined : dayOf(yearOf(from), monthOf(from), Number(b))
      return from === undefined || to === undefined ? undefined : span(from, to)
    },
  ),
  pattern(
    'month-dates',
    `(?:between |from )?(?<m>${MONTH}) (?<a>${DATE})(?:st|nd|rd|th)?(?: ?(?:to|and|-|till?|until|through|thru) ?)(?<b>${DATE})(?:st|nd|rd|th)?${YEAR}`,
    ({ a, b, m, y }, context) => {
      const from = dateInMonth(context, m, Number(a), y)
      const to = from === undefined ? undefined : dayOf(yearOf(from), monthOf(from), Number(b))
      return from === undefined || to === undefined ? undefined : span(from, to)
    },
  ),
  pattern(
    'ordinals',
    `(?:between |from )(?:the )?(?<a>${ORDINAL})(?: (?:to|and|till?|until|through) )(?:the )?(?<b>${ORDINAL})`,
    ({ a, b }, context) => {
      const from = bareDayOfMonth(context, Number.parseInt(a ?? '', 10))
      const to =
        from === undefined ? undefined : dayOf(yearOf(from), monthOf(from), Number.parseInt(b ?? '', 10))
      return from === undefined || to === undefined ? undefined : span(from, to)
    },
  ),
  pattern(
    'months',
    `(?:(?:between |from )(?<a>${MONTH})|(?<a2>${SURE_MONTH}))(?: ?(?:to|and|-|till?|until|through|thru) ?)(?<b>${MONTH})(?! ?\\d)${YEAR}`,
    ({ a, a2, b, y }, context) => {
      const from = monthSaid(context, a ?? a2, y)
      const to = monthNumber(b)
      return span(from.from, monthSpan(yearOf(from.from) + (to < monthOf(from.from) ? 1 : 0), to).to)
    },
  ),
  pattern(
    'day-month',
    `(?:the )?(?<d>${DATE})(?:st|nd|rd|th)?(?: of)?[ /-]?(?<m>${MONTH})(?:/(?=\\d{4}))?${YEAR}`,
    ({ d, m, y }, context) => dayOrNone(dateInMonth(context, m, Number(d), y)),
  ),
  pattern(
    'no-such-date',
    `(?:the )?(?:(?:3[2-9]|[4-9]\\d|0)(?:st|nd|rd|th) (?:of )?${MONTH}|${MONTH} (?:the )?(?:3[2-9]|[4-9]\\d|0)(?:st|nd|rd|th))`,
    () => 'no such day',
  ),
  pattern(
    'spelled-day-month',
    `(?:the )?(?<d>${SPELLED})(?: day)?(?: of)? (?<m>${MONTH})${YEAR}`,
    ({ d, m, y }, context) => dayOrNone(dateInMonth(context, m, spelledDate(d), y)),
  ),
  pattern(
    'month-day',
    `(?<m>${MONTH})[ /-]?(?:the )?(?<d>${DATE})(?:st|nd|rd|th)?(?! ?(?:am|pm|k|m|mn|[:.]\\d))${YEAR}`,
    ({ d, m, y }, context) => dayOrNone(dateInMonth(context, m, Number(d), y)),
  ),
  pattern(
    'day-of-next-month',
    `(?:the )?(?<d>${DATE})(?:st|nd|rd|th)?(?: of)? (?<r>this|next|last|${NEXT}) month`,
    ({ d, r }, { today }) => {
      const base = wholeUnit(today, 'month', offset(r)).from
      return dayOrNone(dayOf(yearOf(base), monthOf(base), Number(d)))
    },
  ),
  pattern(
    'ordinal',
    `(?:on |by |before |the |till |until |from |since )(?:the )?(?<d>${ORDINAL})(?! (?:one|call|time|step|outlet|part(?:y|ies)|customer|client|floor|visit|attempt|child|meeting|quarter|branch|deal|q|account|half|deposit|account)|(?: of)? ${SURE_MONTH})`,
    ({ d }, context) => dayOrNone(bareDayOfMonth(context, Number.parseInt(d ?? '', 10))),
  ),
  pattern(
    'spelled-ordinal',
    `(?:on |by |before |till |until |from |since )the (?<d>${SPELLED})(?! (?:one|call|time|step|floor|visit|attempt|meeting|quarter|branch|deal|half|of|account|customer|client|day|try|ring|go|week|month)|(?: of)? ${SURE_MONTH})`,
    ({ d }, context) => dayOrNone(bareDayOfMonth(context, spelledDate(d))),
  ),
  pattern(
    'bare-ordinal',
    `(?<d>(?:3[01]|[12]\\d|[4-9])th|21st|31st|22nd|23rd)(?! (?:one|call|time|step|floor|branch|birthday))`,
    ({ d }, context) => dayOrNone(bareDayOfMonth(context, Number.parseInt(d ?? '', 10))),
  ),
  pattern('day-after-tomorrow', '(?:the )?day after (?:tomorrow|tmrw?|tmr)', (_, { today }) =>
    onDay(addDays(today, 2)),
  ),
  pattern('day-before-yesterday', '(?:the )?day before yesterday', (_, { today }) =>
    onDay(addDays(today, -2)),
  ),
  pattern(
    'today',
    `(?:today|2day|tdy|tonight|tonite|this (?:morning|afternoon|evening|arvo|noon)|later on today)(?:'?s)?`,
    (_, { today }) => onDay(today),
  ),
  pattern(
    'close-of-day',
    '(?:the )?(?:eod|cob|(?:end|close) of (?:the )?(?:business )?day|close of (?:business|play))',
    (_, { today }) => onDay(today),
  ),
  pattern(
    'tomorrow',
    `(?:tomorrow|tommorr?ow|tomorow|tomorr?w|tomoro|tomoz|tmrw|tmr|tmw|2moro|tmrow|tml)(?:'?s)?`,
    (_, { today }) => onDay(addDays(today, 1)),
  ),
  pattern(
    'yesterday',
    `(?:yesterday|yest|yday|ystd|ytd(?= calls)|last night|yesterda?y)(?:'?s)?`,
    (_, { today }) => onDay(addDays(today, -1)),
  ),
  pattern(
    'a-week-on',
    `(?:a week (?:on|from|after) (?<a>${WEEKDAY}|today|tomorrow)|(?<b>${WEEKDAY}|today|tomorrow|tmr) week|a week (?<c>today|tomorrow))`,
    ({ a, b, c }, context) => {
      const word = a ?? b ?? c ?? ''
      const base =
        word === 'today'
          ? context.today
          : /^t(?:om|mr)/.test(word)
            ? addDays(context.today, 1)
            : bareWeekday({ ...context, look: 'ahead' }, weekdayNumber(word))
      return onDay(addDays(base, 7))
    },
  ),
  pattern('same-time-next-week', '(?:same|this) time next week', (_, { today }) => onDay(addDays(today, 7))),
  pattern(
    'weekday-of-week',
    `(?<r>this|${NEXT}|last|of this|of next|(?<!${IS} )coming|this coming|the coming|the following) ?(?:week(?:'s)? )?(?:on )?(?<w>${WEEKDAY})`,
    ({ r, w }, context) => weekdaySaid(r, w, context),
  ),
  pattern(
    'weekday-next-week',
    `(?:on )?(?<w>${WEEKDAY}),? (?:of )?(?<r>this|${NEXT}|last) (?:week|wk)`,
    ({ r, w }, context) => weekdaySaid(r, w, context),
  ),
  pattern('weekend', `(?<r>this|${NEXT}|last|the|over the)? ?(?:coming )?weekend`, ({ r }, context) => {
    const weeks = offset(r) === 0 && context.look === 'back' && weekday(context.today) < 6 ? -1 : offset(r)
    return span(weekdayOfWeek(context.today, weeks, 6), weekdayOfWeek(context.today, weeks, 7))
  }),
  pattern('weekday', `(?:on )?(?<w>${SURE_WEEKDAY})(?:'s)?`, ({ w }, context) =>
    onDay(bareWeekday(context, weekdayNumber(w))),
  ),
  pattern(
    'short-weekend-day',
    `(?:(?<=on |by |till |until |for |before |next |this |from |to |is |'s |was )(?<w>sat|sun)(?! (?:hao|down|with))|(?<v>sat|sun)(?= (?:morning|afternoon|evening|am|pm|\\d)|[.,!?]|$))`,
    ({ w, v }, context) => onDay(bareWeekday(context, weekdayNumber(w ?? v))),
  ),
  pattern(
    'part-of-week',
    `(?:early|late|later|middle of|mid|mid-) ?(?:in )?(?<r>this|${NEXT}) (?:week|wk)`,
    ({ r }, { today }) => wholeUnit(today, 'week', offset(r)),
  ),
  pattern(
    'rest-of',
    '(?:the )?(?:rest|remainder) of (?:the|this) (?<u>week|month|quarter|year)',
    ({ u }, { today }) => upTo(today, wholeUnit(today, unitOf(u), 0).to),
  ),
  pattern(
    'end-of',
    `(?:(?:at |by |before )?(?:the )?)?(?:very )?end of (?:the )?(?<r>this|next|last|current)? ?(?<u>week|wk|month|mth|quarter|qtr|year|yr|${MONTH})`,
    ({ r, u }, context) => {
      if (new RegExp(`^${MONTH}$`).test(u ?? '')) return onDay(monthSaid(context, u, undefined).to)
      return onDay(wholeUnit(context.today, unitOf(u), offset(r)).to)
    },
  ),
  pattern(
    'unit-end',
    `(?:(?<u>month|quarter|qtr|year|yr)[- ]end|(?<c>eom|eoy|eoq|eow))`,
    ({ u, c }, { today }) =>
      onDay(
        wholeUnit(today, unitOf(u ?? { m: 'month', y: 'year', q: 'quarter', w: 'week' }[c?.at(-1) ?? '']), 0)
          .to,
      ),
  ),
  pattern(
    'part-of-month',
    `(?<p>early|beginning of|start of|mid|mid-|middle of|late)[ -]?(?:in )?(?<m>${MONTH}|this month|next month)`,
    ({ p, m }, context) => {
      const month = /month/.test(m ?? '')
        ? wholeUnit(context.today, 'month', offset(m))
        : monthSaid(context, m, undefined)
      const part = partOfMonth(month, p?.startsWith('mid') ? 'middle' : p === 'late' ? 'late' : 'early')
      return span(part.from, part.to, p?.startsWith('mid') ? addDays(month.from, 14) : part.from)
    },
  ),
  pattern(
    'half-month',
    `(?<h>first|second|1st|2nd|last) half of (?:the )?(?<m>${MONTH}|this month|next month|last month)`,
    ({ h, m }, context) => {
      const month = monthNamed(m, context)
      return /^(?:first|1st)$/.test(h ?? '')
        ? span(month.from, addDays(month.from, 14))
        : span(addDays(month.from, 15), month.to)
    },
  ),
  pattern(
    'first-days-of-month',
    `first (?<n>${N}) days (?:of|in) (?:the )?(?<m>${MONTH}|this month|next month|last month)`,
    ({ n, m }, context) => {
      const month = monthNamed(m, context)
      const count = amount(n, undefined)
      return count >= 1 && count <= 28 ? span(month.from, addDays(month.from, count - 1)) : undefined
    },
  ),
  pattern('year-to-date', '(?:year[- ]to[- ]date|ytd)', (_, { today }) =>
    span(yearSpan(yearOf(today)).from, today),
  ),
  pattern('month-to-date', '(?:month[- ]to[- ]date|mtd)', (_, { today }) =>
    span(wholeUnit(today, 'month', 0).from, today),
  ),
  pattern('week-to-date', '(?:week[- ]to[- ]date|wtd)', (_, { today }) => span(weekOf(today).from, today)),
  pattern(
    'unit',
    `(?<r>this|current|${NEXT}|last|previous|prev|the coming|coming|the following|following) (?:whole |entire |full )?(?:calendar |fiscal )?(?<u>week|wk|month|mth|mnth|quarter|qtr|year|yr)(?:'?s)?(?! of| commencing| beginning)`,
    ({ r, u }, { today }) => wholeUnit(today, unitOf(u), offset(r)),
  ),
  pattern(
    'week-of',
    `(?:the )?(?:week (?:of|commencing|beginning|starting)(?: on)?|w/c) (?:the )?(?:(?<d>${DATE})(?:st|nd|rd|th)?(?: of)?(?: (?<m>${MONTH}))?|(?<m2>${MONTH}) (?<d2>${DATE})(?:st|nd|rd|th)?)`,
    ({ d, m, d2, m2 }, context) => {
      const month = m ?? m2
      const date = Number(d ?? d2)
      const at =
        month === undefined ? bareDayOfMonth(context, date) : dateInMonth(context, month, date, undefined)
      if (at === undefined) return 'no such day'
      const week = weekOf(at)
      return span(week.from, week.to)
    },
  ),
  pattern(
    'last-week-of',
    `(?:the )?last week of (?<m>${MONTH}|this month|next month|the month|the year)`,
    ({ m }, context) => {
      const end = /year/.test(m ?? '')
        ? yearSpan(yearOf(context.today)).to
        : /month/.test(m ?? '')
          ? wholeUnit(context.today, 'month', offset(m)).to
          : monthSaid(context, m, undefined).to
      const week = weekOf(end)
      return span(week.from, week.to)
    },
  ),
  pattern(
    'first-week-of',
    `(?:the )?(?<n>first|1st|second|2nd|third|3rd) week of (?<m>${MONTH}|this month|next month)`,
    ({ n, m }, context) => {
      const month = /month/.test(m ?? '')
        ? wholeUnit(context.today, 'month', offset(m))
        : monthSaid(context, m, undefined)
      const from = addDays(
        month.from,
        ((8 - weekday(month.from)) % 7) +
          7 * (/^(?:first|1)/.test(n ?? '') ? 0 : /^(?:second|2)/.test(n ?? '') ? 1 : 2),
      )
      return span(from, addDays(from, 6))
    },
  ),
  pattern('weekday-after-next', `(?:the )?(?<w>${WEEKDAY}) after next`, ({ w }, { today }) =>
    onDay(addDays(weekOf(today).from, 13 + weekdayNumber(w))),
  ),
  pattern('unit-after', '(?:the )?(?<u>week|month|quarter|year) after next', ({ u }, { today }) =>
    wholeUnit(today, unitOf(u), 2),
  ),
  pattern('unit-before', '(?:the )?(?<u>week|month|quarter|year) before last', ({ u }, { today }) =>
    wholeUnit(today, unitOf(u), -2),
  ),
  pattern(
    'half',
    `(?<n>first|second|1st|2nd|h)[- ]?(?<h>half|[12])(?: of (?<r>this year|next year|the year|20\\d\\d))?`,
    ({ n, h, r }, { today }) => {
      if (n === 'h' ? h === 'half' : h !== 'half') return undefined
      const year = r === undefined ? yearOf(today) : /20\d\d/.test(r) ? Number(r) : yearOf(today) + offset(r)
      const second = n === 'h' ? h === '2' : /^(?:second|2nd)/.test(n ?? '')
      return second
        ? span(monthSpan(year, 7).from, monthSpan(year, 12).to)
        : span(monthSpan(year, 1).from, monthSpan(year, 6).to)
    },
  ),
  pattern(
    'named-quarter',
    `(?:q(?<q>[1-4])|(?:the )?(?<o>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|qtr))(?:,? ?(?:of )?(?<y>20\\d\\d|next year|this year|last year))?`,
    ({ q, o, y }, context) => {
      const number =
        q === undefined
          ? Math.floor(
              ['first', '1st', 'second', '2nd', 'third', '3rd', 'fourth', '4th'].indexOf(o ?? '') / 2,
            ) + 1
          : Number(q)
      const now = Math.ceil(monthOf(context.today) / 3)
      const bare = context.look === 'back' ? (number > now ? -1 : 0) : number < now ? 1 : 0
      const year =
        y === undefined
          ? yearOf(context.today) + bare
          : /^20/.test(y)
            ? Number(y)
            : yearOf(context.today) + offset(y)
      const { from, to } = quarterSpan(year, number)
      return span(from, to)
    },
  ),
  pattern(
    'named-month',
    `(?:in |for |during |by |before |this |of |since |until |till |all |${NEXT} |last )(?:(?<r>this|${NEXT}|last) )?(?<m>${MONTH})${YEAR}(?!${'[a-z]'})`,
    ({ r, m, y }, context, text) => {
      const word = r ?? /^(this|next|nxt|last)/.exec(text)?.[1]
      if (word === 'last') return whole(lastSuch(context, m))
      return whole(monthSaid(context, m, y))
    },
  ),
  pattern('sure-month', `(?<m>${SURE_MONTH})(?:'s)?${YEAR}`, ({ m, y }, context) =>
    whole(monthSaid(context, m, y)),
  ),
  pattern('year', '(?:in |for |during |year |since |through )?(?<y>20[1-4]\\d)', ({ y }, _, text) =>
    /^\d/.test(text) ? undefined : whole(yearSpan(Number(y))),
  ),
  pattern(
    'coming',
    `(?:the |over the |within the |in the |during the )?${AHEAD} (?<n>\\d{1,3}|${ENGLISH_NUMERAL.replace('an?(?: couple(?: of)?)?|', '')}) ?(?<u>${UNIT})`,
    ({ n, u }, { today }) => upTo(today, shift(today, unitOf(u), amount(n, u))),
  ),
  pattern(
    'coming-fortnight',
    `(?:the |over the |in the |within the |within )?(?:${AHEAD}|a) fortnight`,
    (_said, { today }, text) =>
      /within|next|coming|following/.test(text) ? upTo(today, addDays(today, 14)) : undefined,
  ),
  pattern(
    'within',
    `(?:within|inside(?: of)?|in under|in less than)(?: the)?(?: next)? (?<n>${N}) ?(?<u>${UNIT})`,
    ({ n, u }, { today }) => upTo(today, shift(today, unitOf(u), amount(n, u))),
  ),
  pattern(
    'past',
    `(?:the |over the |in the |for the |during the )?${BACKED} (?<n>\\d{1,3}|${ENGLISH_NUMERAL.replace('an?(?: couple(?: of)?)?|', '')}) ?(?<u>${UNIT})`,
    ({ n, u }, { today }) => {
      const back = shift(today, unitOf(u), -amount(n, u))
      return span(back, today, today)
    },
  ),
  pattern(
    'count-before-word',
    `(?:the |in the |over the )?(?<n>\\d{1,3}) (?<w>next|upcoming|coming|following|past|last|previous) (?<u>days|weeks|months|years)`,
    ({ n, w, u }, { today }) => {
      if (!/past|last|prev/.test(w ?? '')) return upTo(today, shift(today, unitOf(u), amount(n, u)))
      return span(shift(today, unitOf(u), -amount(n, u)), today, today)
    },
  ),
  pattern(
    'now',
    '(?<=between )now(?= and)|(?<=and |to |until |till )now|(?<=from )now(?= to| till| until)',
    (_, { today }) => onDay(today),
  ),
  pattern(
    'past-unit',
    `(?:the |over the |in the |for the )past (?<u>week|month|quarter|year|fortnight|day)`,
    ({ u }, { today }) => span(shift(today, unitOf(u), -amount('1', u)), today, today),
  ),
  pattern(
    'after',
    `(?:in|after)(?: about| another)? (?<n>${N}|a few(?= zz)) ?(?<u>${UNIT})(?:'s?)?(?: time)?`,
    ({ n, u }, { today }) => onDay(shift(today, unitOf(u), amount(n, u))),
  ),
  pattern(
    'later',
    `(?<n>${N}) ?(?<u>${UNIT})(?:'s?)?(?: time)? ?(?:later|from now|from today|hence|on(?= from today)|down the (?:line|road)|out)`,
    ({ n, u }, { today }) => onDay(shift(today, unitOf(u), amount(n, u))),
  ),
  pattern(
    'by-length',
    `(?:by|for(?! (?:an? )?${N} ?-?(?:years?|yrs?))|back|off|down the (?:road|line)|out) (?:a |another )?(?<n>${N}) ?(?<u>${UNIT})(?!'|s? (?:deposit|fd|product|term|note|bond|call|tenor))`,
    ({ n, u }, { today }, text) =>
      /^(?:by|for|back|off|down|out)/.test(text) ? onDay(shift(today, unitOf(u), amount(n, u))) : undefined,
  ),
  pattern('ago', `(?<n>${N}) ?(?<u>${UNIT}) (?:ago|back|earlier)`, ({ n, u }, { today }) =>
    onDay(shift(today, unitOf(u), -amount(n, u))),
  ),
]

function monthNamed(said: string | undefined, context: DayContext): Period {
  return /month/.test(said ?? '')
    ? wholeUnit(context.today, 'month', offset(said))
    : monthSaid(context, said, undefined)
}
