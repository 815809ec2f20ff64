import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    gender: 'male',
    occupation: '企业主',
    phone: '19900000101',
    holdings: [aHolding('2026-11-24')],
    contacts: [aContact('2026-10-20')],
  }),
  aCustomer('C02', {
    name: '李望舒',
    nickname: '李总',
    gender: 'male',
    occupation: '企业主',
    phone: '19900000202',
    contacts: [aContact('2026-11-12')],
  }),
  aCustomer('C03', {
    name: 'Grace Yang',
    nickname: 'Grace',
    gender: 'female',
    contacts: [aContact('2026-11-10')],
  }),
  aCustomer('C04', {
    name: '张伟',
    nickname: '张医生',
    occupation: '医生',
    company: '市人民医院',
    phone: '19900000404',
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C05', {
    name: '张伟',
    nickname: '小张',
    occupation: '工程师',
    company: '远帆软件',
    phone: '19900000505',
    contacts: [aContact('2026-11-20')],
  }),
]

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS })
})
afterEach(() => chat.stop())

const contactsOf = async (id: string) =>
  (await chat.book()).customers.find((c) => c.id === id)!.contacts.filter((c) => c.id.startsWith('t'))
const agreementsOf = async (id: string) => (await chat.book()).customers.find((c) => c.id === id)!.agreements

describe('opening the chat', () => {
  it('greets and shows the brief, the maturity first', async () => {
    const heard = await chat.joins()
    expect(heard).toContain('林若溪')
    expect(heard).toContain('1. 陈总 陈立群')
    expect(heard).toContain('稳享120天 100万 明天到期')
  })
})

describe('asking who matures', () => {
  it.each([
    ['本周谁到期', '11月23日至29日到期', '共100万', '还没联系'],
    ['who matures this week', 'Maturing 23–29 Nov', 'total 1,000,000', 'not yet contacted'],
    ['未来30天100万以上的理财谁到期', '到期 · 理财 · 100万以上', '陈总 陈立群', '还有1天'],
  ])('%s', async (question, ...heard) => {
    const answer = await chat.says(question)
    for (const words of heard.slice(0, 3)) expect(answer).toContain(words)
  })

  it('says in words that nothing matures', async () => {
    expect(await chat.says('下周谁到期')).toBe('11月30日至12月6日没有到期的。')
    expect(await chat.says('who matures next week')).toBe('Nothing matures 30 Nov – 6 Dec.')
  })
})

describe('logging a contact', () => {
  it('shows what was understood, plans the next contact and offers undo', async () => {
    const heard = await chat.says('刚打了陈总,下周三上午十点来续存100万')
    expect(heard).toContain('已记下')
    expect(heard).toContain('陈总 陈立群: 电话 · 约好见面 · 100万')
    expect(heard).toContain('下次联系: 12月2日 周三 10:00见面')
    expect(await contactsOf('C01')).toMatchObject([
      { channel: 'call', reached: true, outcome: 'appointment' },
    ])
    expect(await agreementsOf('C01')).toMatchObject([
      { kind: 'appointment', on: '2026-12-02', time: '10:00', state: 'open' },
    ])

    expect(await chat.presses('undo')).toContain('已撤销:陈总')
    expect(await contactsOf('C01')).toMatchObject([{ withdrawn: true }])
    expect(await chat.presses('undo')).toBe('这条已经撤销过了。')
  })

  it('takes the called customer off the list and keeps the one who did not answer, with the attempt', async () => {
    await chat.says('刚打了陈总,聊了聊,他再考虑')
    expect(await chat.says('called Grace, no answer')).toContain('call · not reached')
    const brief = await chat.says('晨报')
    expect(brief).not.toMatch(/^\d+\. 陈总/m)
    expect(brief).toContain('今天已联系1位:陈总')
    expect(brief).toContain('Grace')
    expect(brief).toContain('今天联系过1次,没联系上')
  })

  it('makes two entries of one message about two customers, and one undo takes both back', async () => {
    const heard = await chat.says('刚打了陈总,下周三上午来续存100万,李总没接')
    expect(heard).toContain('已记下2条')
    expect(await contactsOf('C01')).toMatchObject([{ outcome: 'appointment' }])
    expect(await contactsOf('C02')).toMatchObject([{ outcome: 'no-answer', reached: false }])
    expect(await chat.says('撤销')).toContain('陈总、李总')
    expect(await contactsOf('C02')).toMatchObject([{ withdrawn: true }])
  })

  it.each([
    ['刚打了高总,没接', '您的客户里没有“高总”'],
    ['called Peter Tan, no answer', 'There is no “Peter Tan” among your customers'],
  ])('says that an unknown name is unknown, and writes nothing: %s', async (text, heard) => {
    expect(await chat.says(text)).toContain(heard)
    expect((await chat.book()).changes).toEqual([])
  })
})

describe('two customers that fit', () => {
  it.each([
    ['2', 'C05'],
    ['第二个', 'C05'],
    ['张医生', 'C04'],
    ['远帆软件那个', 'C05'],
    ['0404', 'C04'],
  ])('are asked about, never guessed: %s', async (answer, id) => {
    const question = await chat.says('刚打了张伟,没接')
    expect(question).toContain('“张伟”有几位')
    expect((await chat.book()).changes).toEqual([])
    expect(await chat.says(answer)).toContain('已记下')
    expect(await contactsOf(id)).toHaveLength(1)
  })

  it('by button', async () => {
    await chat.says('刚打了张伟,没接')
    expect(await chat.presses('answer', { choice: 'C04' })).toContain('已记下')
    expect(await contactsOf('C04')).toHaveLength(1)
  })

  it.each([
    ['刚打了张伟,没接', '算了', '不记了'],
    ['called 张伟, no answer', 'cancel', 'not written down'],
    ['刚打了张伟,没接', '撤销', '不记了'],
  ])('%s … %s leaves the question', async (text, leave, heard) => {
    await chat.says(text)
    expect(await chat.says(leave)).toContain(heard)
    expect((await chat.book()).changes).toEqual([])
    expect(await chat.says('本周谁到期')).not.toContain('哪一位')
  })

  it('any question may be asked in between, and one line says what is still open', async () => {
    await chat.says('刚打了张伟,没接')
    const heard = await chat.says('本周谁到期')
    expect(heard).toContain('陈总 陈立群')
    expect(heard).toContain('上面那个问题还等着您(“张伟”有几位')
    expect(await chat.says('1')).toContain('已记下')
  })

  it('the second aside in a row says nothing more of it', async () => {
    await chat.says('刚打了张伟,没接')
    await chat.says('本周谁到期')
    const heard = await chat.says('晨报')
    expect(heard).not.toContain('上面那个问题还等着您')
    expect(heard).not.toContain('“张伟”有几位')
    expect(await chat.says('1')).toContain('已记下')
  })

  it('another contact may be told in between', async () => {
    await chat.says('刚打了张伟,没接')
    const heard = await chat.says('李总没接')
    expect(heard).toContain('已记下')
    expect(heard).toContain('上面那个问题还等着您')
    expect(await chat.says('2')).toContain('已记下')
    expect(await contactsOf('C02')).toHaveLength(1)
    expect(await contactsOf('C05')).toHaveLength(1)
  })

  it('the question outlives a restart', async () => {
    await chat.says('刚打了张伟,没接')
    await chat.restart()
    expect(await chat.says('2')).toContain('已记下')
    expect(await contactsOf('C05')).toHaveLength(1)
  })
})

describe('logging by button', () => {
  it('asks how it went, then when', async () => {
    await chat.joins()
    expect(await chat.presses('contact.log', { customerId: 'C01' })).toContain('陈总:联系得怎么样?')
    expect(await chat.presses('answer', { choice: 'appointment' })).toContain('和陈总约在什么时候?')
    expect(await chat.says('下周三上午十点')).toContain('12月2日 周三 10:00见面')
  })

  it('takes a sentence in answer', async () => {
    await chat.joins()
    await chat.presses('contact.log', { customerId: 'C01' })
    expect(await chat.says('约了下周三上午十点来续存100万')).toContain('12月2日 周三 10:00见面')
  })

  it('not yours and does not exist answer alike', async () => {
    await chat.joins()
    const other = await chat.says('看看 C99')
    expect(other).not.toContain('C01')
  })
})

describe('a restart', () => {
  it('loses nothing', async () => {
    await chat.says('刚打了陈总,他再考虑')
    await chat.restart()
    expect(await contactsOf('C01')).toHaveLength(1)
    expect(await chat.says('晨报')).not.toMatch(/^\d+\. 陈总/m)
  })
})
