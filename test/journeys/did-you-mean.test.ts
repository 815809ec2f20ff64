import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat

beforeEach(async () => {
  chat = await startChat({
    customers: [
      aCustomer('C01', { name: '陈立群', nickname: '陈总' }),
      aCustomer('C02', { name: '陈建国', nickname: '陈总' }),
      aCustomer('C03', { name: '张敏', nickname: '张姐' }),
      aCustomer('C04', { name: 'Gracie Lim' }),
      aCustomer('C05', { name: 'Gracia Tan' }),
    ],
  })
})
afterEach(() => chat.stop())

const contactsOf = async (id: string) => (await chat.book()).customers.find((c) => c.id === id)?.contacts
const changes = async () => (await chat.book()).changes.length

describe('a name that the book does not have, but nearly', () => {
  it.each([
    ['陈宗没接', '没有“陈宗”。是不是:\n1. 陈总 陈立群', '2', '已记下\n陈总 陈建国: 电话 · 没联系上', 'C02'],
    ['给陈综打了电话,没接', '没有“陈综”。是不是:', '第一个', '已记下\n陈总 陈立群', 'C01'],
    ['张街没接', '没有“张街”。是不是:\n1. 张姐 张敏', '对', '已记下\n张姐 张敏', 'C03'],
    ['打给陈建军,没接', '没有“陈建军”。是不是:\n1. 陈总 陈建国', '是', '已记下\n陈总 陈建国', 'C02'],
    [
      'called Gracix, no answer',
      'There is no “Gracix”. Did you mean:\n1. Gracie Lim',
      '2',
      'Written down\nGracia Tan: call',
      'C05',
    ],
  ])('%s: offers the near ones, and writes for the one chosen', async (told, offered, answer, logged, id) => {
    expect(await chat.says(told)).toContain(offered)
    expect(await changes()).toBe(0)
    expect(await chat.says(answer)).toContain(logged)
    expect(await contactsOf(id)).toMatchObject([{ outcome: 'no-answer' }])
  })

  it('writes nothing where none of them is meant', async () => {
    await chat.says('张街没接')
    expect(await chat.says('不是')).toBe('好,不记了。')
    expect(await changes()).toBe(0)
  })

  it('goes on with a question likewise, and drops it for another', async () => {
    expect(await chat.says('看看陈宗的资料')).toContain('没有“陈宗”。是不是:')
    expect(await chat.says('1')).toContain('陈总 陈立群 · A级')
    await chat.says('看看陈宗的资料')
    expect(await chat.says('看看张敏的资料')).toMatch(/^张姐 张敏 · A级(?![\s\S]*是不是)/)
  })

  it.each([
    ['黄总没接', '您的客户里没有“黄总”。'],
    ['called Peter Tan, no answer', 'There is no “Peter Tan” among your customers.'],
  ])('offers nobody for a name that is near none: %s', async (told, heard) => {
    expect(await chat.says(told)).toBe(heard)
  })
})

describe('which of several', () => {
  it.each(['cjg', 'chenjianguo', '陈建国'])('is answered by %s', async (answer) => {
    expect(await chat.says('陈总没接')).toContain('“陈总”有几位,是哪一位?')
    expect(await chat.says(answer)).toContain('陈总 陈建国')
    expect(await contactsOf('C02')).toHaveLength(1)
  })
})
