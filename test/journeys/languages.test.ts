import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer, aHolding } from '../support/customers.js'

let chat: Chat

beforeEach(async () => {
  chat = await startChat({
    customers: [
      aCustomer('C01', { name: '陈立群', nickname: '陈总', holdings: [aHolding('2026-11-25')] }),
      aCustomer('C02', { name: 'Grace Yang', nickname: 'Grace' }),
    ],
  })
})
afterEach(() => chat.stop())

describe('the language of an answer', () => {
  it.each([
    ['show me 陈总', 'Tier A'],
    ['看看Grace', 'A级'],
    ['陈总 profile please', 'Tier A'],
  ])('is that of the message, whatever the names in it: %s', async (text, heard) => {
    expect(await chat.says(text)).toContain(heard)
  })

  it('is that of the card whose button was pressed, and stays so', async () => {
    const chinese = await chat.says('本周谁到期').then(() => chat.replies.at(-1)!)
    await chat.says('who matures this week')
    expect(await chat.pressesOn(chinese, 'customer.show', { customerId: 'C01' })).toContain('A级')
    expect(await chat.says('Grace')).toContain('A级')
  })

  it('leaves the brief in the chat in its own', async () => {
    await chat.joins()
    await chat.says('called 陈总, no answer')
    expect(chat.replaced.at(-1)!.reply.text).toContain('今天联系过1次')
  })
})
