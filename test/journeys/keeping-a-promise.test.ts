import { afterEach, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/customer/contact.js'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

const promise = (id: string, about: string): Agreement => ({
  id,
  kind: 'promise',
  on: day('2026-11-25'),
  about,
  madeOn: day('2026-11-20'),
  state: 'open',
})

let chat: Chat
afterEach(() => chat.stop())
const begin = async (locale: Locale) => {
  chat = await startChat({
    locale,
    customers: [
      aCustomer('C01', { name: '侯明', agreements: [promise('p1', '发利率表')] }),
      aCustomer('C02', {
        name: 'Grace Liu',
        nickname: 'Grace',
        agreements: [promise('p2', 'rate sheet'), promise('p3', 'account form')],
      }),
      aCustomer('C03', { name: '苏晴' }),
    ],
  })
}
const states = async () =>
  (await chat.book()).customers.flatMap(({ agreements }) =>
    agreements.map(({ id, state }) => `${id} ${state}`),
  )

it.each<[Locale, string]>([
  ['zh-CN', '利率表已经发给侯明了'],
  ['zh-CN', '答应侯明的利率表已经发了'],
  ['zh-CN', '侯明的利率表发过去了'],
])('%s: a promise that was kept is done with, and taken back: %s', async (locale, says) => {
  await begin(locale)
  await chat.says(says)
  expect(await states()).toContain('p1 kept')
  await chat.says('撤销')
  expect(await states()).toContain('p1 open')
})

it('asks which of several', async () => {
  await begin('en-US')
  expect(await chat.says('sent Grace the rate sheet as promised')).toContain('Which')
  await chat.says('the second')
  expect(await states()).toEqual(['p1 open', 'p2 open', 'p3 kept'])
})

it('closes nothing where nothing was promised, or where it is still to be done', async () => {
  await begin('zh-CN')
  await chat.says('利率表已经发给苏晴了')
  await chat.says('利率表还没发给侯明')
  expect(await states()).toEqual(['p1 open', 'p2 open', 'p3 open'])
})
