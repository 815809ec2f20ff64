import { afterEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { fen } from '../../src/domain/money.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    gender: 'male',
    occupation: '企业主',
    holdings: [aHolding('2026-12-02'), aHolding('2026-12-03', { id: 'h2' })],
    contacts: [aContact('2026-09-02', { managerId: 'M2' })],
  }),
  aCustomer('C02', {
    name: 'Helen Marsh',
    gender: 'female',
    contacts: [
      aContact('2026-11-17', { id: 'a', managerId: 'M2' }),
      aContact('2026-11-18', { id: 'b', managerId: 'M2', reached: false, outcome: 'no-answer' }),
      aContact('2026-11-19', { id: 'c', managerId: 'M3' }),
      aContact('2026-11-19', { id: 'd', managerId: 'M2', channel: 'visit' }),
    ],
    agreements: [
      { id: 'm', kind: 'appointment', on: day('2026-11-24'), madeOn: day('2026-11-19'), state: 'open' },
    ],
    flows: [1, 3, 5, 7, 9, 11].map((at) => ({
      on: day(`2026-09-${String(at).padStart(2, '0')}`),
      netFen: fen(100),
      ownCount: 1,
      ownAbsFen: fen(100),
    })),
  }),
]

let chat: Chat
afterEach(() => chat.stop())
const asHead = async (locale: 'zh-CN' | 'en-US', colleague: string) => {
  chat = await startChat({ customers: CUSTOMERS, role: 'head', locale, colleagues: [colleague] })
}
const ids = async (managerId: string) => (await chat.book(managerId)).customers.map(({ id }) => id)

describe('whose book a question is about', () => {
  it('a manager who is named, in Chinese', async () => {
    await asHead('zh-CN', '王志远')
    const calls = await chat.says('周启明上周打了多少电话')
    expect(calls).toContain('周启明的客户')
    expect(calls).toContain('2次,接通1次,没接通1次')
    expect(await chat.says('王志远上周打了多少电话')).toContain('电话: 1次')
    expect(await chat.says('周启明明天约了谁')).toContain('Helen Marsh')
    expect(await chat.says('团队漏斗')).not.toContain('只给')
  })

  it('a manager who is named, in English', async () => {
    await asHead('en-US', 'Amy Tan')
    expect(await chat.says('how many calls did Zhou Qiming make last week')).toContain(
      '2: 1 reached, 1 attempt',
    )
    expect(await chat.says("Zhou Qiming's appointments tomorrow")).toContain('Helen Marsh')
    expect(await chat.says("Amy Tan's appointments tomorrow")).not.toContain('Helen Marsh')
  })

  it('rows of several books name their manager', async () => {
    await asHead('zh-CN', '王志远')
    const leaving = await chat.says('谁要流失,为什么')
    expect(leaving).toContain('周启明')
    expect(leaving).toContain('天没有交易,平时约2天一次')
    const uncontacted = await chat.says('下周到期没人联系的')
    expect(uncontacted).toContain('陈总')
    expect(uncontacted).toContain('周启明')
  })

  it.each([
    ['zh-CN', '王志远', '王志远的漏斗', '只给本人和网点负责人看'],
    ['en-US', 'Amy Tan', "Amy Tan's appointments tomorrow", 'the branch head only'],
  ] as const)('a colleague’s is not shown to a manager: %s', async (locale, colleague, asked, said) => {
    chat = await startChat({ customers: CUSTOMERS, locale, colleagues: [colleague] })
    expect(await chat.says(asked)).toContain(said)
  })
})

describe('a task for a manager', () => {
  it.each([
    ['zh-CN', '王志远', '让周启明周五前联系陈总', '对', '已派给周启明', '负责人交办'],
    [
      'en-US',
      'Amy Tan',
      'have Zhou Qiming call 陈总 by Friday',
      'yes',
      'Given to 周启明',
      'from the branch head',
    ],
  ] as const)(
    'is shown, given, and stands on the brief: %s',
    async (locale, colleague, says, yes, said, brief) => {
      await asHead(locale, colleague)
      expect(await chat.says(says)).toContain('周启明')
      expect((await chat.book('M2')).customers[0]?.agreements).toEqual([])
      expect(await chat.says(yes)).toContain(said)
      const [task] = (await chat.book('M2')).customers[0]?.agreements ?? []
      expect(task).toMatchObject({ kind: 'task', on: '2026-11-27', assigned: { by: 'M1', to: 'M2' } })
      expect(await chat.says(locale === 'zh-CN' ? '周启明的晨报' : "Zhou Qiming's brief")).toContain(brief)
    },
  )

  it('on a customer of somebody else is not given', async () => {
    await asHead('zh-CN', '王志远')
    expect(await chat.says('让王志远周五前联系陈总')).toContain('陈总是周启明的客户')
  })
})

describe('handing over and cover by message', () => {
  it('a customer goes after a yes, and comes back on the day', async () => {
    await asHead('zh-CN', '王志远')
    expect(await chat.says('把陈总转给王志远')).toContain('陈总:周启明 → 王志远')
    expect(await ids('M3')).toEqual([])
    expect(await chat.says('对')).toContain('1位客户已转给王志远')
    expect(await ids('M3')).toEqual(['C01'])
    expect(await chat.says('撤销')).toContain('1位客户回到周启明名下')
    expect(await ids('M2')).toEqual(['C01', 'C02'])
  })

  it('a whole book, in English', async () => {
    await asHead('en-US', 'Amy Tan')
    expect(await chat.says("hand over Zhou Qiming's customers to Amy Tan")).toContain('all 2 customers')
    expect(await chat.says('no')).toContain('Nothing was arranged')
    expect(await ids('M3')).toEqual([])
  })

  it.each([
    ['zh-CN', '王志远', '让王志远代管周启明的客户到下周五', '对', '12月4日', '撤销', '已撤销'],
    [
      'en-US',
      'Amy Tan',
      'let Amy Tan cover for Zhou Qiming until 4 December',
      'yes',
      '4 Dec',
      'undo',
      'Taken back',
    ],
  ] as const)('a cover: %s', async (locale, colleague, says, yes, until, undo, undone) => {
    await asHead(locale, colleague)
    expect(await chat.says(says)).toContain(until)
    expect(await chat.says(yes)).toContain(until)
    expect(await chat.says(undo)).toContain(undone)
  })

  it('is for the head alone', async () => {
    chat = await startChat({ customers: CUSTOMERS, colleagues: ['王志远'] })
    expect(await chat.says('把陈总转给王志远')).toContain('网点负责人')
  })
})

describe('who is due for a call', () => {
  it.each([
    ['zh-CN', '哪些客户该联系了', '王志远'],
    ['en-US', 'who is due for a call', 'Daniel Tan'],
  ] as const)('%s: a head’s list names the manager of each row', async (locale, says, colleague) => {
    await asHead(locale, colleague)
    const heard = await chat.says(says)
    const keeper = '周启明'
    expect(heard).toContain('陈立群')
    expect(
      heard
        .split('\n')
        .filter((row) => /^\d+\. /.test(row))
        .every((row) => row.includes(keeper)),
    ).toBe(true)
  })
})
