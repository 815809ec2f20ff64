import { describe, expect, it } from 'vitest'
import { loadPolicy } from '../../../../src/config/policy.js'
import type { Reason } from '../../../../src/domain/occasions/reason.js'
import type { Tier } from '../../../../src/domain/policy.js'
import { describeRule } from '../../../../src/messaging/wording/brief/reason-rules.js'

const policy = loadPolicy('data/policy.json')
// Only the kind and the tier decide which rule is told.
const ruleOf = (kind: Reason['kind'], tier: Tier, locale: 'zh-CN' | 'en-US', rules = policy) =>
  describeRule({ kind } as Reason, tier, rules, locale)

describe('the rule behind a reason is told with its numbers', () => {
  it.each([
    ['cadence', 'A', '每7天'],
    ['cadence', 'C', '每个月'],
    ['cadence', 'D', '每2个月'],
    ['maturity', 'B', '前30天、7天'],
    ['movement', 'A', '20万以上'],
    ['assessment', 'B', '365天有效,到期前30天起每7天'],
    ['idle', 'C', '连续30天都在10万以上'],
    ['sleeping', 'C', '90天没有交易'],
    ['stop-loss', 'C', '跌10%'],
    ['vip-without-card', 'B', '50万以上'],
  ] as const)('%s of tier %s in Chinese', (kind, tier, told) =>
    expect(ruleOf(kind, tier, 'zh-CN')).toContain(told),
  )

  it.each([
    ['cadence', 'C', 'every month'],
    ['cadence', 'D', 'every 2 months'],
    ['movement', 'A', '200,000 or more'],
    ['payment', 'D', '3 days before'],
  ] as const)('%s of tier %s in English', (kind, tier, told) =>
    expect(ruleOf(kind, tier, 'en-US')).toContain(told),
  )

  it('a number that the bank changed is the one that is told', () => {
    const changed = { ...policy, sleepingAfterDays: 60 }
    expect(ruleOf('sleeping', 'C', 'en-US', changed)).toContain('60 days')
  })
})
