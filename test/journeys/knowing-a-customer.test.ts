import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer } from '../support/customers.js'

let chat: Chat
beforeEach(async () => {
  chat = await startChat({
    customers: [
      aCustomer('C01', {
        nickname: '陈总',
        phone: '13900001111',
        riskRating: 'C2',
        contacts: [aContact('2026-11-20')],
      }),
      aCustomer('C02', { name: '李国强', nickname: '李总' }),
    ],
  })
})
afterEach(() => chat.stop())
const customer = async () => (await chat.book()).customers[0]!

it('after a talk the one best question is there, and its answer is kept and can be taken back', async () => {
  expect(await chat.says('刚打了陈总,聊得不错')).toContain('还不知道:现在做哪一行')
  expect(await chat.presses('know.ask')).toContain('陈总:现在做哪一行?')
  expect(await chat.says('他是开餐馆的')).toContain('职业:开餐馆的')
  expect((await customer()).occupation).toBe('开餐馆的')
  await chat.says('撤销')
  expect((await customer()).occupation).toBeUndefined()
})

it('it is asked in passing: something else lets it go, and nothing is written', async () => {
  await chat.pressesWith('know.ask', { customerId: 'C01', field: 'occupation' })
  await chat.says('李总没接')
  const { customers } = await chat.book()
  expect(customers[0]!.occupation).toBeUndefined()
  expect(customers[1]!.contacts).toHaveLength(1)
})

it('who was not reached is not asked about', async () => {
  expect(await chat.says('打了陈总没接')).not.toContain('还不知道')
})

it.each([
  ['birthday', '3月5日', { birthdayMonthDay: '03-05' }],
  ['company', '她在建国建材', { company: '建国建材' }],
] as const)('%s: %s', async (field, says, known) => {
  await chat.pressesWith('know.ask', { customerId: 'C01', field })
  await chat.says(says)
  expect(await customer()).toMatchObject(known)
})
