import { describe, expect, it } from 'vitest'
import { day } from '../../../../src/domain/day.js'
import { fenOfYuan } from '../../../../src/domain/money.js'
import {
  formatAmount,
  formatDay,
  formatMoney,
  formatPercent,
  formatPeriod,
  formatTerm,
} from '../../../../src/messaging/wording/days/format.js'

describe('sums', () => {
  it.each([
    [1_000_000, '100万', '1,000,000'],
    [10_000, '1万', '10,000'],
    [9_999.99, '9,999.99元', '9,999.99'],
    [9_999.5, '9,999.50元', '9,999.50'],
    [1_234_500, '123.45万', '1,234,500'],
    [1_234_567, '1,234,567元', '1,234,567'],
    [100_000_000, '1亿', '100,000,000'],
    [99_990_000, '9,999万', '99,990,000'],
    [123_450_000, '12,345万', '123,450,000'],
    [-200_000, '-20万', '-200,000'],
    [0, '0元', '0'],
  ])('%d yuan reads %s / %s', (yuan, zh, en) => {
    expect(formatAmount(fenOfYuan(yuan), 'CNY', 'zh-CN')).toBe(zh)
    expect(formatAmount(fenOfYuan(yuan), 'CNY', 'en-US')).toBe(en)
  })

  it('names foreign money always, and yuan where a customer hears it', () => {
    expect(formatAmount(fenOfYuan(50_000), 'USD', 'zh-CN')).toBe('5万美元')
    expect(formatAmount(fenOfYuan(50_000), 'USD', 'en-US')).toBe('USD 50,000')
    expect(formatAmount(fenOfYuan(50_000), 'THB', 'zh-CN')).toBe('5万 THB')
    expect(formatMoney(fenOfYuan(150), 'CNY', 'zh-CN')).toBe('150元')
    expect(formatMoney(fenOfYuan(1_000_000), 'CNY', 'zh-CN')).toBe('100万元')
    expect(formatMoney(fenOfYuan(1_000_000), 'CNY', 'en-US')).toBe('RMB 1,000,000')
    expect(formatMoney(fenOfYuan(20_000), 'HKD', 'en-US')).toBe('HKD 20,000')
  })
})

describe('days', () => {
  const TODAY = day('2026-11-23')

  it('reads as it is said, with the year only where it is another', () => {
    expect(formatDay(day('2026-11-25'), 'zh-CN')).toBe('11月25日 周三')
    expect(formatDay(day('2026-11-25'), 'en-US', TODAY)).toBe('Wed 25 Nov')
    expect(formatDay(day('2027-02-06'), 'zh-CN', TODAY)).toBe('2027年2月6日 周六')
    expect(formatDay(day('2027-02-06'), 'en-US', TODAY)).toBe('Sat 6 Feb 2027')
  })

  it.each([
    ['2026-11-23', '2026-11-29', '11月23日至29日', '23–29 Nov'],
    ['2026-11-30', '2026-12-06', '11月30日至12月6日', '30 Nov – 6 Dec'],
    ['2026-12-28', '2027-01-03', '2026年12月28日至2027年1月3日', '28 Dec 2026 – 3 Jan 2027'],
    ['2027-01-04', '2027-01-10', '2027年1月4日至10日', '4–10 Jan 2027'],
    ['2027-01-25', '2027-02-07', '2027年1月25日至2月7日', '25 Jan – 7 Feb 2027'],
    ['2026-11-25', '2026-11-25', '11月25日 周三', 'Wed 25 Nov'],
  ])('%s to %s reads %s / %s', (from, to, zh, en) => {
    const period = { from: day(from), to: day(to) }
    expect(formatPeriod(period, 'zh-CN', TODAY)).toBe(zh)
    expect(formatPeriod(period, 'en-US', TODAY)).toBe(en)
  })
})

it('words terms and rates', () => {
  expect(formatTerm(115, 'zh-CN')).toBe('115天')
  expect(formatTerm(1, 'en-US')).toBe('1 day')
  expect(formatTerm(1825, 'en-US')).toBe('1,825 days')
  expect(formatPercent(1.5)).toBe('1.50%')
})
