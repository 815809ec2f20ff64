import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { Reason } from '../../../domain/occasions/reason.js'
import type { Interval, Policy, Tier } from '../../../domain/policy.js'
import { formatAmount } from '../days/format.js'
import { wordingFor } from '../wording.js'
import { REASON_RULES_EN } from './reason-rules-en.js'
import { REASON_RULES_ZH } from './reason-rules-zh.js'
import type { ReasonRules } from './rule-sentences.js'

const RULES = { 'zh-CN': REASON_RULES_ZH, 'en-US': REASON_RULES_EN } as const satisfies Record<
  Locale,
  ReasonRules
>

/** The rule that puts a reason on the list, with the policy's numbers. */
export function describeRule(reason: Reason, tier: Tier, policy: Policy, locale: Locale): string {
  const interval = policy.tiers.find((rule) => rule.tier === tier)?.every
  return RULES[locale][reason.kind](policy, {
    sum: (amount) => formatAmount(amount, CNY, locale),
    tier: wordingFor(locale).tier(tier),
    every: interval === undefined ? '' : EVERY[locale](interval),
  })
}

const EVERY = {
  'zh-CN': (every) =>
    'days' in every ? `${every.days}天` : every.months === 1 ? '个月' : `${every.months}个月`,
  'en-US': (every) => {
    const [count, unit] = 'days' in every ? [every.days, 'day'] : [every.months, 'month']
    return count === 1 ? unit : `${count} ${unit}s`
  },
} as const satisfies Record<Locale, (every: Interval) => string>
