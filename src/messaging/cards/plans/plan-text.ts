import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen } from '../../../domain/money.js'
import { isSum, type Metric, type StepTest } from '../../../domain/plan/plan.js'
import type { ProposalReason } from '../../../domain/plan/propose.js'
import { formatAmount } from '../../wording/days/format.js'
import { planWordsFor } from '../../wording/plans/plan-words.js'
import { wordingFor } from '../../wording/wording.js'

/** A value of a metric as it is said: `120万`, `2类`, `金卡`; null is not known. */
export function metricText(metric: Metric, value: number | null, locale: Locale): string {
  const own = planWordsFor(locale)
  if (value === null) return own.unknown
  if (isSum(metric)) return formatAmount(value as Fen, CNY, locale) // sums are in fen
  if (metric === 'kinds') return own.kinds(value)
  return own.cards[Math.round(value)] ?? String(value)
}

/** What a plan is to do: `总资产 45万 → 50万`, or to keep where the target is not above the start. */
export function goalText(metric: Metric, start: number | null, target: number, locale: Locale): string {
  const own = planWordsFor(locale)
  const to = metricText(metric, target, locale)
  return start !== null && target <= start
    ? own.keep(own.metrics[metric], to)
    : own.goal(own.metrics[metric], metricText(metric, start, locale), to)
}

export function testText(test: StepTest, metric: Metric, locale: Locale): string {
  const own = planWordsFor(locale)
  switch (test.what) {
    case 'holding':
      return own.opened(wordingFor(locale).kinds[test.kind])
    case 'fact':
      return own.learned(own.facts[test.field])
    case 'value':
      return own.reached(metricText(metric, test.value, locale))
    default:
      return own.what[test.what]
  }
}

export function reasonText(reason: ProposalReason, locale: Locale): string {
  const own = planWordsFor(locale)
  const sum = (amount: Fen) => formatAmount(amount, CNY, locale)
  switch (reason.why) {
    case 'near-line':
      return own.reasons['near-line'](sum(reason.lineFen), sum(reason.missingFen))
    case 'maturing':
      return own.reasons.maturing(sum(reason.amountFen))
    case 'one-kind':
      return own.reasons['one-kind']()
  }
}
