import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import type { Product } from '../../../src/domain/ledger/product.js'
import { LOCALES } from '../../../src/domain/manager/manager.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import type { Reason } from '../../../src/domain/occasions/reason.js'
import { twoTimes } from '../../../src/domain/playbook/two-times.js'
import { wordsFor } from '../../../src/domain/playbook/words-for.js'
import { wordsWanted } from '../../../src/domain/playbook/words-wanted.js'
import { lineValues } from '../../../src/messaging/wording/sales/line-values.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { CLAIMS, PLAYBOOKS } from '../../support/playbook.js'
import { CALENDAR, TODAY } from '../../support/rules.js'

const PRODUCT: Product = {
  id: 'W115',
  name: '稳盈115天',
  kind: 'wealth',
  currency: 'CNY',
  termDays: 115,
  riskLevel: 'R2',
  minAmountFen: fenOfYuan(10_000),
  saleFrom: day('2026-11-24'),
  saleTo: day('2026-12-02'),
}
const DEPOSIT = aHolding('2026-11-24', {
  id: 'h1',
  productName: '一年期整存整取',
  kind: 'time-deposit',
  startsOn: day('2025-11-24'),
  ratePercent: 1.1,
})
const CUSTOMER = aCustomer('C1', { nickname: '陈总', holdings: [DEPOSIT] })

const maturity = (over: Partial<Extract<Reason, { kind: 'maturity' }>> = {}): Reason => ({
  kind: 'maturity',
  priority: 1,
  holdingId: 'h1',
  productName: DEPOSIT.productName,
  productKind: DEPOSIT.kind,
  amountFen: DEPOSIT.amountFen,
  currency: 'CNY',
  maturesOn: day('2026-11-24'),
  countsOn: day('2026-11-24'),
  notice: 'day-before',
  autoRenew: false,
  serviceNoticeOnly: false,
  ...over,
})

const ask = (reason: Reason, locale: 'zh-CN' | 'en-US' = 'zh-CN', customer = CUSTOMER) =>
  wordsFor(
    PLAYBOOKS[locale],
    reason,
    {
      customer,
      manager: { name: '周敏' },
      products: [PRODUCT],
      slots: twoTimes(TODAY, '08:30', CALENDAR),
      today: TODAY,
    },
    (facts) => lineValues(facts, locale, TODAY),
  )

describe('a deposit that matures tomorrow', () => {
  it.each([
    ['zh-CN', ['陈总', '一年期整存整取', '100万元', '11月24日周二', '1.1万元']],
    ['en-US', ['陈总', '一年期整存整取', 'RMB 1,000,000', 'Tue 24 Nov', 'RMB 11,000']],
  ] as const)(
    'is opened with product, sum, day and the interest of its own day-count (%s)',
    (locale, said) => {
      const words = ask(maturity(), locale)
      expect(words).toMatchObject({ found: true })
      for (const one of said) expect(words.found && words.text).toContain(one)
    },
  )

  it('is announced and no more to someone who asked not to be contacted', () => {
    const words = ask(maturity({ serviceNoticeOnly: true }), 'zh-CN', { ...CUSTOMER, doNotContact: true })
    expect(words).toMatchObject({ found: true, line: { situation: 'maturity-service', service: true } })
  })

  it('of a wealth product no interest is said: what it made is known at its end', () => {
    const wealth = { ...DEPOSIT, kind: 'wealth' as const }
    const wanted = wordsWanted(
      maturity({ productKind: 'wealth' }),
      { ...CUSTOMER, holdings: [wealth] },
      [],
      TODAY,
    )
    expect(wanted.facts.interest).toBeUndefined()
    expect(wanted.facts.termDays).toBe(365)
  })
})

const REASONS: readonly Reason[] = [
  maturity(),
  maturity({ notice: 'heads-up', headsUpDays: 30 }),
  {
    kind: 'movement',
    priority: 1,
    on: day('2026-11-20'),
    direction: 'in',
    amountFen: fenOfYuan(300_000),
    currency: 'CNY',
  },
  {
    kind: 'movement',
    priority: 1,
    on: day('2026-11-20'),
    direction: 'out',
    amountFen: fenOfYuan(300_000),
    currency: 'CNY',
  },
  { kind: 'launch', priority: 1, productId: 'W115', productName: '稳盈115天', saleFrom: day('2026-11-24') },
  { kind: 'launch', priority: 1, productId: 'W115', productName: '稳盈115天', saleFrom: day('2026-11-24') },
  ...(['appointment', 'callback', 'promise', 'task'] as const).map(
    (kind): Reason => ({ kind, priority: 1, agreementId: 'a1', on: TODAY, overdueWorkingDays: 0 }),
  ),
  { kind: 'promise', priority: 1, agreementId: 'a2', on: day('2026-11-19'), overdueWorkingDays: 2 },
  { kind: 'cadence', priority: 2, dueOn: TODAY, overdueWorkingDays: 0, lastContactOn: day('2026-11-16') },
  {
    kind: 'cadence',
    priority: 2,
    dueOn: day('2026-03-02'),
    overdueWorkingDays: 180,
    lastContactOn: day('2026-02-23'),
  },
  ...(['vip', 'vip-without-card', 'new'] as const).map(
    (opening): Reason => ({ kind: 'claim', priority: 2, dueOn: TODAY, overdueWorkingDays: 0, opening }),
  ),
  { kind: 'birthday', priority: 2, on: day('2026-11-24'), calendar: 'solar' },
  { kind: 'anniversary', priority: 2, on: day('2026-11-24'), calendar: 'solar' },
  ...['new-year', 'mid-autumn', 'branch-day'].map(
    (festivalId): Reason => ({
      kind: 'festival',
      priority: 2,
      festivalId,
      name: '节',
      on: day('2026-11-24'),
    }),
  ),
  { kind: 'event', priority: 2, eventId: 'e1', name: '茶会', on: day('2026-11-28') },
  { kind: 'gift', priority: 2, giftId: 'g1', name: '新年台历', upTo: day('2026-12-31') },
  { kind: 'assessment', priority: 2, lastValidDay: day('2026-12-08'), daysLeft: 15 },
  {
    kind: 'payment',
    priority: 2,
    holdingId: 'l1',
    productName: '住房贷款',
    productKind: 'loan',
    payOn: day('2026-11-26'),
  },
  {
    kind: 'loan-overdue',
    priority: 2,
    holdingId: 'l1',
    productName: '经营贷款',
    amountFen: fenOfYuan(80_000),
    currency: 'CNY',
  },
  ...(['news', 'interest'] as const).map(
    (kind): Reason => ({
      kind,
      priority: 3,
      newsId: 'n1',
      title: '债市调整',
      on: TODAY,
      touches: '稳盈115天',
    }),
  ),
  ...(['stop-profit', 'stop-loss'] as const).map(
    (kind): Reason => ({
      kind,
      priority: 3,
      holdingId: 'f1',
      productName: '优选成长混合基金',
      amountFen: fenOfYuan(50_000),
      currency: 'CNY',
      changePercent: kind === 'stop-loss' ? -11.5 : 21,
    }),
  ),
  {
    kind: 'level-raised',
    priority: 1,
    productId: 'W1',
    productName: '稳享180天',
    from: 'R2',
    level: 'R4',
    rating: 'C2',
    amountFen: fenOfYuan(300_000),
    currency: 'CNY',
    serviceNoticeOnly: false,
  },
  { kind: 'dividend', priority: 3, holdingId: 'f1', productName: '优选成长混合基金', paidOn: TODAY },
  { kind: 'idle', priority: 3, amountFen: fenOfYuan(150_000), currency: 'CNY' },
  { kind: 'sleeping', priority: 3, lastTransactionOn: day('2026-08-20'), days: 95 },
  { kind: 'vip-without-card', priority: 3, aumFen: fenOfYuan(600_000) },
  { kind: 'snoozed', priority: 2, until: TODAY, madeOn: day('2026-11-16') },
  { kind: 'opportunity-stuck', priority: 2, opportunityId: 'o1', days: 14 },
  { kind: 'opportunity-due', priority: 1, opportunityId: 'o1', until: TODAY },
]

describe('every reason on the brief has its words', () => {
  const cases = LOCALES.flatMap((locale) =>
    [undefined, 'spoken', 'written'].flatMap((channel) =>
      REASONS.map((reason) => [locale, channel ?? 'any', reason.kind, reason] as const),
    ),
  )

  it.each(cases)('%s, %s: %s', (locale, channel, _, reason) => {
    const words = wordsFor(
      PLAYBOOKS[locale],
      reason,
      {
        customer: CUSTOMER,
        manager: { name: '周敏' },
        products: [PRODUCT],
        slots: twoTimes(TODAY, '08:30', CALENDAR),
        today: TODAY,
        ...(channel === 'any' ? {} : { channel: channel as 'spoken' }), // one of the two listed above
      },
      (facts) => lineValues(facts, locale, TODAY),
    )
    if (!words.found && channel === 'written') return // some things are better said
    expect(words).toMatchObject({ found: true })
    if (!words.found) return
    expect(words.text).not.toMatch(/[{}]/)
    expect(CLAIMS(words.text, locale).findings).toEqual([])
  })

  it('after half a year of silence the call opens like a first one', () => {
    const cadence = (lastContactOn: string): Reason => ({
      kind: 'cadence',
      priority: 2,
      dueOn: TODAY,
      overdueWorkingDays: 0,
      lastContactOn: day(lastContactOn),
    })
    expect(wordsWanted(cadence('2026-05-27'), CUSTOMER, [], TODAY)).toMatchObject({ situation: 'long-ago' })
    expect(wordsWanted(cadence('2026-05-28'), CUSTOMER, [], TODAY)).toMatchObject({ situation: 'cadence' })
  })

  it('a loss is told without its sign', () => {
    expect(
      wordsWanted(REASONS.find(({ kind }) => kind === 'stop-loss')!, CUSTOMER, [], TODAY).facts,
    ).toMatchObject({
      changePercent: 11.5,
    })
  })
})

it('a launch to someone without consent to marketing has no words', () => {
  const launch = REASONS.find(({ kind }) => kind === 'launch')!
  expect(ask(launch, 'zh-CN', { ...CUSTOMER, marketingConsent: false })).toEqual({
    found: false,
    reason: 'not-permitted',
  })
})
