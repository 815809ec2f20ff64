import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CHEN = aCustomer('C01', {
  name: '陈立群',
  nickname: '陈总',
  gender: 'male',
  occupation: '企业主',
  company: '福满楼',
  avoid: '别提股票',
  contacts: [aContact('2026-11-10', { note: '家里要装修' })],
  holdings: [aHolding('2026-11-20', { startsOn: day('2026-05-20') })],
  fromFile: [{ on: day('2025-06-01'), fields: ['occupation', 'company'] }],
  favours: [
    {
      id: 'v1',
      kind: 'gift',
      name: '月饼',
      on: day('2026-09-20'),
      valueFen: fenOfYuan(200),
      managerId: 'M1',
    },
  ],
})
const WANG = aCustomer('C02', { name: '王秀英', nickname: '王姐', gender: 'female' })
const FU = aCustomer('C03', { name: '福满楼', type: 'micro', company: '福满楼' })
const AMY = aCustomer('C04', { name: 'Amy Poon', nickname: 'Amy', gender: 'female' })
const LI = aCustomer('C05', { name: '李志刚', nickname: '李总', gender: 'male' })

let chat: Chat
beforeEach(async () => {
  chat = await startChat({ customers: [CHEN, WANG, FU, AMY, LI] })
})
afterEach(() => chat.stop())

const customer = async (id: string): Promise<Customer> =>
  (await chat.book()).customers.find((one) => one.id === id)!

describe('links told in the chat', () => {
  it('王姐是陈总的爱人 is kept once and read from both ends', async () => {
    expect(await chat.says('王姐是陈总的爱人')).toContain('已登记')
    expect((await customer('C01')).links).toMatchObject([
      { type: 'spouse', otherId: 'C02', source: 'manager' },
    ])
    expect((await customer('C02')).links).toBeUndefined()
    expect(await chat.says('陈总的爱人是王姐')).toContain('早就登记了')
    expect(await chat.says('王姐的关系人有哪些')).toContain('陈总')
    expect(await chat.says('撤销')).toContain('已撤销')
    expect((await customer('C01')).links ?? []).toEqual([])
  })

  it('who introduced somebody is to be thanked within two working days', async () => {
    const heard = await chat.says('李总介绍来的王姐')
    expect(heard).toContain('已登记')
    expect((await customer('C02')).links).toMatchObject([{ type: 'introduced-by', otherId: 'C05' }])
    expect((await customer('C05')).agreements).toMatchObject([{ kind: 'promise', state: 'open' }])
    await chat.says('撤销')
    expect((await customer('C05')).agreements).toMatchObject([{ state: 'withdrawn' }])
  })

  it('the owner of a company is told where it is recorded, and never guessed', async () => {
    expect(await chat.says('福满楼的老板是谁')).toContain('还没有登记福满楼的老板')
    await chat.says('陈总是福满楼的老板')
    expect(await chat.says('福满楼的老板是谁')).toContain('陈总')
    expect(await chat.says('公私联动客户有哪些')).toContain('福满楼')
    expect(await chat.says('哪些企业没登记老板')).toContain('都登记了')
  })

  it('English: Amy is the wife of …, and who else is at a company', async () => {
    expect(await chat.says('Amy is the owner of 福满楼')).toContain('Noted')
    expect(await chat.says('who owns 福满楼')).toContain('Amy')
  })
})

describe('who may belong together', () => {
  it('is asked once, and a no is remembered', async () => {
    const heard = await chat.says('公私联动客户有哪些')
    expect(heard).toContain('的单位都是“福满楼”')
    expect(heard).toContain('老板')
    expect(await chat.presses('link.answer', { type: 'none' })).toContain('不再问')
    expect((await customer('C03')).linkQuestions).toMatchObject([{ otherId: 'C01', answer: 'no' }])
    expect(await chat.says('公私联动客户有哪些')).not.toContain('什么关系')
    chat.moveTo('2026-11-24 09:00')
    expect(await chat.says('公私联动客户有哪些')).not.toContain('什么关系')
  })

  it('a yes is the link itself, which can be taken back', async () => {
    await chat.says('公私联动客户有哪些')
    expect(await chat.presses('link.answer', { type: 'owner' })).toContain('已登记')
    expect((await customer('C03')).links).toMatchObject([{ type: 'owner', otherId: 'C01' }])
  })

  it('公私都聊了 is logged with both; a visit to the company proposes whom else to meet', async () => {
    await chat.says('陈总是福满楼的老板')
    expect(await chat.says('刚打了陈总,公私都聊了')).toContain('福满楼')
    expect((await customer('C03')).contacts).toHaveLength(1)
    expect((await customer('C01')).contacts).toHaveLength(2)
    expect(await chat.says('约福满楼周四上午十点见面')).toContain('到了还可以见: 陈总 (老板)')
  })
})

describe('who may belong together, in English', () => {
  it('a no is remembered, and one talk about both is logged with both', async () => {
    expect(await chat.says('which companies are linked to their owners')).toContain(
      'How do they belong together?',
    )
    expect(await chat.presses('link.answer', { type: 'none' })).toContain('I will not ask again')
    await chat.says('Amy is the owner of 福满楼')
    expect(await chat.says('called Amy, company and private matters, all fine')).toContain(
      'has an entry, too',
    )
    expect((await customer('C03')).contacts).toHaveLength(1)
  })
})

describe('a key customer’s archive', () => {
  it('shows each fact with where it comes from, what to avoid, gifts, and asks about the oldest fact', async () => {
    const heard = await chat.says('陈总的重点客户档案')
    for (const part of ['企业主', '银行文件', '忌讳', '别提股票', '月饼', '职业还是“企业主”吗'])
      expect(heard).toContain(part)
    expect(await chat.pressesWith('fact.still', { customerId: 'C01', field: 'occupation' })).toContain(
      '已确认',
    )
    expect(await chat.says('陈总的重点客户档案')).toContain('单位还是“福满楼”吗')
  })

  it('上次联系后有什么变化 tells what matured since', async () => {
    const heard = await chat.says('上次联系陈总后有什么变化')
    expect(heard).toContain('到期')
    expect(heard).toContain('稳享120天')
    expect(await chat.says('what changed since I last spoke with Amy')).toContain('Amy')
  })

  it('notes are found by a word, in both languages', async () => {
    expect(await chat.says('找找说过“装修”的记录')).toContain('陈总')
    expect(await chat.says('找找说过“留学”的记录')).toContain('没有找到')
    expect(await chat.says('find notes about renovation')).toContain('No note mentions')
  })

  it('a gift is noted with its value and taken back', async () => {
    expect(await chat.says('给陈总送了一盒茶叶,价值300元')).toContain('茶叶')
    expect((await customer('C01')).favours).toMatchObject([
      {},
      { kind: 'gift', name: '茶叶', valueFen: 30_000 },
    ])
    await chat.says('撤销')
    expect((await customer('C01')).favours?.[1]).toMatchObject({ withdrawn: true })
    expect(await chat.says('Amy attended the wine tasting last Friday')).toContain('wine tasting')
    expect((await customer('C04')).favours).toMatchObject([{ kind: 'event', name: 'wine tasting' }])
  })
})
