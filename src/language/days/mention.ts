import { addDays, type Day, daysBetween, weekday, weekOf } from '../../domain/day.js'
import type { DaySense, RepeatSaid } from './sense.js'

/** Words about days or times where they stand in the folded text. */
export interface DayMention {
  readonly start: number
  readonly end: number
  /** Of what repeats, the first time. Says nothing where the mention is `impossible`. */
  readonly sense: DaySense
  /** `HH:mm` */
  readonly time?: string
  /** Where the words of the time stand. */
  readonly clock?: { readonly start: number; readonly end: number }
  /** A span of hours was said (下午三四点, between 3 and 4): `time` is the first of them. */
  readonly roughTime?: true
  /** Only a time was said; the day is today. */
  readonly dayless?: true
  /** A weekday said alone, 1 = Monday: which week it is in depends on what is spoken of. */
  readonly bareWeekday?: number
  /** Every so often, not once. */
  readonly repeats?: RepeatSaid
  /** No single day was said (年后, every month): `sense` is the first day it could be, to be asked about. */
  readonly vague?: true
  /** The calendar has no such day (2月30日, 31 April), or none between 1900 and 2100. */
  readonly impossible?: true
}

/** Whether a mention names one day, or one span, that can be acted upon as it stands. */
export function isExact({ repeats, vague, impossible }: DayMention): boolean {
  return repeats === undefined && vague !== true && impossible !== true
}

/** Whether something can be planned for what is named: 明年 or "this year" is no day to meet on. */
export function isPlannable(mention: DayMention): boolean {
  return isExact(mention) && daysBetween(mention.sense.from, mention.sense.to) <= LONGEST_TO_PLAN
}

const LONGEST_TO_PLAN = 31

/** Weekday `wanted` (1 = Monday) in the week of `of`, or a week on where that is before `today`. */
export function weekdayInWeekOf(of: Day, wanted: number, today: Day): Day {
  const at = addDays(weekOf(of).from, wanted - 1)
  return at < today ? addDays(today, (wanted - weekday(today) + 7) % 7) : at
}
