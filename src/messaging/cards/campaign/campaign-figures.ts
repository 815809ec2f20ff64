import { GOALS, type GoalKind } from '../../../domain/campaign/goals.js'
import type { GoalProgress } from '../../../domain/campaign/progress.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fen } from '../../../domain/money.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { formatAmount } from '../../wording/days/format.js'

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A figure of a goal as it is read: a sum, or a number of cards. */
export function goalFigure(kind: GoalKind, value: number, locale: Locale): string {
  if (GOALS[kind].unit === 'count') return campaignWordsFor(locale).cards(GROUPED.format(Math.round(value)))
  return formatAmount(fen(rounded(value)), CNY, locale)
}

/** Large sums are read, not booked: from a million on to the hundred. */
function rounded(amountFen: number): number {
  return Math.abs(amountFen) < 100_000_000 ? amountFen : Math.round(amountFen / 1_000_000) * 1_000_000
}

export function grouped(count: number): string {
  return GROUPED.format(count)
}

/** A goal in two lines: what is done and where that stands, and what else is known. */
export function goalLines(
  goal: GoalProgress,
  locale: Locale,
  how: { readonly isTooFew: boolean; readonly isOwn: boolean; readonly hasBegun: boolean },
): readonly string[] {
  const words = campaignWordsFor(locale)
  const { kind, target, done, told, expectedToday, forecast, aheadDays } = goal
  const figure = (value: number) => goalFigure(kind, value, locale)
  const beside = told > 0 ? [words.told(figure(told))] : []
  if (done === undefined) return [words.unknown(figure(target)), ...beside]
  if (how.isOwn) return [words.doneOwn(figure(done), figure(target)), ...beside]
  const standing = how.hasBegun && aheadDays !== undefined ? [words.ahead(aheadDays)] : []
  const forecasts =
    forecast !== undefined ? [words.forecast(figure(forecast))] : how.isTooFew ? [words.tooFew] : []
  return [
    [words.doneOf(figure(done), figure(target)), ...standing].join(SEPARATOR[locale]),
    ...(how.hasBegun ? [[words.expected(figure(expectedToday)), ...forecasts].join(SEPARATOR[locale])] : []),
    ...beside,
  ]
}

const SEPARATOR = { 'zh-CN': ',', 'en-US': ', ' } as const satisfies Record<Locale, string>
