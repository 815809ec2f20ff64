import { describe, expect, it } from 'vitest'
import { day } from '../../../../src/domain/day.js'
import { fenOfYuan } from '../../../../src/domain/money.js'
import type { LineFacts } from '../../../../src/domain/playbook/line-facts.js'
import { titleOf } from '../../../../src/messaging/wording/customers/title.js'
import { lineValues, spokenMoment } from '../../../../src/messaging/wording/sales/line-values.js'

const TODAY = day('2026-11-23')
const sum = (yuan: number) => ({ amountFen: fenOfYuan(yuan), currency: 'CNY' })
const FACTS: LineFacts = {
  customer: { name: '陈立群', nickname: '陈总' },
  manager: { name: '周敏', branchName: '城东支行', phone: '010-0000-0001' },
  productName: '一年期整存整取',
  sum: sum(1_000_000),
  on: day('2026-11-25'),
  termDays: 365,
  ratePercent: 1.1,
  interest: sum(11_000),
  offer: { name: '稳盈115天', minimum: sum(10_000), riskLevel: 'R2', saleTo: day('2027-01-08') },
  slots: [
    { day: TODAY, time: '15:00' },
    { day: day('2026-11-24'), time: '10:00' },
  ],
  changePercent: 11.5,
}

describe('facts in words', () => {
  it('Chinese', () => {
    expect(lineValues(FACTS, 'zh-CN', TODAY)).toEqual({
      title: '陈总',
      managerName: '周敏',
      branch: '城东支行',
      phone: '010-0000-0001',
      product: '一年期整存整取',
      amount: '100万元',
      day: '11月25日周三',
      term: '365天',
      rate: '1.10%',
      interest: '1.1万元',
      newProduct: '稳盈115天',
      minimum: '1万元',
      risk: 'R2',
      saleTo: '2027年1月8日周五',
      slotA: '今天下午3点',
      slotB: '明天上午10点',
      change: '11.5%',
    })
  })

  it('English', () => {
    expect(lineValues(FACTS, 'en-US', TODAY, () => 'chen liqun')).toMatchObject({
      title: 'Chen Liqun',
      amount: 'RMB 1,000,000',
      day: 'Wed 25 Nov',
      term: '365 days',
      interest: 'RMB 11,000',
      saleTo: 'Fri 8 Jan 2027',
      slotA: 'today at 3 pm',
      slotB: 'tomorrow at 10 am',
    })
  })

  it('what is not known has no value, so that no line is filled with it', () => {
    const bare = { customer: { name: '陈立群' }, manager: { name: '周敏' } }
    expect(lineValues(bare, 'zh-CN', TODAY)).toEqual({ title: '陈立群', managerName: '周敏', branch: '银行' })
  })
})

describe('times as they are offered', () => {
  it.each([
    ['2026-11-23', '15:00', '今天下午3点', 'today at 3 pm'],
    ['2026-11-25', '10:30', '后天上午10点半', 'Wednesday at 10:30 am'],
    ['2026-11-27', '12:00', '周五中午12点', 'Friday at 12 pm'],
    ['2026-11-30', '10:00', '下周一上午10点', 'Monday at 10 am'],
    ['2026-12-07', '14:45', '12月7日周一下午2点45分', 'Mon 7 Dec at 2:45 pm'],
  ])('%s %s is %s / %s', (on, time, zh, en) => {
    expect(spokenMoment({ day: day(on), time }, 'zh-CN', TODAY)).toBe(zh)
    expect(spokenMoment({ day: day(on), time }, 'en-US', TODAY)).toBe(en)
  })
})

describe('how a customer is addressed', () => {
  const pinyin: Readonly<Record<string, string>> = { 陈: 'chen', 欧阳: 'ouyang' }
  it.each([
    [{ name: '陈立群', nickname: '陈总' }, '陈总', '陈总'],
    [{ name: '陈立群', nickname: 'Peter' }, 'Peter', 'Peter'],
    [{ name: '陈立群', gender: 'male' }, '陈先生', 'Mr Chen'],
    [{ name: '欧阳晓', gender: 'female' }, '欧阳女士', 'Ms Ouyang'],
    [{ name: '陈立群' }, '陈立群', '陈立群'],
    [{ name: 'Grace Lin', gender: 'female' }, 'Grace Lin', 'Ms Lin'],
  ] as const)('%j is %s / %s', (named, zh, en) => {
    expect(titleOf(named, 'zh-CN')).toBe(zh)
    expect(titleOf(named, 'en-US', (name) => pinyin[name] ?? '')).toBe(en)
  })

  it('a Chinese nickname gives way to a Latin surname where there is one', () => {
    const named = { name: '陈立群', nickname: '陈总', gender: 'male' } as const
    expect(titleOf(named, 'en-US', (name) => pinyin[name] ?? '')).toBe('Mr Chen')
    expect(titleOf(named, 'en-US')).toBe('陈总')
  })
})
