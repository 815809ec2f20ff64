import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CALM: Product = {
  id: 'W115',
  name: '稳盈115天',
  kind: 'wealth',
  riskLevel: 'R2',
  termDays: 115,
  currency: 'CNY',
  saleFrom: day('2026-11-20'),
}
const EVEN: Product = { ...CALM, id: 'W200', name: '和顺200天', termDays: 200, saleFrom: day('2026-10-01') }
const assessed = { riskRating: 'C2', riskAssessedOn: day('2026-06-01') } as const

let chat: Chat
beforeAll(async () => {
  chat = await startChat({
    products: [CALM, EVEN],
    customers: [
      aCustomer('C01', {
        ...assessed,
        nickname: '陈总',
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20')],
      }),
      aCustomer('C02', { ...assessed, name: '李国强', nickname: '李总' }),
      aCustomer('C03', { name: '王秀兰', riskRating: 'C1', riskAssessedOn: day('2026-06-01') }),
    ],
  })
})
afterAll(() => chat.stop())

it('candidates for a product come with MAN, the last contact and the reason; whom it does not suit, with the cure', async () => {
  const heard = await chat.says('新发的115天理财适合谁')
  expect(heard).toContain('3位客户里适合2位')
  expect(heard).toMatch(/陈总.*\n?.*明天到期100万/)
  expect(heard).toContain('钱✓ 决定权? 需要✓ · 上次11月20日 周五')
  expect(heard).toContain('钱✓ 决定权? 需要? · 还没联系过')
  expect(heard).toContain('产品风险高于客户评级 · 1位 → 换风险更低的')
})

it('one of them is picked, and the way begins with the product', async () => {
  const heard = await chat.presses('sales.start', { customerId: 'C01', productId: 'W115' })
  expect(heard).toContain('【2】')
  expect(heard).toContain('稳盈115天')
  await chat.says('算了')
})

it.each(['有钱到期的客户适合推什么产品', 'what can I offer customers with money maturing'])(
  'for an occasion only whose money comes free: %s',
  async (says) => {
    const heard = await chat.says(says)
    expect(heard).toContain('陈总')
    expect(heard).not.toContain('李总')
  },
)
