import { afterEach, expect, it } from 'vitest'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

let chat: Chat
const begin = async (locale: Locale) => {
  chat = await startChat({
    customers: [
      aCustomer('C01', {
        name: '陈立群',
        nickname: '陈总',
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20', { objection: 'yield' })],
      }),
    ],
    locale,
  })
}
afterEach(() => chat.stop())
const answer = (data: Readonly<Record<string, string>>) => chat.pressesWith('objection.show', data)

it('an objection has two answers and a question to ask back', async () => {
  await begin('zh-CN')
  const heard = await answer({ objection: 'risk' })
  expect(heard).toContain('客户怕风险')
  expect(heard).toMatch(/可以这样答:\n.+\n.+\n再问一句:\n.+/)
  const again = await chat.presses('objection.show')
  expect(again.split('\n')[2]).not.toBe(heard.split('\n')[2])
})

it('one the customer has raised before is answered as such', async () => {
  await begin('zh-CN')
  const heard = await answer({ objection: 'yield', customerId: 'C01' })
  expect(heard).toContain('陈总 陈立群 · 客户嫌收益低 · 不是第一次提了')
  expect(heard).not.toMatch(/\{[a-zA-Z]+\}|「/)
})

it('which one is meant is asked where it is not clear', async () => {
  await begin('zh-CN')
  expect(await answer({})).toContain('客户是怎么说的')
  expect(await chat.presses('objection.show', { objection: 'trust' })).toContain('客户信不过')
})

it('in English', async () => {
  await begin('en-US')
  const heard = await answer({ objection: 'liquidity' })
  expect(heard).toContain('Objection: needs the money')
  expect(heard).toMatch(/You can say:\n.+\n.+\nThen ask:\n.+/)
})

it.each([
  ['zh-CN', '陈总又嫌利率低 怎么回', '陈总 陈立群 · 客户嫌收益低 · 不是第一次提了'],
  ['zh-CN', '客户怕亏怎么说', '客户怕风险'],
  ['en-US', 'customer says the rate is too low, what do I say', 'Objection: yield too low'],
] as const)('asked in words, %s: %s', async (locale, text, heard) => {
  await begin(locale)
  expect(await chat.says(text)).toContain(heard)
})
