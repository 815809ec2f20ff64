import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer } from '../support/customers.js'

const LI = aCustomer('C05', { name: '李志刚', nickname: '李总', contacts: [aContact('2026-11-20')] })
const AMY = aCustomer('C06', { name: 'Amy Poon', nickname: 'Amy', contacts: [aContact('2026-11-20')] })

let chat: Chat
beforeEach(async () => {
  chat = await startChat({ customers: [LI, AMY] })
})
afterEach(() => chat.stop())

const newcomers = async (): Promise<readonly Customer[]> =>
  (await chat.book()).customers.filter(({ added }) => added !== undefined)

describe('a customer whom a manager adds', () => {
  it('is kept until the bank’s file brings them, with thanks to the introducer, and taken back with one word', async () => {
    const heard = await chat.says('李总介绍来的何静雯,电话13900001111')
    expect(heard).toContain('新客户何静雯已记下')
    expect(heard).toContain('别忘了谢谢李总')
    const [one] = await newcomers()
    expect(one).toMatchObject({
      name: '何静雯',
      phone: '13900001111',
      marketingConsent: false,
      links: [{ type: 'introduced-by', otherId: 'C05' }],
    })
    expect(await chat.says('撤销')).toContain('已撤销')
    expect(await newcomers()).toEqual([])
    expect((await chat.book()).customers[0]?.agreements).toMatchObject([{ state: 'withdrawn' }])
  })

  it('can be talked of at once; with something written the customer stays', async () => {
    await chat.says('加一个新客户:何静雯')
    expect(await chat.says('刚打了何静雯,聊得不错')).toContain('何静雯')
    expect((await newcomers())[0]?.contacts).toHaveLength(1)
  })

  it('a form asks for the name where none was said', async () => {
    expect(await chat.says('帮我加一个新客户')).toContain('新客户叫什么')
    const heard = await chat.pressesWith('newcomer.add', {
      name: ' 何静雯 ',
      phone: '139 0000-1111',
      introducer: '李总',
    })
    expect(heard).toContain('新客户何静雯已记下')
    expect(await newcomers()).toMatchObject([
      { name: '何静雯', phone: '13900001111', links: [{ otherId: 'C05' }] },
    ])
  })

  it('of a name that is there already is asked about first', async () => {
    expect(await chat.says('新增客户 李志刚')).toContain('确定李志刚是另一位吗')
    expect(await newcomers()).toEqual([])
    await chat.says('对')
    expect(await newcomers()).toMatchObject([{ name: '李志刚', added: { isNot: ['C05'] } }])
  })

  it('English: added, and taken back', async () => {
    expect(await chat.says('Amy introduced a new client called Simon Tay, phone 91234567')).toContain(
      'Simon Tay is noted as a new customer',
    )
    expect(await newcomers()).toMatchObject([{ name: 'Simon Tay', links: [{ otherId: 'C06' }] }])
    expect(await chat.says('undo')).toContain('Taken back')
    expect(await newcomers()).toEqual([])
  })
})

describe('whom a file of the bank has brought', () => {
  const NEW = aCustomer('NEW-1', {
    name: '何静雯',
    contacts: [aContact('2026-11-20')],
    added: { on: day('2026-11-19'), managerId: 'M1' },
  })
  const BROUGHT = aCustomer('C99', { name: '何静雯' })

  it.each([
    ['今天先联系谁', 'yes', '已合并', ['C99']],
    ['今天先联系谁', 'no', '不再问', ['C99', 'NEW-1']],
    ["what's my plan today", 'yes', 'Merged', ['C99']],
  ] as const)('%s: is it the one who was added? %s', async (says, answer, hears, left) => {
    await chat.stop()
    chat = await startChat({ customers: [NEW, BROUGHT] })
    expect(await chat.says(says)).toMatch(/是不是您先前记下的何静雯|Is that 何静雯, whom you had noted/)
    expect(await chat.presses('newcomer.same', { answer })).toContain(hears)
    const { customers } = await chat.book()
    expect(customers.map(({ id }) => id)).toEqual(left)
    expect(customers[0]?.contacts.length).toBe(answer === 'yes' ? 1 : 0)
    expect(await chat.says(says)).not.toMatch(/先前记下|had noted/)
  })

  it.each([
    ['zh-CN', '今天先联系谁', '刚打了何静雯,没接', '撤销合并', '又是两位客户'],
    ['en-US', "what's my plan today", 'called 何静雯, no answer', 'undo', 'two customers again'],
  ] as const)(
    'a merge is taken back, in %s: what was told of each stays with each',
    async (locale, asks, told, undo, hears) => {
      await chat.stop()
      chat = await startChat({ customers: [NEW, BROUGHT], locale })
      await chat.says(asks)
      await chat.presses('newcomer.same', { answer: 'yes' })
      const merged = (await chat.book()).changes.at(-1)
      await chat.says(told)
      expect((await chat.book()).customers).toHaveLength(1)
      const heard =
        undo === 'undo'
          ? await chat.says(undo).then(() => chat.says(undo))
          : await chat.pressesWith('undo', { changeId: merged?.id ?? '' })
      expect(heard).toContain(hears)
      const { customers } = await chat.book()
      expect(customers.map(({ id, contacts }) => [id, contacts.length])).toEqual([
        ['C99', 1],
        ['NEW-1', 1],
      ])
      expect(await chat.says(asks)).toMatch(/是不是您先前记下的何静雯|Is that 何静雯, whom you had noted/)
    },
  )
})
