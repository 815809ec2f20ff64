import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: [aCustomer('C01', { name: '李立群', nickname: '李总' })] })
})
afterEach(() => chat.stop())

const deferrals = async () => (await chat.book()).customers[0]?.deferrals ?? []

describe('why a customer is left out this time', () => {
  it.each([
    ['跳过李总', '哈哈', '他出国了'],
    ['跳过李总', '忙', '他出国了'],
    ['skip 李总', 'lol', 'still travelling'],
    ['skip 李总', 'travelling', 'still travelling'],
    ['skip 李总', 'hahaha ok', 'still travelling'],
  ])('%s: “%s” is no reason and the question stays open, “%s” is one', async (wish, no, reason) => {
    await chat.says(wish)
    await chat.says(no)
    expect(await deferrals()).toEqual([])
    await chat.says(reason)
    expect(await deferrals()).toMatchObject([{ kind: 'skip', reason }])
  })
})
