import { afterEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    holdings: [aHolding('2026-11-26')],
    contacts: [aContact('2026-09-02', { managerId: 'M2' })],
  }),
  aCustomer('C02', { name: '李望舒', contacts: [aContact('2026-11-23', { managerId: 'M2' })] }),
]

let chat: Chat
afterEach(() => chat.stop())
const begin = async (role: 'head' | 'manager', locale: Locale = 'zh-CN') => {
  chat = await startChat({ customers: CUSTOMERS, role, locale })
}

describe('a branch head', () => {
  it.each([
    ['zh-CN', ['网点要留意的', '7天内到期,还没联系 (1)', 'A、B级逾期 (1)', 'A级 1/2 · 50%', '周启明']],
    ['en-US', ['To look at in the branch', 'Maturing within 7 days, not contacted (1)', 'Tier A 1/2 · 50%']],
  ] as const)('opens with the exceptions of the branch, %s', async (locale, said) => {
    await begin('head', locale)
    const heard = await chat.joins()
    for (const words of said) expect(heard).toContain(words)
  })

  it.each([
    ['网点这周执行情况', '网点 11月23日至29日'],
    ['how did the branch do this week', 'The branch, 23–29 Nov'],
  ])('%s', async (question, said) => {
    await begin('head')
    const heard = await chat.says(question)
    expect(heard).toContain(said)
    expect(heard).toContain('陈总')
  })
})

describe('a customer of the branch', () => {
  it.each([
    ['zh-CN', '看看陈总的资料'],
    ['en-US', 'show me Chen Liqun'],
  ] as const)('is shown to the head as to the own manager: %s', async (locale, question) => {
    await begin('head', locale)
    expect(await chat.says(question)).toContain('陈立群')
  })

  it('whom the head called is noted in the book of the own manager', async () => {
    await begin('head')
    expect(await chat.says('刚打了陈总,聊了聊,他再考虑')).toContain('已记下')
    const [customer] = (await chat.book('M2')).customers
    expect(customer?.contacts.at(-1)).toMatchObject({ managerId: 'M1', outcome: 'considering' })
    expect(await chat.says('撤销')).toContain('陈总')
  })
})

it('nobody else is told of the branch', async () => {
  await begin('manager')
  expect(await chat.says('网点这周执行情况')).toBe('网点情况只给网点负责人看。')
})
