import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', { name: '陈立群', nickname: '陈总', gender: 'male', occupation: '企业主' }),
  aCustomer('C02', { name: '陈雨欣', nickname: '陈姐', gender: 'female', occupation: '教师' }),
  aCustomer('C03', {
    name: 'Grace Yang',
    nickname: 'Grace',
    contacts: [aContact('2026-11-10', { note: 'asked about gold' })],
  }),
  aCustomer('C04', {
    name: 'Helen Ho',
    nickname: 'Helen',
    contacts: [aContact('2026-11-11', { note: 'moved house' })],
  }),
  aCustomer('C05', { name: '李望舒', nickname: '李总', gender: 'male', occupation: '企业主' }),
]

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS })
})
afterEach(() => chat.stop())

const contactsOf = async (id: string) =>
  (await chat.book()).customers.find((c) => c.id === id)!.contacts.filter((c) => c.id.startsWith('t'))
const standing = async (id: string) => (await contactsOf(id)).filter((c) => c.withdrawn !== true)

describe('a correction right after something was written', () => {
  it.each([
    ['刚打了陈总,没接', '不是陈总,是陈姐', '已撤销:陈总', '陈姐 陈雨欣: 电话 · 没联系上', 'C01', 'C02'],
    ['刚打了陈总,没接', '错了,是陈姐', '已撤销:陈总', '陈姐 陈雨欣: 电话 · 没联系上', 'C01', 'C02'],
    [
      'called Grace, no answer',
      'not Grace, Helen',
      'the contact with Grace',
      'Helen Ho: call · not reached',
      'C03',
      'C04',
    ],
    [
      'called Grace, no answer',
      'sorry, I meant Helen',
      'the contact with Grace',
      'Helen Ho: call',
      'C03',
      'C04',
    ],
  ])(
    'takes it back and writes it for the other: %s, %s',
    async (report, right, back, logged, wrong, other) => {
      await chat.says(report)
      const heard = await chat.says(right)
      expect(heard).toContain(back)
      expect(heard).toContain(logged)
      expect(await standing(wrong)).toEqual([])
      expect(await standing(other)).toMatchObject([{ outcome: 'no-answer' }])
      await chat.presses('undo')
      expect(await standing(other)).toEqual([])
    },
  )

  it('leaves the other entries of the message as they were, and the note names the right one', async () => {
    await chat.says('刚打了陈总,没接,李总说再考虑')
    await chat.says('不是陈总,是陈姐')
    expect(await standing('C01')).toEqual([])
    expect(await standing('C02')).toMatchObject([{ outcome: 'no-answer' }])
    expect(await standing('C05')).toMatchObject([{ outcome: 'considering' }])
    await chat.says('撤销')
    await chat.says('刚打了陈总,没接')
    await chat.says('不是陈总,是陈姐')
    expect((await standing('C02'))[0]?.note).toBe('刚打了陈姐,没接')
  })

  it('moves an appointment to the right customer', async () => {
    await chat.says('约陈总明天下午三点')
    const heard = await chat.says('不是陈总,是陈姐')
    expect(heard).toContain('已撤销:陈总')
    expect(heard).toContain('陈姐 陈雨欣')
    const { customers } = await chat.book()
    const open = customers.flatMap((c) => c.agreements.filter((a) => a.state === 'open').map(() => c.id))
    expect(open).toEqual(['C02'])
  })

  it('writes nothing where the right one is unknown, or nothing was written', async () => {
    expect(await chat.says('不是陈总,是陈姐')).toContain('刚才没有记下')
    await chat.says('刚打了陈总,没接')
    expect(await chat.says('不是陈总,是高总')).toContain('没有“高总”')
    expect(await standing('C01')).toHaveLength(1)
    expect((await chat.book()).changes).toHaveLength(1)
  })
})

describe('a correction of what was asked or shown', () => {
  it('in answer to "is this right?"', async () => {
    await chat.says('看看陈总的资料')
    await chat.says('没接')
    const heard = await chat.says('不是陈总,是陈姐')
    expect(heard).toContain('陈姐: 电话 · 没联系上')
    expect((await chat.book()).changes).toEqual([])
    await chat.says('对')
    expect(await standing('C02')).toHaveLength(1)
  })

  it('in answer to "which of them?"', async () => {
    expect(await chat.says('刚打了小陈,没接')).not.toContain('已记下')
    await chat.says('算了')
    await chat.says('last contact with Grace')
    expect(await chat.says('not Grace, Helen')).toContain('moved house')
  })
})

describe('one more customer', () => {
  it.each([
    ['刚打了陈总,没接', '还有李总', '李总: 电话 · 没联系上', '对', 'C05'],
    ['called Grace, no answer', 'and Helen too', 'Helen: call · not reached', 'yes', 'C04'],
  ])('is written about only after that was shown: %s, %s', async (report, also, reading, yes, id) => {
    await chat.says(report)
    expect(await chat.says(also)).toContain(reading)
    expect((await chat.book()).changes).toHaveLength(1)
    await chat.says(yes)
    expect(await standing(id)).toMatchObject([{ outcome: 'no-answer' }])
    expect((await chat.book()).changes).toHaveLength(2)
  })

  it('is put off as the one before was', async () => {
    await chat.says('陈总先放到下周')
    expect(await chat.says('还有李总')).toContain('李总推到11月30日')
    await chat.says('对')
    expect((await chat.book()).changes).toHaveLength(2)
  })

  it('is shown after one that was shown', async () => {
    await chat.says('last contact with Grace')
    expect(await chat.says('and Helen too')).toContain('moved house')
  })
})
