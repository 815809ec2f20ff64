import { addDays, type Day, type Period, weekday } from '../../domain/day.js'
import { type DayContext, type DaySense, onDay, workingDay } from './sense.js'

/** The `nth` weekday `wanted` (1 = Monday) of a span, from its end where `nth` is negative; undefined where there are not as many. */
export function nthWeekdayIn({ from, to }: Period, nth: number, wanted: number): Day | undefined {
  const first = addDays(from, (wanted - weekday(from) + 7) % 7)
  const last = addDays(to, -((weekday(to) - wanted + 7) % 7))
  const at = nth > 0 ? addDays(first, 7 * (nth - 1)) : addDays(last, 7 * (nth + 1))
  return from <= at && at <= to ? at : undefined
}

/** The `nth` working day of a span, from its end where `nth` is negative; `vague` where a year's calendar is not known. */
export function nthWorkingDayIn(
  { from, to }: Period,
  nth: number,
  context: DayContext,
): DaySense | undefined {
  const sense = workingDay(context, addDays(nth > 0 ? from : to, nth > 0 ? -1 : 1), nth)
  return from <= sense.point && sense.point <= to ? sense : undefined
}

/** The counted day of the span said; of the next such span where it is past and the message looks ahead. */
export function countedIn(
  spans: readonly Period[],
  context: DayContext,
  of: (span: Period) => DaySense | Day | undefined,
): DaySense | 'no such day' {
  const senses = spans.map((span) => {
    const at = of(span)
    return typeof at === 'string' ? onDay(at) : at
  })
  const [first, next] = senses
  if (first === undefined) return 'no such day'
  return context.look === 'ahead' && first.point < context.today ? (next ?? first) : first
}
