import { afterEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const PROMISE = { kind: 'promise', madeOn: day('2026-11-03'), about: '利率表' } as const

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    contacts: [aContact('2026-11-20')],
    holdings: [
      aHolding('2026-11-02', { id: 'old', kind: 'time-deposit' }),
      aHolding('2027-11-02', { id: 'new', startsOn: day('2026-11-05'), amountFen: 30_000_000 as never }),
    ],
    agreements: [
      { ...PROMISE, id: 'p1', on: day('2026-11-10'), state: 'kept', keptOn: day('2026-11-10') },
      { ...PROMISE, id: 'p2', on: day('2026-11-12'), state: 'open' },
    ],
  }),
  aCustomer('C02', { name: '李望舒', aumFen: 60_000_000 as never, contacts: [aContact('2026-11-20')] }),
]

let chat: Chat
afterEach(() => chat.stop())
const begin = async (role: 'head' | 'manager', locale: Locale = 'zh-CN') => {
  chat = await startChat({ customers: CUSTOMERS, role, locale })
}

describe('what came of it is asked for in the chat', () => {
  it.each([
    ['zh-CN', '本月到期资金留住了多少', ['到期资金', '留住30%', '去向不明70万']],
    ['en-US', 'how much of what matured this month did we keep', ['30 % kept', 'unknown']],
    ['zh-CN', '我的承诺兑现率', ['到日子的2件', '兑现率50%', '利率表']],
    ['en-US', 'what share of my promises did I keep this month', ['1 of 2', '50 %']],
    ['zh-CN', '哪句话术管用', ['还没有用过话术']],
    ['en-US', 'which script works best', ['No line has been used']],
    ['zh-CN', '要是B级每周联系一次呢', ['负责人']],
  ] as const)('%s: %s', async (locale, question, said) => {
    await begin('manager', locale)
    const heard = await chat.says(question)
    for (const words of said) expect(heard).toContain(words)
  })

  it.each([
    ['zh-CN', '要是B级每周联系一次呢', ['B级每7天联系一次', '→', '名单上限']],
    ['en-US', 'what if tier B was called every week', ['Tier B every 7 days', '→']],
    ['zh-CN', '本月到期资金留住了多少', ['按经理']],
  ] as const)('by the head, %s: %s', async (locale, question, said) => {
    await begin('head', locale)
    const heard = await chat.says(question)
    for (const words of said) expect(heard).toContain(words)
  })

  it('a line that was shown before a contact counts as used in it', async () => {
    await begin('manager')
    await chat.says('给陈总打电话怎么说')
    await chat.says('刚打了陈总,他有兴趣,想再了解一下')
    expect(await chat.says('哪句话术管用')).toContain('用了1次')
  })
})
