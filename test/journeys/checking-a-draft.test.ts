import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat
beforeAll(async () => {
  chat = await startChat({ customers: [aCustomer('C01', { nickname: '陈总' })] })
})
afterAll(() => chat.stop())

it.each([
  ['帮我看看这句能不能发:这款理财保本', ['✗ 不能这样说', '“保本”', '不得承诺本金或收益', '可以说:']],
  ['帮我看看这句能不能发:您的理财下周三到期,周一还是周二方便?', ['✓ 可以这样说']],
  ['这款产品跟存 款一样安全,这样说行吗?', ['✗ 不能这样说']],
  ['我想发给陈总:这款不保本,净值会动。', ['✓ 可以这样说']],
  ['can I send this: the return is guaranteed', ['✗ Not like this', 'You can say:']],
  ['is this ok to say: your deposit matures on Wednesday', ['✓ You may say this']],
  ['帮我看看这句能不能发', ['要看哪一句']],
])('%s', async (says, hears) => {
  const heard = await chat.says(says)
  for (const one of hears) expect(heard).toContain(one)
})

it('a text is checked in the middle of a question, which stays open; nothing is written', async () => {
  const before = await chat.book()
  await chat.pressesWith('contact.log', { customerId: 'C01' })
  const heard = await chat.says('这句能发吗:年化稳拿4%')
  expect(heard).toContain('✗ 不能这样说')
  expect(heard).toContain('上面那个问题还等着您')
  await chat.says('算了')
  expect(await chat.book()).toEqual(before)
})
