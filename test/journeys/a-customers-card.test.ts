import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { openOpportunity } from '../../src/domain/opportunity/opportunity.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    occupation: '企业主',
    phone: '19900001208',
    holdings: [aHolding('2026-12-01')],
    contacts: ['2026-11-18', '2026-11-09', '2026-10-30', '2026-10-20'].map((on) => aContact(on)),
    opportunities: [
      openOpportunity(
        { id: 'o1', customerId: 'C01', product: { productName: '稳享200天' } },
        day('2026-11-18'),
      ),
    ],
  }),
  aCustomer('C02', { name: '王磊', company: '正大会计师事务所', phone: '19900002873' }),
  aCustomer('C03', { name: '王磊', occupation: '退休教师', phone: '19900003391' }),
]

let chat: Chat
beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS })
})
afterEach(() => chat.stop())

const customer = async (id: string) => (await chat.book()).customers.find((one) => one.id === id)!

describe('a customer’s card', () => {
  it('says who they are, what they hold, what is open and what to ask next', async () => {
    const heard = await chat.says('看看陈总')
    for (const part of [
      '陈总 陈立群 · A级',
      '12月1日 周二到期',
      '商机:',
      '稳享200天',
      '最近联系:',
      '资料完整度',
    ])
      expect(heard).toContain(part)
    expect(heard.match(/下次顺便问:/g)).toHaveLength(1)
    expect(heard).not.toContain('10月20日')
  })

  it('handed over, says by whom and recalls more', async () => {
    const heard = await chat.pressesWith('customer.hand-over', { customerId: 'C01', from: 'M1' })
    expect(heard).toContain('由林若溪移交')
    expect(heard).toContain('10月20日')
    expect(await chat.pressesWith('customer.hand-over', { customerId: 'C99', from: 'M1' })).toContain('C99')
  })

  it('namesakes are shown apart', async () => {
    const heard = await chat.says('王磊')
    expect(heard).toMatch(/正大会计师事务所.*2873/)
    expect(heard).toMatch(/退休教师.*3391/)
  })
})

describe('a fact that is told', () => {
  it('is said with what it was before and who told it, and can be taken back', async () => {
    const heard = await chat.says('陈总手机换成13800001111')
    expect(heard).toContain('19900001208 → 13800001111')
    expect(heard).toContain('林若溪记于今天')
    expect(await customer('C01')).toMatchObject({ phone: '13800001111' })
    await chat.says('撤销')
    expect(await customer('C01')).toMatchObject({ phone: '19900001208' })
  })

  it('keeps of an identity number the last four digits, and says so', async () => {
    expect(await chat.says('陈总的身份证是11010519491231002X')).toContain('只留了后四位')
    expect(JSON.stringify(await chat.book())).not.toContain('11010519491231')
  })
})
