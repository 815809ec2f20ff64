import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: [aCustomer('C01', { name: '李立群', nickname: '李总' })] })
})
afterEach(() => chat.stop())

describe('what the law keeps out of a note', () => {
  it.each([
    ['记一下李总信佛', '宗教信仰'],
    ['Mr Li is diabetic', 'health'],
  ])('%s is refused at once, and not asked about first', async (text, kind) => {
    const heard = await chat.says(text)
    expect(heard).toContain(kind)
    expect(heard).not.toMatch(/这样记,对吗|Shall I write it down so\?/)
    expect((await chat.book()).changes).toEqual([])
  })
})
