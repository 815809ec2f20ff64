import { addDays, type Day, weekday } from '../../domain/day.js'
import { type DayContext, type DaySense, onDay, span, upTo } from './sense.js'

/** Words that one pattern read as days. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly sense: DaySense
  /** The same words with another day for today: at the end of a range they count from its beginning. */
  readonly from?: (start: Day) => DaySense | undefined
  /** A weekday said alone, 1 = Monday. */
  readonly bareWeekday?: number
  /** EOD, COB: the end of whatever day stands beside it. */
  readonly closing?: true
  readonly impossible?: true
  /** Both ends were said. */
  readonly isRange?: true
}

const BETWEEN = /^ ?(?:到|至|-|~|to|till?|until|through|thru)(?: the)? ?$/
const BETWEEN_AND = /^ ?(?:和|与|跟|and|&) ?$/

/** Joins "A to B", "between A and B", a weekday with its date, and days that follow each other. */
export function joinDays(folded: string, found: readonly Found[], today: Day): readonly Found[] {
  const joined: Found[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const gap = last === undefined ? '' : folded.slice(last.end, next.start)
    const isRange =
      BETWEEN.test(gap) ||
      (BETWEEN_AND.test(gap) && last !== undefined && isBetween(folded, last.start, next.end))
    const sense =
      last === undefined || !isPlain(last) || !isPlain(next)
        ? undefined
        : isRange
          ? joinedSense(last, next, today)
          : (sameDay(last, next, gap) ?? oneAfterAnother(last, next, gap))
    if (last !== undefined && sense !== undefined) {
      joined[joined.length - 1] = {
        start: last.start,
        end: next.end,
        sense,
        ...(sense.from < sense.to && { isRange: true }),
      }
    } else joined.push(next)
  }
  return joined
}

function isPlain({ sense, impossible }: Found): boolean {
  return impossible === undefined && sense.repeats === undefined && sense.vague === undefined
}

const AND = /^ ?(?:和|与|跟|及|还有|、|,|and|&|plus) ?(?:the )?$/

/** 周三和周四, "this week and next": days that follow each other are one span. */
function oneAfterAnother({ sense: first }: Found, { sense: last }: Found, gap: string): DaySense | undefined {
  if (!AND.test(gap) || last.from !== addDays(first.to, 1)) return undefined
  return span(first.from, last.to, first.point)
}

/** "Friday 27 November", 27号(周五): the date decides. */
function sameDay(first: Found, last: Found, gap: string): DaySense | undefined {
  if (!/^[ ,(]*(?:on |of )?(?:the )?$/.test(gap)) return undefined
  if (first.closing !== last.closing) return (first.closing ? last : first).sense
  if ((first.bareWeekday === undefined) === (last.bareWeekday === undefined)) return undefined
  const date = first.bareWeekday === undefined ? first : last
  return date.sense.from === date.sense.to ? date.sense : undefined
}

function isBetween(folded: string, start: number, end: number): boolean {
  return /between (?:the )?$|介于$/.test(folded.slice(0, start)) || /^(?:之间|间)/.test(folded.slice(end))
}

function joinedSense(first: Found, last: Found, today: Day): DaySense | undefined {
  const startsToday = first.bareWeekday === weekday(today)
  const from = startsToday ? today : first.sense.from
  const to = last.from?.(from)?.to ?? last.sense.to
  if (from <= to) return span(from, to)
  return from <= last.sense.to ? span(from, last.sense.to) : undefined
}

const AFTER_ZH =
  /^(?:节|长?假期?)?(?:之后|以后|过后|完后|过完|后(?![天面台续来者期勤]))(?<first>的?(?:第一|头一?|首)个?(?:工作日|上班日|天上班))?/
const AFTER_EN =
  /(?<![a-z])(?:(?<first>(?:the )?(?:first|next) (?:working|business|work) ?day )?after|post[- ]?)(?: the)? ?$/
const PAST_ZH = /(?:过完|过了)$/

/** Applies by, before, after, until, since, 前, 之前, 后, 截至, 以来. */
export function boundDays(folded: string, found: Found, context: DayContext): Found {
  if (!isPlain(found)) return found
  const { today } = context
  const before = folded.slice(Math.max(0, found.start - 32), found.start)
  const after = folded.slice(found.end, found.end + 12)
  const { sense } = found
  const ahead = aheadOf(sense, before, after)
  if (ahead !== undefined)
    return { ...found, start: found.start - ahead.lead, end: found.end + ahead.tail, sense: ahead.sense }
  const suffix = /^(?:的?(?:之前|以前|前面|前)(?![天后台]|[一二两三四五六七八九十几\d])|为止)/.exec(after)
  if (suffix !== null) {
    const last = sense.festival === true && !suffix[0].startsWith('为') ? addDays(sense.from, -1) : sense.to
    return { ...found, end: found.end + suffix[0].length, sense: upTo(today, last) }
  }
  const beyond = AFTER_ZH.exec(after)
  const past = beyond ?? AFTER_EN.exec(before) ?? PAST_ZH.exec(before)
  if (past !== null) {
    const isFirst = past.groups?.['first'] !== undefined
    const later = afterDays(sense, isFirst, context)
    if (later !== undefined)
      return beyond === null
        ? { ...found, start: found.start - past[0].length, sense: later }
        : { ...found, end: found.end + past[0].length, sense: later }
  }
  const prefix =
    /(?:(?<before>(?<![a-z])before)|(?<by>(?<![a-z])(?:no later than|by|up to|on or before)|截止到?|截至|赶在)|(?<until>(?<![a-z])(?:un)?till?|(?<![a-z])to|到|至)|(?<since>(?<![a-z])(?:ever )?since|打从|自从?|从))(?: the)? ?$/.exec(
      before,
    )
  const groups = prefix?.groups ?? {}
  const start = prefix === null ? found.start : found.start - prefix[0].length
  if (groups['before'] !== undefined) return { ...found, start, sense: upTo(today, addDays(sense.from, -1)) }
  if (groups['by'] !== undefined)
    return { ...found, start, sense: { ...upTo(today, sense.to), point: sense.to } }
  if (groups['until'] !== undefined)
    return { ...found, start, sense: { ...upTo(today, sense.to), point: sense.point } }
  const since = groups['since'] !== undefined || /^(?:以来|至今|起|开始到现在|到现在)/.test(after)
  if (since && sense.from < today && found.isRange !== true)
    return { ...found, start, sense: span(sense.from, today) }
  return found
}

const COUNT_ZH = '一二两三四五六七八九十'
const COUNT_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const AHEAD_ZH =
  /^的?前(?:(?<n>[一二两三四五六七八九十]|\d{1,2})个?(?<unit>天|日|周|星期|礼拜)|(?<eve>夜|夕))(?!内|之内|以内)/
const AHEAD_EN =
  /(?<![a-z])(?:(?:(?<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?<unit>day|week)s?|the (?<one>day)) (?:before|ahead of)|(?:the )?(?<eve>eve) of)(?: the)? ?$/

/** 元旦前一天, "a week before Christmas": that many days before it. */
function aheadOf(
  { from }: DaySense,
  before: string,
  after: string,
): { readonly sense: DaySense; readonly lead: number; readonly tail: number } | undefined {
  const zh = AHEAD_ZH.exec(after)
  const en = zh === null ? AHEAD_EN.exec(before) : null
  const { n, unit } = (zh ?? en)?.groups ?? {}
  if (zh === null && en === null) return undefined
  const count = n === undefined ? 1 : countOf(n)
  const days = unit === undefined || /天|日|day/.test(unit) ? count : count * 7
  return {
    sense: onDay(addDays(from, -days)),
    lead: en?.[0].length ?? 0,
    tail: zh?.[0].length ?? 0,
  }
}

function countOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const zh = COUNT_ZH.indexOf(said)
  if (zh >= 0) return zh < 2 ? zh + 1 : zh
  return Math.max(1, COUNT_EN.indexOf(said) + 1)
}

/**
 * After a day that is over: up to today. After one that comes no single day is said; the first it could be is the next day, of
 * a festival the first working day. That day itself is meant only where it is said (节后第一个工作日).
 */
function afterDays(sense: DaySense, isFirst: boolean, context: DayContext): DaySense | undefined {
  const { today, working } = context
  if (sense.to < today) return sense.festival === true ? undefined : span(addDays(sense.to, 1), today)
  let at = addDays(sense.to, 1)
  if (sense.festival === true || isFirst) while (!working.isWorkingDay(at)) at = addDays(at, 1)
  return isFirst && !working.isProvisional(sense.to, at) ? onDay(at) : { ...onDay(at), vague: true }
}
