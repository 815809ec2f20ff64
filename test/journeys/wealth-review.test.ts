import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { lastReview } from '../../src/domain/review/review.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    riskRating: 'C2',
    riskAssessedOn: day('2026-11-01'),
    assignedOn: day('2026-10-01'),
    contacts: [aContact('2026-11-20')],
    holdings: [
      aHolding('2027-03-01', { riskLevel: 'R4' }),
      aHolding('2027-03-20', { kind: 'fund', riskLevel: 'R2' }),
    ],
  }),
  aCustomer('C02', {
    name: 'Grace Lim',
    nickname: 'Grace',
    assignedOn: day('2026-10-08'),
    contacts: [aContact('2026-11-20')],
    holdings: [aHolding('2027-09-01', { kind: 'time-deposit' })],
  }),
  aCustomer('C03', { name: '李望舒', doNotContact: true }),
]

let chat: Chat
afterEach(() => chat.stop())
const begin = async (locale: Locale, role: 'head' | 'manager' = 'manager') => {
  chat = await startChat({ customers: CUSTOMERS, locale, role })
}

describe('a wealth review, in Chinese', () => {
  it('is shown with at most three points, noted as one, and compared the next time', async () => {
    await begin('zh-CN')
    const shown = await chat.says('陈总的财富诊断')
    for (const words of [
      '陈总的财富诊断',
      '高于测评C2',
      '问:',
      '说:',
      '诊断合计200万',
      '2027年3月',
      '还没做过财富诊断',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toContain('4. ')
    expect(await chat.says('本周该给谁做诊断')).toContain('今天:陈总、Grace')

    expect(await chat.says('给陈总做了财富诊断,下周二再谈')).toContain('已记下')
    const [customer] = (await chat.book()).customers
    expect(lastReview(customer!, day('2026-11-23'))?.review.holdings).toHaveLength(2)
    expect(customer?.agreements).toMatchObject([{ on: '2026-12-01' }])
    expect(await chat.says('本周该给谁做诊断')).not.toContain('陈总')
    expect(await chat.says('陈总的财富诊断')).toContain('上次诊断以来')

    expect(await chat.says('撤销')).toContain('陈总')
    expect(await chat.says('陈总的财富诊断')).toContain('还没做过财富诊断')
  })

  it('is none where the customer was not reached, and none for who asked for quiet', async () => {
    await begin('zh-CN')
    await chat.says('打了陈总想做财富诊断,没接')
    const [customer] = (await chat.book()).customers
    expect(lastReview(customer!, day('2026-11-23'))).toBeUndefined()
    expect(await chat.says('李望舒的财富诊断')).toContain('勿扰')
  })

  it('a button on the sheet logs one', async () => {
    await begin('zh-CN')
    await chat.says('陈总的财富诊断')
    await chat.presses('contact.log', { review: 1 })
    await chat.presses('answer', { choice: 'interested' })
    const [customer] = (await chat.book()).customers
    expect(lastReview(customer!, day('2026-11-23'))).toBeDefined()
  })

  it('the head sees whose is due, with the manager’s name', async () => {
    await begin('zh-CN', 'head')
    const due = await chat.says('本周该给谁做诊断')
    expect(due).toContain('周启明')
    expect(due).toContain('陈总')
    expect(await chat.says('陈总的财富诊断')).toContain('高于测评')
  })
})

describe('a wealth review, in English', () => {
  it('is shown, noted and compared', async () => {
    await begin('en-US')
    const shown = await chat.says('wealth review for Grace')
    for (const words of ['Wealth review for Grace', 'one kind only', 'Ask:', 'Say:', 'Never reviewed'])
      expect(shown).toContain(words)
    expect(await chat.says('who is due for a wealth review this week')).toContain('Grace')
    expect(await chat.says('did a wealth review with Grace, will talk again next Tuesday')).toContain(
      'Written down',
    )
    const grace = (await chat.book()).customers.find(({ id }) => id === 'C02')
    expect(lastReview(grace!, day('2026-11-23'))).toBeDefined()
    expect(await chat.says("Grace's wealth review")).toContain('Since the last review')
  })
})

describe('the sheet beside the assets of the bank’s file', () => {
  it.each([
    ['zh-CN', 1_200_000, '陈总的财富诊断', '总资产里有20万不在台账上'],
    ['zh-CN', 900_000, '陈总的财富诊断', '台账比总资产多10万'],
    ['en-US', 900_000, 'wealth review for 陈总', 'more than the assets'],
  ] as const)('%s %i: says why they differ', async (locale, assets, says, hears) => {
    const [held] = [aHolding('2027-09-01')]
    const customer = aCustomer('C01', {
      name: '陈立群',
      nickname: '陈总',
      aumFen: fenOfYuan(assets),
      holdings: [held],
    })
    chat = await startChat({ customers: [customer], locale })
    expect(await chat.says(says)).toContain(hears)
  })
})
