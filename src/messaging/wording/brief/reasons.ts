import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { Reason } from '../../../domain/occasions/reason.js'
import { formatAmount, formatDay } from '../days/format.js'
import { describeDay, describeMoment } from '../days/when.js'
import type { ReasonWords, Sentences, Told } from './reason-words.js'
import { REASONS_EN } from './reasons-en.js'
import { REASONS_ZH } from './reasons-zh.js'

const SENTENCES = { 'zh-CN': REASONS_ZH, 'en-US': REASONS_EN } as const satisfies Record<Locale, Sentences>

/** All reasons of a customer, those of one morning's new products told in one line. */
export function describeReasons(
  reasons: readonly Reason[],
  locale: Locale,
  today: Day,
): readonly ReasonWords[] {
  const launches = reasons.filter((reason) => reason.kind === 'launch')
  const [first, ...others] = launches
  if (first === undefined || others.length === 0)
    return reasons.map((reason) => describeReason(reason, locale, today))
  const together = {
    ...describeReason(first, locale, today),
    text: LAUNCHES[locale](
      launches.map((l) => ({ name: l.productName, day: describeDay(l.saleFrom, locale, today) })),
    ),
  }
  return reasons.flatMap((reason) => {
    if (reason.kind !== 'launch') return [describeReason(reason, locale, today)]
    return reason === first ? [together] : []
  })
}

type Launch = { readonly name: string; readonly day: string }

const LAUNCHES = {
  'zh-CN': (launches: readonly Launch[]) =>
    `新产品适合:${launches.map((l) => `${l.name}(${l.day}开售)`).join('、')}`,
  'en-US': (launches: readonly Launch[]) =>
    `suitable new products: ${launches.map((l) => `${l.name} (on sale ${l.day})`).join(', ')}`,
} as const satisfies Record<Locale, (launches: readonly Launch[]) => string>

/** A reason as a manager reads it on the brief. */
export function describeReason(reason: Reason, locale: Locale, today: Day): ReasonWords {
  const told: Told = {
    sum: sumOf(reason, locale),
    day: (of) => describeDay(of, locale, today),
    date: (of) => formatDay(of, locale, today),
    moment: (on, time) => describeMoment({ day: on, ...(time === undefined ? {} : { time }) }, locale, today),
  }
  // The table is keyed by the reason's own kind, which the compiler cannot follow through a union.
  const sentence = SENTENCES[locale][reason.kind] as (reason: Reason, told: Told) => ReasonWords
  return sentence(reason, told)
}

function sumOf(reason: Reason, locale: Locale): string {
  if (!('amountFen' in reason) || reason.amountFen === undefined) return ''
  const currency = 'currency' in reason ? reason.currency : undefined
  return formatAmount(reason.amountFen, currency ?? CNY, locale)
}
